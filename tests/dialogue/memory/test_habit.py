"""Days, rows of days and minutes are remembered as they were, in little room, and never counted twice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from skill.dialogue.memory.days import DAYS_KNOWN, Days, united_days
from skill.dialogue.memory.habit import LATELY_KEPT, Habit, Led, united
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.record import to_person, to_record

TODAY = date(2026, 3, 2).toordinal()
STEPS = some.lists(some.integers(0, 60), min_size=1, max_size=40)


def practised(days: list[int]) -> Days:
    known = Days()
    for day in days:
        known = known.having(day)
    return known


def rising(steps: list[int]) -> list[int]:
    return [TODAY + sum(steps[: number + 1]) for number in range(len(steps))]


def row_up_to(days: set[int], today: int) -> int:
    """Counted by hand: today, or failing that yesterday, and every day before without a gap."""
    last = today if today in days else today - 1
    return next(back for back in range(len(days) + 1) if last - back not in days)


@given(STEPS)
def test_all_days_and_the_row_are_known_however_long_ago_they_began(steps: list[int]) -> None:
    days = rising(steps)
    known = practised(days)
    assert known.total == len(set(days))
    assert known.streak(days[-1]) == row_up_to(set(days), days[-1])
    assert known.streak(days[-1] + 1) == row_up_to(set(days), days[-1] + 1)
    assert known.bits < 2**DAYS_KNOWN


@given(STEPS, some.lists(some.booleans(), min_size=80, max_size=80))
def test_two_speakers_know_all_days_once(steps: list[int], where: list[bool]) -> None:
    days = rising(steps)
    before, after = days[: len(days) // 2], days[len(days) // 2 :]
    here = practised(before + [day for day, mine in zip(after, where, strict=False) if mine])
    there = practised(before + [day for day, mine in zip(after, where, strict=False) if not mine])
    close = days[-1] - (before[-1] if before else after[0]) < DAYS_KNOWN
    both = united_days(here, there)
    if close:
        assert both.total == len(set(days))
        assert both.streak(days[-1]) == row_up_to(set(days), days[-1])
    assert both == united_days(there, here)


def test_a_row_of_a_hundred_days_is_a_hundred_long_and_over_after_a_day_without() -> None:
    known = practised(list(range(TODAY, TODAY + 100)))
    assert [known.streak(TODAY + day) for day in (99, 100, 101)] == [100, 100, 0]


def test_a_day_of_long_ago_changes_nothing() -> None:
    known = practised([TODAY, TODAY + 90])
    assert known.having(TODAY + 3) == known


def test_seconds_of_one_routine_on_one_day_add_up() -> None:
    habit = Habit().having_led(Led("bedtime", TODAY, 200)).having_led(Led("bedtime", TODAY, 100, finished=1))
    assert habit.lately == (Led("bedtime", TODAY, 300, finished=1),)


def test_routines_beyond_those_kept_one_by_one_still_count_in_the_sum() -> None:
    habit = Habit()
    for number in range(20):
        habit = habit.having_led(Led("bedtime", TODAY + number, 60, finished=1))
    assert len(habit.lately) == LATELY_KEPT
    assert habit.seconds_in_all == 20 * 60


@pytest.mark.parametrize("sooner", [True, False])
def test_two_speakers_count_what_both_know_once(sooner: bool) -> None:
    known = Habit()
    for number in range(10):
        known = known.having_led(Led("bedtime", TODAY + number, 60, finished=1))
    here = known.having_led(Led("morning", TODAY + 10, 300, finished=1))
    there = known.having_led(Led("desk", TODAY + 10, 120))
    both = united(here, there, Habit()) if sooner else united(there, here, Habit())
    assert both.seconds_in_all == 10 * 60 + 300 + 120
    assert {led.routine for led in both.lately if led.day == TODAY + 10} == {"morning", "desk"}
    assert both.days.total == 11


def test_one_that_comes_late_does_not_bring_back_what_is_counted_already() -> None:
    late = Habit().having_led(Led("bedtime", TODAY, 60))
    here = late
    for number in range(1, 20):
        here = here.having_led(Led("bedtime", TODAY + number, 60))
    assert united(here, late, here).seconds_in_all == united(late, here, here).seconds_in_all == 20 * 60


def test_a_habit_comes_back_from_the_record_as_it_was() -> None:
    habit = Habit()
    for number, routine in enumerate(("bedtime", "own", "stretch/sphinx", "bedtime")):
        habit = habit.having_led(Led(routine, TODAY + number, 61, finished=number % 2))
    person = Person(habit=habit)
    assert to_person(to_record(person)) == person
