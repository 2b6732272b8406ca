"""Words take as long as the one estimate says: a start, each character, each comma, each stop inside."""

import pytest

from skill.pace import Pace, calibrated, plausible
from tests.cases.each_of import each_of


@each_of(
    ("words", "seconds"),
    [
        ("", 0.0),
        ("   ", 0.0),
        ("Hold.", 0.4),  # 0.16 + 5 x 0.05
        ("Ten more seconds.", 1.0),  # 0.16 + 17 x 0.05
        ("Let go, and rest.", 1.3),  # the same, and a comma: + 0.28
        ("Hold. Seven seconds.", 1.6),  # 0.16 + 20 x 0.05, and an inner stop: + 0.44
        ("Hold. Seven seconds. ", 1.6),  # what follows the last stop is no speech
    ],
)
def test_an_utterance_takes_its_time(words: str, seconds: float) -> None:
    assert Pace().seconds(words) == seconds


def test_a_slow_voice_takes_longer_and_a_quick_one_less() -> None:
    words = "Lie on your back, knees bent, feet flat."  # 2.72 seconds
    assert Pace(rate=1.3).seconds(words) == 3.5
    assert Pace(rate=0.7).seconds(words) == 1.9


def test_a_voice_is_known_after_three_measures_and_a_wild_one_moves_nothing() -> None:
    assert calibrated([]) == Pace()
    assert calibrated([1.1, 1.12, 0.65]).rate == 1.1
    assert calibrated([1.1, 1.1, 1.1]).deviation < Pace().deviation


def test_before_three_measures_the_plain_estimate_counts_as_one_of_them() -> None:
    assert calibrated([1.1]).rate == 1.05
    assert calibrated([1.1, 1.2]).rate == 1.1
    assert calibrated([1.1]).deviation < Pace().deviation


def test_one_ready_before_the_question_does_not_make_a_voice_of_a_double_speed() -> None:
    assert calibrated([0.6]).rate == 0.925  # half way to the fastest that is believed of so few, 0.85


@pytest.mark.parametrize(("rate", "believed"), [(0.49, False), (0.5, True), (1.0, True), (1.7, True), (1.71, False)])
def test_only_the_rate_of_a_voice_is_believed(rate: float, believed: bool) -> None:
    assert plausible(rate) is believed
