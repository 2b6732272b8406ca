"""Levels speech from a voice: trims the quiet around it, and sets its loudness."""

import numpy as np
from numpy.typing import NDArray

from skill.sound.sound import LOUDEST, Sound

SPOKEN_DB = -20.0
"""The loudness of words without their pauses: usual for speech, with room for the loudest syllable."""
EDGE_SECONDS = 0.005
"""The quiet that is left around the words: so little that a silence between two cues is right within a twentieth."""
HEARD_DB = -41.0
"""Sound this far below the loudness of the words counts as quiet: even a soft s at the end of a word is louder. It is
relative to that loudness, so that it is the same in all sentences."""

_FRAME_SECONDS = 0.005
_WORDS = 0.1
"""Frames above this share of the loudest one are the middle of words, by which their loudness is measured."""


def levelled(sound: Sound) -> Sound:
    """The words without the quiet around them, at the set loudness; empty for silence."""
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
    """The root mean square of each frame, in units of a sample; the last frame may be padded with silence."""
    length = _frame_samples(sound)
    padded = np.zeros(-(-len(sound) // length) * length)
    padded[: len(sound)] = sound.samples
    loudness: NDArray[np.float64] = np.sqrt(np.mean(padded.reshape(-1, length) ** 2, axis=1))
    return loudness


def _frame_samples(sound: Sound) -> int:
    return max(1, round(_FRAME_SECONDS * sound.rate))
