"""The other side first: the sides stay equal."""

from collections import Counter

from skill.content.model import Routine
from skill.dialogue.answers.moving.sides import other_side, which_side
from skill.dialogue.answers.moving.undo import undo
from skill.timeline import Place, Side
from skill.timeline.hold.units import Unit, units_of
from tests.cases.each_of import each_of
from tests.dialogue.somebody import led, scene_with, units_left
from tests.library import LIBRARY

ROUTINES = sorted(LIBRARY.routines.values(), key=lambda routine: routine.slug)


def sided(routine: Routine) -> list[Unit]:
    """Every hold of a routine on one side."""
    steps = ((step, LIBRARY.stretch_of(step)) for step in routine.steps)
    units = [unit for step, stretch in steps for unit in units_of(step, stretch)]
    return [unit for unit in units if unit.place.side in (Side.LEFT, Side.RIGHT)]


@each_of("routine", ROUTINES)
def test_after_the_other_side_both_are_to_come_equally_often(routine: Routine) -> None:
    for unit in sided(routine):
        person = led(routine.slug, unit.place, unit.stretch.posture)
        after = other_side(scene_with(person, inside=True)).person
        to_come = Counter(unit.place.side for unit in units_left(after))
        assert {after.practices[0].place.side, unit.place.side} == {Side.LEFT, Side.RIGHT}
        assert to_come[Side.LEFT] == to_come[Side.RIGHT] > 0


@each_of("routine", ROUTINES)
def test_undone_the_sides_are_as_they_were(routine: Routine) -> None:
    for unit in sided(routine):
        person = led(routine.slug, unit.place, unit.stretch.posture)
        back = undo(scene_with(other_side(scene_with(person)).person)).person.practices[0]
        assert (back.place, back.turned, back.before) == (unit.place, "", None)


def test_the_side_is_named_with_the_one_that_comes_after_it() -> None:
    def told(place: Place) -> str:
        return which_side(scene_with(led("lower-back", place))).reply.timeline.moments[0].words

    assert told(Place("knee-to-chest", Side.RIGHT)) in {
        "The right side; the left comes after.",
        "The right side now, and the left after it.",
    }
    assert told(Place("knee-to-chest", Side.LEFT)) == "The left side, the last one here."
    assert told(Place("windshield-wipers")) == "This one has no sides."
