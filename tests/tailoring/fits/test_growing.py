"""Doses grow slowly, from tomorrow on, and shrink at once."""

from dataclasses import replace

from skill.content.model import Dose
from skill.tailoring.fits.fit import Fit
from skill.tailoring.fits.fitting import fitted_dose
from skill.tailoring.fits.growing import after_pain, eased, grown, may_grow, moved
from skill.tailoring.fits.reach import Reach, reach_of
from tests.library import LIBRARY, plan

TODAY = 739_940


def reach(routine: str, stretch: str) -> Reach:
    whole = plan(routine)
    step = next(step for step in whole.steps if step.stretch == stretch)
    return reach_of(whole, step, LIBRARY.stretch(stretch))


def dosed(reach: Reach, fit: Fit) -> tuple[int, int]:
    dose = fitted_dose(reach, fit)
    return dose.hold_seconds, dose.repetitions


def after_weeks(reach: Reach, weeks: int) -> list[tuple[int, int]]:
    """The dose after each week in which somebody said that it was easy."""
    fit = Fit.of(reach.stretch.slug)
    doses = []
    for week in range(weeks):
        fit = grown(fit, reach, TODAY + 7 * week).on(TODAY + 7 * week + 1)
        doses.append(dosed(reach, fit))
    return doses


def test_of_several_repetitions_there_is_one_more() -> None:
    assert after_weeks(reach("lower-back", "pelvic-tilts"), 3) == [(7, 6), (7, 7), (7, 8)]


def test_one_hold_grows_by_a_fifth_and_then_a_second_one_comes() -> None:
    assert after_weeks(reach("lower-back", "knee-to-chest"), 5) == [(24, 1), (28, 1), (30, 1), (30, 2), (30, 2)]


def test_a_movement_grows_by_whole_turns_and_whole_breaths() -> None:
    assert after_weeks(reach("lower-back", "windshield-wipers"), 3) == [(72, 1), (84, 1), (84, 1)]
    assert after_weeks(reach("lower-back", "cat-cow"), 2) == [(42, 1), (48, 1)]


def test_a_strong_stretch_never_grows_beyond_what_an_article_has() -> None:
    assert after_weeks(reach("arch-and-strengthen", "sphinx"), 2) == [(10, 5), (10, 5)]
    assert after_weeks(reach("hips", "bridge"), 3) == [(24, 1), (30, 1), (30, 1)]


def test_nothing_grows_today() -> None:
    tilts = reach("lower-back", "pelvic-tilts")
    fit = grown(Fit.of("pelvic-tilts"), tilts, TODAY)
    assert [dosed(tilts, fit.on(TODAY + days)) for days in (0, 1)] == [(7, 5), (7, 6)]


def test_a_week_lies_between_two_changes() -> None:
    fit = grown(Fit.of("pelvic-tilts"), reach("lower-back", "pelvic-tilts"), TODAY)
    assert [may_grow(fit, TODAY + days) for days in (0, 6, 7)] == [False, False, True]


def test_too_much_is_less_at_once_down_to_the_least_that_there_is() -> None:
    knee = reach("lower-back", "knee-to-chest")
    doses, fit = [], Fit.of("knee-to-chest")
    for _ in range(4):
        fit = eased(fit, knee, TODAY)
        doses.append(dosed(knee, fit))
    assert doses == [(15, 1), (10, 1), (5, 1), (5, 1)]


def test_at_the_shortest_hold_a_repetition_goes() -> None:
    tilts = reach("lower-back", "pelvic-tilts")
    assert dosed(tilts, eased(Fit.of("pelvic-tilts"), tilts, TODAY, steps=3)) == (3, 4)


def test_after_pain_it_is_at_its_low_end_whatever_a_routine_prescribes_and_does_not_grow_for_a_week() -> None:
    fit = after_pain(replace(Fit.of("knee-to-chest"), hold=10), TODAY)
    assert [dosed(reach(name, "knee-to-chest"), fit) for name in ("lower-back", "gentle-start")] == [(5, 1), (5, 1)]
    assert not may_grow(fit, TODAY + 6)


def test_from_the_low_end_it_grows_again_by_small_steps() -> None:
    knee = reach("lower-back", "knee-to-chest")
    fit = grown(after_pain(Fit.of("knee-to-chest"), TODAY), knee, TODAY + 7)
    assert dosed(knee, fit.on(TODAY + 8)) == (6, 1)


def test_whoever_was_away_for_more_than_a_week_goes_two_steps_back_but_never_below_what_is_prescribed() -> None:
    knee = reach("lower-back", "knee-to-chest")
    longer = moved(Fit.of("knee-to-chest"), knee, 30)
    assert dosed(knee, longer.on(TODAY, away=True)) == (20, 1)
    shorter = moved(Fit.of("knee-to-chest"), knee, 10)
    assert dosed(knee, shorter.on(TODAY, away=True)) == (10, 1)


def test_a_hold_reaches_no_further_than_the_day_has_room_for() -> None:
    child = reach("lower-back", "childs-pose")
    assert child.longest == 75
    assert dosed(child, moved(Fit.of("childs-pose"), child, 90)) == (75, 2)


def test_both_knees_at_once_count_with_each_side() -> None:
    press = reach("bedtime", "knee-press")
    assert press.longest == 30
    assert press.within_a_day(Dose(hold_seconds=30, repetitions=2, together=True)).repetitions == 1
