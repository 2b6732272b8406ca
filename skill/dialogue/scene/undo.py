"""Moves a practice by a command, and stores where it was before, so that the command can be undone."""

from skill.dialogue.memory.person import Person
from skill.dialogue.scene.routine_of import planned
from skill.dialogue.scene.scene import Scene
from skill.practice import Before, Practice
from skill.replaced import replace
from skill.tailoring.steps.altering import Altered
from skill.tailoring.steps.sparing import SparedHere
from skill.tailoring.steps.swapping import Swaps
from skill.timeline import Place
from skill.timeline.hold.units import places_of


def moved(scene: Scene, practice: Practice | None, wanted: Practice, *, backwards: bool = False) -> Practice:
    """The practice as the command wants it, with where it was `before` if that changes anything."""
    if practice is None or _arrangement(practice) == _arrangement(wanted):
        return wanted
    was = Before(*_arrangement(practice), cold=is_cold(scene, practice), backwards=backwards)
    return replace(wanted, before=was)


def taken_back(practice: Practice, was: Before) -> Practice:
    """The practice as it was before the command, with nothing more to undo."""
    arranged = replace(practice, skipped=was.skipped, turned=was.turned, swapped=was.swapped, spared=was.spared)
    return replace(arranged, altered=was.altered, place=was.place, kept=was.kept, before=None)


def with_nothing_to_take_back(person: Person) -> Person:
    """The person with nothing to undo, so that "go back" means a stretch back: what happened since was no command."""
    practice = person.practice
    if practice is None or practice.before is None:
        return person
    return person.with_practice(replace(practice, before=None))


def is_cold(scene: Scene, practice: Practice) -> bool:
    """Whether nothing was held yet since the person began, or came back to it."""
    if practice.kept is not None or not scene.here or (practice.before is not None and practice.before.cold):
        return True
    routine = planned(scene.library, practice, scene.person.tailoring)
    first = routine.steps[0] if routine else None
    return first is not None and practice.place == places_of(first, scene.library.stretch_of(first))[0]


def _arrangement(
    practice: Practice,
) -> tuple[Place, Place | None, tuple[str, ...], str, Swaps, SparedHere, Altered]:
    """Everything that a command may change: the place, and how the routine is arranged."""
    run = practice
    return (run.place, run.kept, run.skipped, run.turned, run.swapped, run.spared, run.altered)
