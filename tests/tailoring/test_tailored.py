"""A routine made to fit keeps its order, never passes a stretch's reach, and leaves out what was left out."""

from dataclasses import replace

from skill.tailoring.fits.fit import Fit
from skill.tailoring.fits.growing import after_pain
from skill.tailoring.tailoring import Tailoring, arranged, tailored
from tests.library import LIBRARY

LOWER_BACK = LIBRARY.routine("lower-back")


def test_nobody_asked_for_anything_so_nothing_changes() -> None:
    assert tailored(LIBRARY, LOWER_BACK, Tailoring()) == LOWER_BACK


def test_a_stretch_left_out_for_ever_is_not_led() -> None:
    fitting = tailored(LIBRARY, LOWER_BACK, Tailoring(never=("piriformis",)))
    assert fitting is not None
    assert [step.stretch for step in fitting.steps] == [
        *("pelvic-tilts", "knee-to-chest", "knee-rolls", "windshield-wipers", "cat-cow", "childs-pose"),
    ]


def test_what_rests_today_is_led_again_tomorrow() -> None:
    resting = Tailoring(resting=("knee-to-chest",), resting_day=739_000)
    assert resting.on(739_000).leaves_out("knee-to-chest")
    assert not resting.on(739_001).leaves_out("knee-to-chest")


def test_only_what_hurt_is_asked_about_when_it_comes_back() -> None:
    hurt = after_pain(Fit.of("knee-to-chest"), 739_000)
    resting = Tailoring(resting=("knee-to-chest", "bridge"), resting_day=739_000).with_fit(hurt)
    assert [resting.on(739_001).rested_before(slug) for slug in resting.resting] == [True, False]


def test_a_routine_of_which_nothing_is_left_is_none() -> None:
    everything = Tailoring(never=tuple(LIBRARY.stretches))
    assert tailored(LIBRARY, LOWER_BACK, everything) is None


def test_a_hold_is_longer_by_seconds_and_stops_at_the_longest() -> None:
    def held(seconds: int) -> int:
        fit = replace(Fit.of("knee-to-chest"), hold=seconds)
        fitting = tailored(LIBRARY, LOWER_BACK, Tailoring().with_fit(fit)) or LOWER_BACK
        return fitting.steps[1].dose.hold_seconds

    assert [held(seconds) for seconds in (-60, -5, 0, 5, 7, 60)] == [5, 15, 20, 25, 27, 30]


def test_the_other_side_comes_first_only_where_it_was_asked_for() -> None:
    turned = arranged(LOWER_BACK, (), "knee-to-chest")
    assert [step.dose.first for step in turned.steps[1:3]] == ["left", "right"]


def test_steps_that_this_practice_skips_are_gone_but_never_all_of_them() -> None:
    keys = tuple(step.key for step in LOWER_BACK.steps)
    assert [step.key for step in arranged(LOWER_BACK, keys[1:], "").steps] == ["pelvic-tilts"]
    assert arranged(LOWER_BACK, keys, "") == LOWER_BACK
