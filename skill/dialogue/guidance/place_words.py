"""A place in words: which stretch, which side, which repetition, and how the body lies."""

from skill.dialogue.scene.scene import Scene
from skill.practice import Practice
from skill.timeline.entering import count_words
from skill.wording.wording import sentence


def place_words(scene: Scene, practice: Practice) -> str:
    """The place as it is named aloud: "knee to chest stretch, left side" or "sphinx, three of five"."""
    unit = scene.unit_at(practice, practice.place)
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
    """How the stretch at this place begins: "Lying on your back."."""
    return sentence(scene.wording.say(f"posture.{scene.stretch_at(practice).posture.replace(' ', '-')}"))
