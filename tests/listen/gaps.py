"""Where sound is quiet, and how loud it is where it is not: as an ear takes it, whatever was put there."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from skill.sound.sound import LOUDEST, Sound

FRAME_SECONDS = 0.005
_QUIET_SHARE = 0.009
"""Of the middle of words: what is softer is quiet, 41 decibels below them. A soft s at the end of one is twice that."""
_WORDS_SHARE = 0.1


def loud_frames(sound: Sound) -> NDArray[np.bool_]:
    """For each two hundredth of a second whether anything is heard in it."""
    return np.asarray(_levels(sound) > max(1.0, _spoken(_levels(sound)) * _QUIET_SHARE))


def quiet_around(loud: NDArray[np.bool_], second: float) -> float:
    """The seconds of quiet around a second: from the last that is heard before it to the first after it."""
    here = min(round(second / FRAME_SECONDS), len(loud) - 1)
    before, after = np.flatnonzero(loud[:here]), np.flatnonzero(loud[here:])
    start = int(before[-1]) + 1 if len(before) else 0
    end = here + int(after[0]) if len(after) else len(loud)
    return (end - start) * FRAME_SECONDS


def spoken_db(sound: Sound) -> float:
    """How loud it is in the middle of its words, in decibels below the loudest there can be."""
    spoken = _spoken(_levels(sound))
    return float(20 * np.log10(spoken / LOUDEST)) if spoken else 0.0


def _spoken(level: NDArray[Any]) -> float:
    """The level in the middle of words; none where there are none."""
    words = level[level > float(np.max(level, initial=0.0)) * _WORDS_SHARE]
    return float(np.sqrt(np.mean(np.square(words)))) if len(words) else 0.0


def _levels(sound: Sound) -> NDArray[Any]:
    """Of each frame, all of the very same length by and by: at most rates that is no whole number of samples."""
    count = int(sound.seconds / FRAME_SECONDS)
    edges = np.rint(np.arange(count + 1) * FRAME_SECONDS * sound.rate).astype(int)
    if not count:
        return np.zeros(0)
    squares = np.add.reduceat(np.square(sound.samples[: edges[-1]].astype(np.float64)), edges[:-1])
    return np.asarray(np.sqrt(squares / np.diff(edges)))
