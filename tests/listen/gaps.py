"""Where sound is quiet, and how loud it is where it is not: as an ear takes it, whatever was put there."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from skill.sound.sound import LOUDEST, Sound

FRAME_SECONDS = 0.005
_QUIET_SHARE = 0.004
"""Of the loudest: what is softer is quiet. A soft s at the end of a word is four times that."""
_WORDS_SHARE = 0.1


def loud_frames(sound: Sound) -> NDArray[np.bool_]:
    """For each two hundredth of a second whether anything is heard in it."""
    level = _levels(sound)
    return np.asarray(level > float(np.max(level, initial=1.0)) * _QUIET_SHARE)


def quiet_around(loud: NDArray[np.bool_], second: float) -> float:
    """The seconds of quiet around a second: from the last that is heard before it to the first after it."""
    here = min(round(second / FRAME_SECONDS), len(loud) - 1)
    before, after = np.flatnonzero(loud[:here]), np.flatnonzero(loud[here:])
    start = int(before[-1]) + 1 if len(before) else 0
    end = here + int(after[0]) if len(after) else len(loud)
    return (end - start) * FRAME_SECONDS


def spoken_db(sound: Sound) -> float:
    """How loud it is in the middle of its words, in decibels below the loudest there can be."""
    level = _levels(sound)
    words = level[level > float(np.max(level, initial=0.0)) * _WORDS_SHARE]
    return float(20 * np.log10(np.sqrt(np.mean(np.square(words))) / LOUDEST)) if len(words) else 0.0


def _levels(sound: Sound) -> NDArray[Any]:
    size = round(sound.rate * FRAME_SECONDS)
    frames = sound.samples[: len(sound) // size * size].astype(np.float64).reshape(-1, size)
    return np.asarray(np.sqrt(np.mean(np.square(frames), axis=1)))
