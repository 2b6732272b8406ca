"""Corrects the place in one sentence: the side, the repetition, the stretch where somebody is, or how they lie."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from skill.content.model import Posture
from skill.dialogue.answers.moving.next_and_back import done
from skill.dialogue.answers.moving.one_side import both_sides
from skill.dialogue.answers.moving.sparing import both_again, spared_in
from skill.dialogue.answers.replying.about_practice import with_kept_practice
from skill.dialogue.answers.replying.open_question import ready_question
from skill.dialogue.answers.replying.which_one import of_one_stretch
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import go_on
from skill.dialogue.guidance.speaking import ask, listening, said
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Rest
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice
from skill.timeline import Moment, Role, Side
from skill.timeline.hold.units import Unit, units_of
from skill.timeline.hold.ways import arrival, way

_SIDE, _STANDING = "side", "standing"
_ON_THEIR_BACK = (Posture.BACK, Posture.BED)
_SEATED = (Posture.FLOOR_SEAT, Posture.CHAIR)
_AS_THEY_SAY: Mapping[str, tuple[Posture, ...]] = MappingProxyType(
    {
        "back": _ON_THEIR_BACK,
        "front": (Posture.FRONT,),
        "hands-and-knees": (Posture.ALL_FOURS,),
        "chair": (Posture.ALL_FOURS,),
        "foot": (Posture.ALL_FOURS,),
        "sitting": _SEATED,
        "seated": (Posture.CHAIR,),
        _STANDING: (Posture.STANDING,),
    }
)
"""The postures that somebody may mean by how they say they are; lying on the side is none of ours."""


def as_they_are(scene: Scene) -> Outcome:
    """Said "I'm on my back": ready, if that is the right posture; else tells the way from there, and asks "Ready?"."""
    reached = scene.turn.slot("reached").ids
    said_so = reached[0] if len(reached) == 1 else _STANDING if scene.turn.intent == "UpAgainIntent" else ""
    asked = _asked_for(scene)
    if not asked or said_so not in (_SIDE, *_AS_THEY_SAY) or not asked.isdisjoint(_AS_THEY_SAY.get(said_so, ())):
        return done(scene)
    return _from_how_they_are(scene, said_so, _wanted(scene))


def _wanted(scene: Scene) -> Posture:
    """The posture in which they should say "ready"; before lying face down that is on the back."""
    practice = scene.practice
    if practice is None:
        return Posture.BACK
    there = scene.stretch_at(practice).posture if scene.on_the_way else practice.posture
    return (arrival(practice.posture, there, scene.telling()) if scene.on_the_way else None) or there


def _asked_for(scene: Scene) -> frozenset[Posture]:
    """The postures that are right now; empty with nothing led."""
    practice = scene.practice
    return (
        frozenset({_wanted(scene), scene.stretch_at(practice).posture}) if practice and scene.guiding else frozenset()
    )


def _from_how_they_are(scene: Scene, said_so: str, wanted: Posture) -> Outcome:
    """Tells the way to the right posture, and asks "Ready?"; no words lead out of a hold, for they are in none."""
    start = next((one for one in _AS_THEY_SAY.get(said_so, ()) if one is not wanted), None)
    moves = way(start, wanted, scene.telling()) if start else ()
    told: tuple[Moment, ...] = moves or said(scene, [_how_to_be(scene, said_so, wanted)], Role.POSTURE)
    return listening(scene, told, Question(Ask.READY, Rest(finished=True)), scene.person)


def _how_to_be(scene: Scene, said_so: str, wanted: Posture) -> str:
    if said_so == _SIDE and wanted in _ON_THEIR_BACK:
        return scene.wording.say("moving.off-the-side")
    return scene.wording.say("stuck.where", posture=scene.telling().posture(wanted))


@with_kept_practice
def correct_side(scene: Scene, practice: Practice) -> Outcome:
    """Said "the left side": goes to its first repetition in this stretch; a side that was left out comes back."""
    wanted = scene.turn.slot("side").ids
    otherwise = "side-now.none" if practice.place.side is None else "correct.no-such"
    if spared_in(scene, practice) in wanted:
        scene = both_again(scene, practice)
    elif wanted == (Side.BOTH,) and not _moves_both(scene, practice):
        return both_sides(scene)
    return _at_unit(scene, scene.practice or practice, lambda unit: unit.place.side in wanted, otherwise)


@with_kept_practice
def correct_number(scene: Scene, practice: Practice) -> Outcome:
    """Said "no, number two": goes to that repetition, on the same side."""
    wanted = scene.turn.slot("number").ids
    side = practice.place.side

    def meant(unit: Unit) -> bool:
        return str(unit.place.repetition) in wanted and unit.place.side == side

    return _at_unit(scene, practice, meant, "correct.no-such")


@with_kept_practice
@of_one_stretch
def correct_stretch(scene: Scene, slug: str, practice: Practice) -> Outcome:
    """Said "we were at the bridge": goes to that stretch of the routine, from its first hold."""
    steps = [step for step in scene.routine_of(practice).steps if step.stretch == slug]
    units = [unit for step in steps for unit in units_of(step, scene.library.stretch_of(step))]
    return _go_to(scene, units, scene.wording.say("correct.no-stretch", name=scene.name_of(slug)))


def _moves_both(scene: Scene, practice: Practice) -> bool:
    """Whether the stretch at this place also has repetitions in which both sides move at once."""
    unit = scene.unit_at(practice, practice.place)
    return unit.stretch.sides == "each-then-both" and unit.dose.together and not unit.dose.spared


def _at_unit(scene: Scene, practice: Practice, fits: Callable[[Unit], bool], otherwise: str) -> Outcome:
    """Goes on from the first hold of this stretch that fits; without one, says the words with the key `otherwise`."""
    step = next(step for step in scene.routine_of(practice).steps if step.key == practice.place.step)
    units = [unit for unit in units_of(step, scene.library.stretch_of(step)) if fits(unit)]
    return _go_to(scene, units, scene.wording.say(otherwise))


def _go_to(scene: Scene, units: list[Unit], otherwise: str) -> Outcome:
    """Goes on from the first of these holds; without any, says `otherwise`, and the place stays."""
    if units:
        return go_on(scene, Opening((scene.wording.say("correct.done"),)), units[0].place)
    return ask(scene, [otherwise], ready_question(scene))
