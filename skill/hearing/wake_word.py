"""Detects the wake word in a stream of sound: "Alexa", or another for which the library has a model.

It is detected 0.21 to 0.36 seconds after its last sound, measured with four voices of espeak-ng and flite.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import numpy as np
from pocketsphinx import Decoder
from pymicro_wakeword import MicroWakeWord, MicroWakeWordFeatures, Model

from skill.hearing.ear import RATE
from skill.hearing.sphinx import pronounces
from skill.sound.sound import Samples

WAKE_WORDS: Mapping[str, str] = {"alexa": "ALEXA", "hey jarvis": "HEY_JARVIS", "okay nabu": "OKAY_NABU"}
"""The wake words to choose from, the usual one first, each with its name in the library."""
USUAL = "alexa"

_AGAIN_AFTER_SECONDS = 1.0
"""A detection within this time after another one is the same word, because it stays likely for a while."""


_LOOKS = 3
"""A model looks once every three hundredths of a second: so three of them take turns, to look at each hundredth."""

_LIKELY_FROM: Mapping[str, float] = {"alexa": 0.8}
"""The mean probability from which it is the word. The makers advise 0.9 for one model; three that take turns came to at
most 0.79 in half an hour of our own voice."""
_PERHAPS_FROM = 0.15
"""From this probability on, another listener is asked: while a reply plays, a call may be no likelier than this."""
_ASKED_AFTER_FRAMES: Mapping[str, int] = {"okay nabu": 25}
_USUALLY_ASKED_AFTER_FRAMES = 10
"""Frames of a hundredth of a second to wait before asking, until the word is over; more for one of two words, which is
in doubt from the first one on."""
_HEARD_AGAIN_SECONDS = 1.3
"""The length of the last sound that the other listener gets: the word and what leads to it (0085)."""
_AS_LIKELY: Mapping[str, float] = {"okay nabu": 1e-20}
_AS_LIKELY_USUALLY = 1e-30
"""The threshold of the other listener. Asked eleven times about our own voice it found nothing; of twenty calls it
found fourteen. At 1e-35 our own voice would have woken us once. It finds "okay nabu" in twelve of twelve calls by
flite, and at 1e-30 in "okay, nobody" as well (0104)."""
_SOUNDS: Mapping[str, str] = {"nabu": "N AA B UW"}
"""The pronunciation of words that are not in its dictionary."""


class WakeWord:
    """Detects one wake word in one stream of sound. Raises LookupError for an unknown one."""

    def __init__(self, name: str = USUAL) -> None:
        self._name, self._model = name, Model[WAKE_WORDS[name]]
        self._quiet_samples = 0
        self._heard = 0
        self._likely = [0.0] * _LOOKS
        self._perhaps_frames = 0
        self._lately = np.zeros(0, dtype=np.int16)

    def hear(self, samples: Samples) -> bool:
        """Whether the word is detected in this piece of sound, which follows the one before."""
        found = False
        self._lately = np.concatenate([self._lately, samples])[-round(_HEARD_AGAIN_SECONDS * RATE) - len(samples) :]
        frames = list(self._features.process_streaming(samples.astype("<i2").tobytes()))
        for number, features in enumerate(frames, start=1):
            likely = self._is_it(features, len(samples) * number // len(frames) - len(samples))
            self._quiet_samples = max(0, self._quiet_samples - RATE // 100)
            if likely and not self._quiet_samples:
                found = True
                self._quiet_samples = round(_AGAIN_AFTER_SECONDS * RATE)
        return found

    def _is_it(self, features: Any, until: int) -> bool:
        """Whether the word ends about here; in doubt another listener decides, by the sound up to `until`."""
        likely = self._how_likely(features)
        if likely > _LIKELY_FROM.get(self._name, self._detectors[0].probability_cutoff):
            return True
        self._perhaps_frames = self._perhaps_frames + 1 if likely > _PERHAPS_FROM else 0
        asked_after = _ASKED_AFTER_FRAMES.get(self._name, _USUALLY_ASKED_AFTER_FRAMES)
        if self._perhaps_frames != asked_after or self._listener is None:
            return False
        heard = self._lately[: len(self._lately) + until]
        return self._listener.finds(heard[-round(_HEARD_AGAIN_SECONDS * RATE) :])

    def _how_likely(self, features: Any) -> float:
        """The probability by all models together; each begins a hundredth of a second after the one before."""
        for number, detector in enumerate(self._detectors[: self._heard + 1]):
            likely = float(detector.process_streaming_prob(features) or 0.0)
            if (self._heard - number) % _LOOKS == _LOOKS - 1:  # between two looks it says nothing
                self._likely[number] = likely
        self._heard += 1
        return sum(self._likely) / _LOOKS

    @cached_property
    def _detectors(self) -> list[Any]:
        return [MicroWakeWord.from_builtin(self._model) for _ in range(_LOOKS)]

    @cached_property
    def _features(self) -> Any:
        return MicroWakeWordFeatures()

    @cached_property
    def _listener(self) -> "_Listener | None":
        """The other listener; None if its dictionary lacks a word."""
        knows = pronounces()
        return _Listener(self._name) if all(word in _SOUNDS or knows(word) for word in self._name.split()) else None


class _Listener:
    """The other listener: another library, which searches for the word by its sounds."""

    def __init__(self, words: str) -> None:
        self._decoder: Any = Decoder(lm=None, kws_threshold=_AS_LIKELY.get(words, _AS_LIKELY_USUALLY))
        for word in set(words.split()) & _SOUNDS.keys():
            self._decoder.add_word(word, _SOUNDS[word], update=True)
        self._decoder.add_keyphrase(words, words)
        self._decoder.activate_search(words)

    def finds(self, samples: Samples) -> bool:
        """Whether the word is in this piece of sound."""
        self._decoder.start_utt()
        self._decoder.process_raw(samples.astype("<i2").tobytes(), full_utt=True)
        self._decoder.end_utt()
        return self._decoder.hyp() is not None
