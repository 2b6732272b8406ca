"""The place is kept: a small simulation with a fixed seed; `make bench` prints a larger one."""

import random
from collections import Counter, defaultdict
from itertools import product

import pytest

from tests import simulated_returns
from tests.nightly import NIGHTLY, some_of
from tests.simulated_returns import IN_PASSING, MOMENTS, NEXT_DAY, RATES, Sample, shares
from tests.simulation import HOLDS, Voice, interrupted_by, tally

TRIALS = 1000
TRIED = some_of([*HOLDS], 4)

RIGHT_AFTER_THREE_ANSWERS = {5: 85, 7: 85, 10: 90, 20: 94, 45: 97}
"""Per cent of interruptions for which the hold found must be the one that was under way, by the seconds of a hold."""


@pytest.mark.parametrize("hold_seconds", TRIED)
def test_after_three_answers_the_right_hold_is_found_and_none_is_lost(hold_seconds: int) -> None:
    counts = tally(hold_seconds, calibrations=3, trials=TRIALS)

    assert counts["lost"] < TRIALS * 0.01
    assert counts["two early"] == 0
    assert counts["right"] >= TRIALS * RIGHT_AFTER_THREE_ANSWERS[hold_seconds] / 100


@pytest.mark.parametrize("hold_seconds", TRIED)
def test_before_anything_is_known_of_the_voice_no_hold_is_lost_either(hold_seconds: int) -> None:
    counts = tally(hold_seconds, calibrations=0, trials=TRIALS)

    assert counts["lost"] < TRIALS * 0.01
    assert counts["two early"] < TRIALS * 0.01


@pytest.mark.parametrize("hold_seconds", TRIED)
def test_a_voice_far_from_the_usual_loses_few_holds_until_its_first_answers(hold_seconds: int) -> None:
    dice = random.Random(1)
    counts = Counter(interrupted_by(Voice.some(dice), hold_seconds, calibrations=0) for _ in range(TRIALS))

    assert counts["lost"] < TRIALS * 0.06


def test_whoever_comes_back_the_same_day_is_led_on_at_the_hold_that_they_had_not_finished() -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for answers, rate in product((0, 1, 3) if NIGHTLY else (0, 3), RATES):
        tried = simulated_returns.tally(answers, rate, Sample(one_in=20 if NIGHTLY else 220))
        for moment, counted in tried.items():
            counts[moment].update(counted)
    share = shares(counts)

    assert set(counts) == set(MOMENTS)
    assert share["right"] + share[IN_PASSING] + share["asked"] >= 92
    assert share["asked"] <= 10
    assert share.get("skipped", 0) < 1
    assert share.get("wrong side", 0) == 0


def test_whoever_comes_back_the_next_day_is_led_on_there_whatever_the_voice_and_hears_no_question_more() -> None:
    counts = Counter[str]()
    for answers, rate in product((0, 3) if NIGHTLY else (0,), RATES):
        sample = Sample(one_in=12 if NIGHTLY else 800, ways=(NEXT_DAY,))
        for counted in simulated_returns.tally(answers, rate, sample).values():
            counts.update(counted)

    assert set(counts) <= {"right", IN_PASSING}


def test_a_device_that_tells_how_much_was_heard_is_never_asked_and_almost_always_right() -> None:
    share = shares(simulated_returns.tally(0, 1.08, Sample(one_in=40 if NIGHTLY else 240, told=True)))

    assert share.get("asked", 0) == 0
    assert share["right"] >= 98
