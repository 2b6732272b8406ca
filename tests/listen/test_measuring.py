"""What `make listen` measures is so: silences, noise as loud as it says, and words as they sound."""

import numpy as np
import pytest

from skill.sound.sound import Sound
from skill.timeline import Moment, Place, Role, Side
from skill.voice.rendering import Rendering
from tests.listen.compared_words import Change, changes, words_in, wrong_words
from tests.listen.gaps import spoken_db
from tests.listen.routines import Reply, holds, rendered, silences, unequal_seconds
from tests.listen.speakers import RATE_HERTZ, noisy
from tests.voice.here import needs

RATE = 22_050
RIGHT, LEFT = Place("knee-to-chest", Side.RIGHT), Place("knee-to-chest", Side.LEFT)


def hum(seconds: float, rate: int = RATE) -> Sound:
    wave = np.sin(np.arange(round(seconds * rate)) * 2 * np.pi * 200 / rate)
    return Sound(np.asarray(wave * 3_000, dtype=np.int16), rate)


def quiet(seconds: float) -> Sound:
    return Sound(np.zeros(round(seconds * RATE), dtype=np.int16), RATE)


REPLY = Reply(
    (
        Moment(Role.HOLD, 1.5, "Hold. Five seconds.", RIGHT),
        Moment(Role.HOLD, 2.0, "", RIGHT),
        Moment(Role.HALFWAY, 1.5, "", RIGHT),
        Moment(Role.RELEASE, 1.0, "Let go."),
        Moment(Role.REST, 3.5),
        Moment(Role.SIDES, 1.0, "Now the left side."),
        Moment(Role.REST, 2.0),
        Moment(Role.HOLD, 1.5, "Hold. Five seconds.", LEFT),
        Moment(Role.HOLD, 3.5, "", LEFT),
        Moment(Role.RELEASE, 1.0, "Let go."),
    ),
    (hum(1.7), quiet(2.0), quiet(1.7), hum(1.0), *(quiet(3.7), hum(1.0), quiet(2.0)), hum(1.5), quiet(3.5), hum(1.0)),
)
"""The voice takes longer for the first hold, and the silence after it is longer than it was sent."""


def test_a_silence_that_is_not_what_was_sent_is_found_but_at_the_end_of_a_hold_the_hold_counts() -> None:
    assert [(sent, round(heard, 1)) for sent, heard in silences(REPLY)] == [(3.5, 3.7), (2.0, 2.0)]


def test_a_hold_is_measured_from_its_word_to_its_release_and_one_side_beside_the_other() -> None:
    held = [(place, sent, round(heard, 2)) for place, sent, heard in holds(REPLY)]
    assert held == [(RIGHT, 5.0, 5.4), (LEFT, 5.0, 5.0)]
    assert unequal_seconds(held) == pytest.approx(0.4)
    assert REPLY.seconds == pytest.approx(19.1, abs=0.01)


@pytest.mark.parametrize("above_db", [20.0, 10.0])
def test_noise_is_as_far_below_the_voice_as_it_says(above_db: float) -> None:
    voice = hum(2.0, RATE_HERTZ)
    noise = noisy(Sound(voice.samples * 0, RATE_HERTZ), voice.loudness_db, above_db)
    assert voice.loudness_db - noise.loudness_db == pytest.approx(above_db, abs=1.0)
    assert noisy(voice, voice.loudness_db, None) == voice


def test_how_loud_words_are_does_not_depend_on_the_quiet_between_them() -> None:
    pieces = np.concatenate([hum(1.0).samples, quiet(3.0).samples, hum(1.0).samples])
    assert spoken_db(Sound(pieces, RATE)) == pytest.approx(spoken_db(hum(1.0)), abs=0.1)


def test_words_are_compared_as_they_sound_and_not_as_they_are_written() -> None:
    said, heard = words_in("Hold. Twenty-five seconds, OK?"), words_in("old, 25 seconds okay")
    assert heard == ["old", "twenty", "five", "seconds", "okay"]
    assert (list(changes(said, heard)), wrong_words(said, heard)) == ([Change("hold", "old")], 1)
    assert wrong_words(words_in("one two three"), words_in("two three four five")) == 3
    assert (wrong_words([], ["a"]), wrong_words(["a", "b"], [])) == (1, 2)


@needs("espeak-ng")
def test_what_a_real_voice_makes_of_a_reply_keeps_its_silences_and_its_holds() -> None:
    from skill.voice.espeak_ng import EspeakNg  # noqa: PLC0415 - not everywhere

    reply = rendered(REPLY.moments, Rendering(EspeakNg(), 0.8))
    assert [abs(heard - sent) for sent, heard in silences(reply)] == pytest.approx([0, 0], abs=0.05)
    assert [round(heard, 2) for _, _, heard in holds(reply)] == [5.0, 5.0]
