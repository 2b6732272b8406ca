"""The chime, our only sound that is no word: a soft bell of two tones that fades away."""

import numpy as np

from skill.sound.sound import LOUDEST, Sound, whole

_TONES_HERTZ = (660.0, 1320.0)
_LOUDEST_SHARE = 0.1
_FADED_SHARE = 0.005
"""The share of its first loudness that is left at its end."""
_BEGINS_SECONDS = 0.01
"""The length of the fade-in, without which it would click."""


def chime(seconds: float, rate: int) -> Sound:
    """The chime, so many seconds long, at this sample rate."""
    at = np.arange(round(seconds * rate)) / rate
    fading = np.minimum(1, at / _BEGINS_SECONDS) * _FADED_SHARE ** (at / seconds)
    tones = sum(np.sin(2 * np.pi * hertz * at) for hertz in _TONES_HERTZ)
    return Sound(whole(LOUDEST * _LOUDEST_SHARE * fading * tones), rate)
