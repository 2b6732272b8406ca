"""The place is kept: a small simulation with a fixed seed; `make bench` prints a larger one."""

import pytest

from tests.simulation import HOLDS, tally

TRIALS = 1000

RIGHT_AFTER_THREE_ANSWERS = {5: 85, 7: 85, 10: 90, 20: 94, 45: 97}
"""Per cent of interruptions for which the hold found must be the one that was under way, by the seconds of a hold."""


@pytest.mark.parametrize("hold_seconds", HOLDS)
def test_after_three_answers_the_right_hold_is_found_and_none_is_lost(hold_seconds: int) -> None:
    counts = tally(hold_seconds, calibrations=3, trials=TRIALS)

    assert counts["lost"] < TRIALS * 0.01
    assert counts["two early"] == 0
    assert counts["right"] >= TRIALS * RIGHT_AFTER_THREE_ANSWERS[hold_seconds] / 100


@pytest.mark.parametrize("hold_seconds", HOLDS)
def test_before_anything_is_known_of_the_voice_no_hold_is_lost_either(hold_seconds: int) -> None:
    counts = tally(hold_seconds, calibrations=0, trials=TRIALS)

    assert counts["lost"] < TRIALS * 0.01
    assert counts["two early"] < TRIALS * 0.01
