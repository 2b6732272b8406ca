"""The speakers of what is to be recognised: four voices at three speeds, in a quiet room and in two noisy ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import cycle, islice, product

import numpy as np

from skill.settings import models_folder
from skill.sound.sound import Sound, joined, silence
from skill.voice.voice import Voice
from skill.voice.voices import voices_here
from tests.listen.heard_before import spoken_before

WISHED = ("piper en_US-joe-medium", "espeak-ng en-us", "espeak-ng en-gb", "flite slt", "flite rms")
"""The first four of these that are here: a voice like a person's, two made by rules in two accents, one of pieces."""

SPEEDS = (0.85, 1.0, 1.2)
ROOMS: Mapping[str, float | None] = {"clean": None, "20 dB": 20.0, "10 dB": 10.0}
"""How many decibels the voice is above the noise; none where there is no noise."""

RATE_HERTZ = 16_000
"""What recognizers listen at."""

_QUIET_SECONDS = 0.3
_NOISE_SECONDS = 20.0


@dataclass(frozen=True)
class Speaker:
    """A voice, how fast it speaks, and the noise around it."""

    voice: str
    speed: float
    room: str

    def say(self, words: str) -> Sound:
        """The words as a microphone gets them: a moment before and after them, and the noise of the room over all."""
        said = self._said(words).at_rate(RATE_HERTZ)
        quiet = silence(_QUIET_SECONDS, RATE_HERTZ)
        return noisy(joined((quiet, said, quiet), RATE_HERTZ), said.loudness_db, ROOMS[self.room])

    def _said(self, words: str) -> Sound:
        """The words by themselves, the same whenever they are said: Piper never says them twice alike."""
        kept, voice = spoken_before(), the_voices()[self.voice]
        said = kept.find(voice.name, self.speed, words)
        if said is None:
            said = voice.say(words, self.speed)
            kept.keep(voice.name, self.speed, words, said)
        return said


@cache
def the_voices() -> dict[str, Voice]:
    """The voices that speak here, at most four."""
    here = voices_here(models_folder())
    return {name: here[name] for name in islice((name for name in WISHED if name in here), 4)}


def speakers() -> Iterator[Speaker]:
    """All of them in turn, again and again: whoever comes next has another voice, and after all voices another room."""
    return cycle(Speaker(voice, speed, room) for speed, room, voice in product(SPEEDS, ROOMS, the_voices()))


def noisy(sound: Sound, loudness_db: float, above_db: float | None) -> Sound:
    """Noise over it: a voice of this loudness is so many decibels above it."""
    if above_db is None:
        return sound
    noise = _noise()
    # Begins elsewhere for each length, so that no sentence has a quiet place of its own.
    start = len(sound) * 7 % len(noise)
    part = np.resize(np.roll(noise.samples, -start), len(sound))
    room = Sound(part, sound.rate)
    return sound.over(room.louder(loudness_db - above_db - room.loudness_db))


@cache
def _noise() -> Sound:
    """What a room is like: every octave as loud as the next, with slow swells, the same every time."""
    dice, count = np.random.default_rng(16), round(_NOISE_SECONDS * RATE_HERTZ)
    spectrum = np.fft.rfft(dice.standard_normal(count))
    octaves = np.fft.irfft(spectrum / np.sqrt(np.maximum(1.0, np.arange(len(spectrum)))), count)
    swells = 1 + 0.3 * np.sin(np.linspace(0, 12 * np.pi, count))
    heard = octaves * swells
    return Sound(np.asarray(heard / np.max(np.abs(heard)) * 8_000, dtype=np.int16), RATE_HERTZ)
