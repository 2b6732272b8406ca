"""Our own voice is taken out of what the microphone hears, whatever the room, and nobody else's is."""

import numpy as np
import pytest

from skill.hearing.ear import RATE
from skill.hearing.echo import EchoCanceller
from skill.hearing.end_of_speech import SpeechMeter
from skill.hearing.listening import Around, Listening
from skill.sound.sound import Samples, Sound, joined, silence
from tests.listen.rooms import Room
from tests.nightly import some_of
from tests.sound.noise import noise

PIECE = RATE // 10


def speech(seconds: float, seed: int) -> Sound:
    """Noise that swells and is quiet by turns, as words do."""
    swells = np.repeat(np.random.default_rng(seed).uniform(0, 1, round(seconds * 5) + 1) ** 3, RATE // 5)
    whole = noise(seconds, RATE, seed=seed)
    return Sound((whole.samples * swells[: len(whole)]).astype(np.int16), RATE)


def left_of(heard: Sound, played: Sound | None) -> Samples:
    """What is left, piece by piece as it comes."""
    canceller = EchoCanceller()
    starts = range(0, len(heard) - PIECE + 1, PIECE)
    pieces = [
        canceller.without_echo(
            heard.samples[at : at + PIECE], None if played is None else played.samples[at : at + PIECE]
        )
        for at in starts
    ]
    return np.concatenate(pieces)


def loudness(samples: Samples) -> float:
    return Sound(samples, RATE).loudness_db


@pytest.mark.parametrize("seed", some_of([1, 2, 3], every=3))
def test_what_is_played_is_learned_in_seconds_and_taken_out_whatever_the_room(seed: int) -> None:
    played = speech(12, seed)
    heard = Room(seed).echo_of(played)
    left = left_of(heard, played)
    assert loudness(left[-4 * RATE :]) < loudness(heard.samples[-4 * RATE :]) - 12


def test_a_voice_over_a_reply_is_heard_as_loud_as_before() -> None:
    played, person = speech(14, 4), speech(3, 5).louder(6)
    heard = Room(4).echo_of(played).over(person, 10.0)
    left = left_of(heard, played)
    said = slice(10 * RATE, 13 * RATE)
    assert loudness(left[said]) == pytest.approx(person.loudness_db, abs=1.5)


def test_where_nothing_is_played_or_nothing_of_it_comes_back_all_is_heard_as_it_was() -> None:
    person = speech(4, 6)
    assert np.array_equal(left_of(person, None), person.samples)
    assert np.array_equal(left_of(person, silence(4, RATE)), person.samples)
    with_headphones = left_of(person, speech(4, 7))
    assert loudness(with_headphones) == pytest.approx(person.loudness_db, abs=0.5)


def test_pieces_of_any_length_make_a_whole_and_nothing_grows() -> None:
    heard, canceller = speech(3, 8), EchoCanceller()
    cuts = np.cumsum(np.random.default_rng(8).integers(1, 999, 90))
    pieces = [canceller.without_echo(piece, piece) for piece in np.split(heard.samples, cuts[cuts < len(heard)])]
    assert len(heard) - sum(map(len, pieces)) < RATE // 100


def test_a_microphone_hears_without_what_is_played() -> None:
    played = speech(10, 9)
    heard = Room(9).echo_of(played)
    taken: list[Samples] = []

    class Wakes:
        def hear(self, samples: Samples) -> bool:
            taken.append(samples)
            return False

    listening = Listening(Wakes(), SpeechMeter(), EchoCanceller())
    for at in range(0, len(heard), PIECE):
        around = Around((at + PIECE) / RATE)
        listening.hear(heard.samples[at : at + PIECE], around, played.samples[at : at + PIECE])
    last = joined([Sound(one, RATE) for one in taken[-30:]], RATE)
    assert last.loudness_db < heard.loudness_db - 12
