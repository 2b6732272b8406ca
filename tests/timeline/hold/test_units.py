"""The holds of a step come side by side, each side with its repetitions, each repetition with its parts."""

from skill.timeline import Place, Side
from tests.library import holds


def test_both_sides_come_with_all_their_repetitions_the_named_one_first() -> None:
    assert [unit.place for unit in holds("standing-side-tilt", hold_seconds=10, repetitions=2, first="left")] == [
        Place("standing-side-tilt", Side.LEFT, 1),
        Place("standing-side-tilt", Side.LEFT, 2),
        Place("standing-side-tilt", Side.RIGHT, 1),
        Place("standing-side-tilt", Side.RIGHT, 2),
    ]


def test_both_knees_together_come_last_and_only_when_asked_for() -> None:
    together = holds("knee-press", hold_seconds=15, first="left", together=True)
    assert [unit.place.side for unit in together] == [Side.LEFT, Side.RIGHT, Side.BOTH]
    assert [unit.place.side for unit in holds("knee-press", hold_seconds=15)] == [Side.RIGHT, Side.LEFT]


def test_both_knees_together_have_their_own_time_in_and_out_and_their_own_limit() -> None:
    one, _, both = holds("knee-press", hold_seconds=30, together=True)
    assert (one.hold_seconds, one.enter_seconds, one.leave_seconds) == (30, 5, 5)
    assert (both.hold_seconds, both.enter_seconds, both.leave_seconds) == (20, 7, 7)


def test_the_parts_of_a_repetition_come_in_their_order() -> None:
    assert [unit.place for unit in holds("pelvic-tilts", hold_seconds=7, repetitions=2)] == [
        Place("pelvic-tilts", None, 1, "arch"),
        Place("pelvic-tilts", None, 1, "flatten"),
        Place("pelvic-tilts", None, 2, "arch"),
        Place("pelvic-tilts", None, 2, "flatten"),
    ]


def test_each_hold_knows_what_it_opens_and_whether_it_is_the_last() -> None:
    tilts = holds("pelvic-tilts", hold_seconds=7, repetitions=2)
    assert [unit.first for unit in tilts] == [True, False, False, False]
    assert [unit.opens_repetition for unit in tilts] == [True, False, True, False]
    assert [unit.last for unit in tilts] == [False, False, False, True]
    sides = holds("chair-twists", hold_seconds=7, repetitions=2)
    assert [unit.opens_side for unit in sides] == [True, False, True, False]
    assert {unit.of for unit in sides} == {2}


def test_left_is_the_other_of_right_and_both_has_no_other() -> None:
    assert (Side.LEFT.other, Side.RIGHT.other, Side.BOTH.other) == (Side.RIGHT, Side.LEFT, Side.BOTH)
