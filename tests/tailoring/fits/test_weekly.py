"""The doses of a programme begin at the low end, change once a week and a little, and never pass what is published."""

from itertools import pairwise

import pytest

from skill.content.model import Kind, Step
from skill.content.model.programmes import REST
from skill.content.rules.order_rules import order_complaints
from skill.tailoring.fits.reach import unit_seconds
from skill.tailoring.fits.weekly import in_week
from tests.library import LIBRARY

WEEKS = range(1, 53)
FOLLOWED = sorted({day for programme in LIBRARY.programmes.values() for day in programme.days} - {REST})


def doses(routine: str, stretch: str) -> list[tuple[int, int]]:
    """Seconds of one hold and repetitions, week after week."""
    steps = [step_in(routine, stretch, week) for week in WEEKS]
    return [(step.dose.hold_seconds, step.dose.repetitions) for step in steps]


def step_in(routine: str, stretch: str, week: int) -> Step:
    steps = in_week(LIBRARY, LIBRARY.routine(routine), week).steps
    return next(step for step in steps if step.stretch == stretch)


def test_outside_of_a_programme_nothing_changes() -> None:
    assert in_week(LIBRARY, LIBRARY.routine("lower-back"), 0) == LIBRARY.routine("lower-back")


def test_pelvic_tilts_grow_by_one_repetition_a_week_from_five_to_ten_as_published() -> None:
    assert doses("lower-back", "pelvic-tilts")[:7] == [(7, 5), (7, 6), (7, 7), (7, 8), (7, 9), (7, 10), (7, 10)]


def test_a_softer_routine_begins_softer_and_grows_in_repetitions_first() -> None:
    grown = doses("gentle-start", "pelvic-tilts")
    assert grown[:3] == [(3, 3), (3, 4), (3, 5)]
    assert grown[-1] == (7, 10)


def test_a_movement_grows_by_whole_breaths() -> None:
    assert [hold for hold, _ in doses("lower-back", "cat-cow")[:7]] == [30, 36, 42, 48, 54, 60, 60]


def test_a_step_of_more_than_a_fifth_takes_two_weeks() -> None:
    assert [hold for hold, _ in doses("gentle-start", "windshield-wipers")[:5]] == [36, 36, 48, 48, 60]


def test_what_no_article_gives_stays_as_it_is_written() -> None:
    assert set(doses("gentle-start", "quiet-rest")) == {(30, 1)}


@pytest.mark.parametrize("routine", FOLLOWED)
def test_each_week_changes_one_thing_of_a_stretch_and_a_little(routine: str) -> None:
    for stretch in {step.stretch for step in LIBRARY.routine(routine).steps}:
        unit = unit_seconds(LIBRARY.stretch(stretch))
        weeks = doses(routine, stretch)
        for (hold, times), (later_hold, later_times) in pairwise(weeks):
            assert (later_hold == hold and later_times - times in (0, 1)) or later_times == times
            assert later_hold - hold <= max(hold / 5, unit)


@pytest.mark.parametrize("routine", FOLLOWED)
def test_nothing_strong_ever_passes_what_is_published(routine: str) -> None:
    for step in LIBRARY.routine(routine).steps:
        stretch = LIBRARY.stretch(step.stretch)
        if stretch.kind is Kind.STRONG:
            most = max(dose.hold_seconds[-1] * dose.repetitions[1] for dose in stretch.doses)
            assert max(hold * times for hold, times in doses(routine, step.stretch)) <= most


@pytest.mark.parametrize("routine", FOLLOWED)
def test_the_order_and_the_bounds_of_a_day_hold_in_every_week(routine: str) -> None:
    for week in WEEKS:
        assert list(order_complaints(LIBRARY.course(in_week(LIBRARY, LIBRARY.routine(routine), week)))) == []
