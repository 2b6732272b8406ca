"""Evens out speech from a voice: trims the quiet around it, and makes it as loud as all the rest."""

import numpy as np
from numpy.typing import NDArray

from skill.sound.sound import LOUDEST, Sound

SPOKEN_DB = -20.0
"""How loud words are, while there are any: usual for speech, with room for the loudest syllable."""
EDGE_SECONDS = 0.005
"""What is left around the words. So a silence between two cues is what it says to within a twentieth."""
HEARD_DB = -41.0
"""What is so far below the words is nothing: a soft s at the end of one is louder. It goes by the loudness that all
words are given, so that it is the same in all of them."""

_FRAME_SECONDS = 0.005
_WORDS = 0.1
"""Of the loudest frame: more than that is the middle of words, by which their loudness is measured."""


def levelled(sound: Sound) -> Sound:
    """The words alone, with their loudness set; nothing, where nothing is to be heard."""
    frames = _loudness_of_frames(sound)
    peak = float(frames.max(initial=0.0))
    if not peak:
        return sound.cut(0, 0)
    spoken = float(np.sqrt(np.mean(frames[frames > _WORDS * peak] ** 2)))
    heard = np.flatnonzero(frames > spoken * 10 ** (HEARD_DB / 20))
    frame = _frame_samples(sound) / sound.rate
    start = max(0.0, int(heard[0]) * frame - EDGE_SECONDS)
    words = sound.cut(start, (int(heard[-1]) + 1) * frame + EDGE_SECONDS)
    wanted = SPOKEN_DB - 20 * np.log10(spoken / LOUDEST)
    room = -20 * np.log10(max(1, int(np.abs(words.samples.astype(np.int32)).max())) / LOUDEST)
    return words.louder(float(min(wanted, room)))


def _loudness_of_frames(sound: Sound) -> NDArray[np.float64]:
    """The root of the mean square of each frame, in units of a sample; what is left at the end is a frame too."""
    length = _frame_samples(sound)
    padded = np.zeros(-(-len(sound) // length) * length)
    padded[: len(sound)] = sound.samples
    loudness: NDArray[np.float64] = np.sqrt(np.mean(padded.reshape(-1, length) ** 2, axis=1))
    return loudness


def _frame_samples(sound: Sound) -> int:
    return max(1, round(_FRAME_SECONDS * sound.rate))
