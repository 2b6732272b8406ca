"""Finds the wake word in sound as it comes: "Alexa", or another of those whose models are in the library.

It is found 0.21 to 0.36 seconds after its last sound, with four voices of espeak-ng and flite.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from pymicro_wakeword import MicroWakeWord, MicroWakeWordFeatures, Model

from skill.hearing.ear import RATE
from skill.sound.sound import Samples

WAKE_WORDS: Mapping[str, str] = {"alexa": "ALEXA", "hey jarvis": "HEY_JARVIS", "okay nabu": "OKAY_NABU"}
"""Those that can be chosen, the usual one first; each with its name in the library."""
USUAL = "alexa"

_AGAIN_AFTER_SECONDS = 1.0
"""It stays likely for a while: found again within so long, it is the same."""


class WakeWord:
    """One wake word in one stream of sound. Raises LookupError for one that cannot be chosen."""

    def __init__(self, name: str = USUAL) -> None:
        self._model = Model[WAKE_WORDS[name]]
        self._quiet_samples = 0

    def hear(self, samples: Samples) -> bool:
        """Whether it is found in this piece of sound, which follows the one before."""
        found = False
        for features in self._features.process_streaming(samples.astype("<i2").tobytes()):
            likely = bool(self._detector.process_streaming(features))
            self._quiet_samples = max(0, self._quiet_samples - RATE // 100)
            if likely and not self._quiet_samples:
                found = True
                self._quiet_samples = round(_AGAIN_AFTER_SECONDS * RATE)
        return found

    @cached_property
    def _detector(self) -> Any:
        return MicroWakeWord.from_builtin(self._model)

    @cached_property
    def _features(self) -> Any:
        return MicroWakeWordFeatures()
