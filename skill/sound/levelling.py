"""Speech as it comes from a voice, made even: nothing around the words, and as loud as all the others."""

import numpy as np
from numpy.typing import NDArray

from skill.sound.sound import LOUDEST, Sound

SPOKEN_DB = -20.0
"""How loud words are, while there are any: usual for speech, with room for the loudest syllable."""
EDGE_SECONDS = 0.015
"""What is left around the words. So a silence between two cues is what it says to within a twentieth."""

_FRAME_SECONDS = 0.005
_NOTHING = 0.004
"""Of the loudest frame: less than that is nothing. A soft s at the end of a word is more."""
_WORDS = 0.1
"""Of the same: more than that is the middle of words, by which their loudness is measured."""


def levelled(sound: Sound) -> Sound:
    """The words alone, with their loudness set; nothing, where nothing is to be heard."""
    frames = _loudness_of_frames(sound)
    peak = float(frames.max(initial=0.0))
    heard = np.flatnonzero(frames > _NOTHING * peak)
    if not peak or not len(heard):
        return sound.cut(0, 0)
    start = max(0.0, int(heard[0]) * _FRAME_SECONDS - EDGE_SECONDS)
    words = sound.cut(start, (int(heard[-1]) + 1) * _FRAME_SECONDS + EDGE_SECONDS)
    spoken = float(np.sqrt(np.mean(frames[frames > _WORDS * peak] ** 2)))
    wanted = SPOKEN_DB - 20 * np.log10(spoken / LOUDEST)
    room = -20 * np.log10(max(1, int(np.abs(words.samples.astype(np.int32)).max())) / LOUDEST)
    return words.louder(float(min(wanted, room)))


def _loudness_of_frames(sound: Sound) -> NDArray[np.float64]:
    """The root of the mean square of each frame; what is left over at the end is a frame too."""
    length = max(1, round(_FRAME_SECONDS * sound.rate))
    padded = np.zeros(-(-len(sound) // length) * length)
    padded[: len(sound)] = sound.samples
    loudness: NDArray[np.float64] = np.sqrt(np.mean(padded.reshape(-1, length) ** 2, axis=1))
    return loudness
