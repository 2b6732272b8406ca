"""Wholeness: how much of a routine somebody has heard once its last reply is over."""

from itertools import takewhile

from skill.dialogue.scene.routine_of import is_alone, planned
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice
from skill.timeline import Place
from skill.timeline.units import units_of


def as_good_as_whole(scene: Scene, practice: Practice) -> bool:
    """Whether at least half of its holds will have been done when the reply from the practice's place is over.

    One that was shortened is not, nor does one stretch on its own become less by being passed over.
    """
    if practice.skipped or is_alone(practice.routine):
        return not practice.skipped
    places = _places(scene, practice)
    return 2 * (practice.held + len(places) - _number(places, practice)) >= len(places)


def _places(scene: Scene, practice: Practice) -> list[Place]:
    """Every hold of the routine, without a warm-up."""
    routine = planned(scene.library, practice, scene.person.tailoring)
    steps = routine.steps if routine else ()
    return [unit.place for step in steps for unit in units_of(step, scene.library.stretch_of(step))]


def _number(places: list[Place], practice: Practice) -> int:
    """How many holds there are before the practice's place; before a warm-up's, as many as before where it leads to."""
    here = practice.real_place
    return len(list(takewhile(lambda place: place != here, places))) if here in places else 0
