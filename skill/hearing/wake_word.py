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


_LOOKS = 3
"""A model looks once in three hundredths of a second: so many of it look at each."""

_LIKELY_FROM: Mapping[str, float] = {"alexa": 0.75}
"""The makers ask for 0.9 of one model that looks each thirty milliseconds. Over a reply that plays, three that look by
turns and are believed together find more at 0.75, and not more in our own voice: there it is never above 0.42."""


class WakeWord:
    """One wake word in one stream of sound. Raises LookupError for one that cannot be chosen."""

    def __init__(self, name: str = USUAL) -> None:
        self._name, self._model = name, Model[WAKE_WORDS[name]]
        self._quiet_samples = 0
        self._heard = 0
        self._likely = [0.0] * _LOOKS

    def hear(self, samples: Samples) -> bool:
        """Whether it is found in this piece of sound, which follows the one before."""
        found = False
        for features in self._features.process_streaming(samples.astype("<i2").tobytes()):
            likely = self._is_likely(features)
            self._quiet_samples = max(0, self._quiet_samples - RATE // 100)
            if likely and not self._quiet_samples:
                found = True
                self._quiet_samples = round(_AGAIN_AFTER_SECONDS * RATE)
        return found

    def _is_likely(self, features: Any) -> bool:
        """Whether all that look think so together; each begins a hundredth of a second after the one before."""
        for number, detector in enumerate(self._detectors[: self._heard + 1]):
            likely = float(detector.process_streaming_prob(features) or 0.0)
            if (self._heard - number) % _LOOKS == _LOOKS - 1:  # between two looks it says nothing
                self._likely[number] = likely
        self._heard += 1
        wanted = _LIKELY_FROM.get(self._name, self._detectors[0].probability_cutoff)
        return bool(sum(self._likely) / _LOOKS > wanted)

    @cached_property
    def _detectors(self) -> list[Any]:
        return [MicroWakeWord.from_builtin(self._model) for _ in range(_LOOKS)]

    @cached_property
    def _features(self) -> Any:
        return MicroWakeWordFeatures()
