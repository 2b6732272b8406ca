"""The spoken names of routines, stretches, programmes and places."""

from skill.dialogue.offers.made_to_fit import wished_seconds
from skill.dialogue.scene.routine_of import routine_named
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice
from skill.tailoring.steps.own import OWN
from skill.timeline.hold.entering import count_words
from skill.timeline.hold.units import Unit
from skill.wording.wording import sentence


def spoken_name(scene: Scene, name: str) -> str:
    """The spoken name of a routine: the library's, a single stretch, or one that was made; empty if it has none."""
    routine = routine_named(scene.library, name)
    if routine is not None:
        return routine.words[scene.wording.language].spoken
    if wished := wished_seconds(name):
        return scene.wording.say("fitted.wish", minutes=scene.wording.minutes(wished))
    if name == OWN and scene.person.tailoring.own_name:
        return scene.person.tailoring.own_name
    key = f"made.{name}"
    return scene.wording.say(key) if key in scene.library.phrases[scene.wording.language] else ""


def programme_name(scene: Scene, slug: str) -> str:
    """The spoken name of the programme with this slug; empty where it is gone."""
    programme = scene.library.programmes.get(slug)
    return programme.words[scene.wording.language].called if programme else ""


def any_name(scene: Scene, slug: str) -> str:
    """The spoken name of a stretch, a routine or a programme."""
    if slug in scene.library.programmes:
        return programme_name(scene, slug)
    return scene.name_of(slug) if slug in scene.library.stretches else spoken_name(scene, slug)


def place_words(scene: Scene, practice: Practice, *, unsure: bool = False) -> str:
    """The spoken name of the practice's place: "knee to chest stretch, left side" or "sphinx, three of five".

    The second half of a repetition is named as such, and the first only where the person is `unsure` which it was.
    """
    unit = scene.unit_at(practice, practice.place)
    place = _without_half(scene, unit)
    if not unit.stretch.parts or (unit.opens_repetition and not unsure):
        return place
    return scene.wording.say("place.first-half" if unit.opens_repetition else "place.second-half", place=place)


def _without_half(scene: Scene, unit: Unit) -> str:
    name = scene.name_of(unit.stretch.slug)
    if unit.of > 1:
        count = count_words(unit, scene.telling()).rstrip(".")
        return scene.wording.say("place.counted", name=name, count=count[:1].lower() + count[1:])
    if unit.place.side is not None:
        side = scene.telling().side(unit.place.side)
        key = "place.both" if unit.both else "place.sided"
        return scene.wording.say(key, name=name, side=side)
    return name


def posture_words(scene: Scene, practice: Practice) -> str:
    """The posture in which the stretch at this place begins: "Lying on your back."."""
    return sentence(scene.wording.say(f"posture.{scene.stretch_at(practice).posture.replace(' ', '-')}"))
