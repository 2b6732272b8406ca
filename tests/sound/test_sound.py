"""Sound as numbers: lengths to the sample, rates that keep pitch and length, and loudness in decibels."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.sound.sound import Sound, joined, silence
from tests.sound.noise import in_noise


def tone(hertz: float, seconds: float, rate: int) -> Sound:
    at = np.arange(round(seconds * rate)) / rate
    return Sound((10_000 * np.sin(2 * np.pi * hertz * at)).astype(np.int16), rate)


def loudest_hertz(sound: Sound) -> float:
    return float(np.argmax(np.abs(np.fft.rfft(sound.samples)))) / sound.seconds


@given(
    seconds=st.floats(0, 3),
    rates=st.lists(st.sampled_from([8_000, 16_000, 22_050, 44_100, 48_000]), min_size=1, max_size=3),
)
def test_a_silence_is_as_long_as_it_says_at_any_rate(seconds: float, rates: list[int]) -> None:
    quiet = silence(seconds, rates[0])
    for rate in rates:
        quiet = quiet.at_rate(rate)
    assert quiet.seconds == pytest.approx(seconds, abs=0.001)
    assert quiet.loudness_db == -100


@pytest.mark.parametrize("rate", [8_000, 16_000, 44_100])
def test_another_rate_keeps_pitch_length_and_loudness(rate: int) -> None:
    before = tone(440, 1.5, 22_050)
    after = before.at_rate(rate)
    assert after.seconds == pytest.approx(1.5, abs=0.0002)
    assert loudest_hertz(after) == pytest.approx(440, abs=1)
    assert after.loudness_db == pytest.approx(before.loudness_db, abs=0.2)


def test_what_is_too_high_for_a_rate_is_left_out_and_does_not_come_back_lower() -> None:
    assert tone(7_000, 1, 22_050).at_rate(8_000).loudness_db < -50


def test_pieces_of_different_rates_are_one_after_the_other() -> None:
    whole = joined([tone(440, 0.5, 16_000), silence(2.25, 22_050), tone(440, 0.5, 8_000)], 22_050)
    assert whole.seconds == pytest.approx(3.25, abs=0.001)
    assert whole.cut(0.51, 2.74).loudness_db < -60
    assert whole.cut(2.76).loudness_db == pytest.approx(-13.3, abs=0.3)
    assert joined([], 16_000).seconds == 0


def test_two_at_once_and_louder_are_what_they_say() -> None:
    one, other = tone(440, 1, 16_000), tone(660, 0.5, 8_000)
    both = one.over(other, 0.75)
    assert both.seconds == 1.25
    assert one.over(other.louder(6)).loudness_db > one.over(other).loudness_db
    assert one.louder(-12).loudness_db == pytest.approx(one.loudness_db - 12, abs=0.1)
    assert both == one.over(other, 0.75) != one
    assert len({both, one.over(other, 0.75), one}) == 2
    assert one.louder(60).samples.max() == 32_767


@pytest.mark.parametrize("by_db", [20, 10, 0])
def test_noise_is_as_loud_as_it_says_and_the_same_for_a_seed(by_db: float) -> None:
    spoken = tone(440, 1, 16_000)
    heard = in_noise(spoken, by_db, seed=7)
    around = Sound(heard.samples - spoken.samples, 16_000)
    assert spoken.loudness_db - around.loudness_db == pytest.approx(by_db, abs=0.5)
    assert heard == in_noise(spoken, by_db, seed=7) != in_noise(spoken, by_db, seed=8)
