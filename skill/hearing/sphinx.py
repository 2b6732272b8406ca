"""The small ear: it knows our own sentences alone, and asks a free listener whether it was one of them."""

import tempfile
from collections.abc import Callable
from itertools import islice
from math import log
from pathlib import Path
from threading import Lock
from typing import Any

from pocketsphinx import Decoder, get_model_path, set_loglevel

from skill.hearing.ear import RATE, Certainty, Ear, Transcript
from skill.sound.sound import Sound

SURE_FROM = 0.0
"""By so much a frame of ten milliseconds our sentence is likelier than what a free listener hears. Of 88 sentences of
ours by three voices the least likely had 1.3, of 36 strangers' the likeliest -0.9."""
STRANGE_BELOW = -4.0
"""Beyond that nothing of it is believed. Between the two, what must not be missed is."""

_SCALE = 1e4
"""The library hands its scores on as powers of 1.0001."""
_THOUGHTS = 3
"""Fewer than an ear may tell: whatever it thinks of later is hardly ever what was said."""
_LOOKED_THROUGH = 20
"""Of its ways to have heard a sentence, most of which are the same words."""
_FAST = {"fwdflat": False, "bestpath": False, "maxhmmpf": 3000}
"""Of the free listener: one pass, for nobody reads its words."""


class Sphinx(Ear):
    """Hears with a language model of our own sentences."""

    name = "sphinx"
    knows_any_words = False

    def __init__(self, language_model: str) -> None:
        set_loglevel("FATAL")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "own.lm"  # the library takes a model from a file alone
            path.write_text(language_model, "utf-8")
            self._ours: Any = Decoder(lm=str(path))
        self._free: Any = Decoder(lm=get_model_path("en-us/en-us.lm.bin"), **_FAST)
        self._turn = Lock()

    def hear(self, sound: Sound, expected: tuple[str, ...] = ()) -> Transcript:
        """See `Ear`. What is expected is in its language model already."""
        del expected
        heard = sound.at_rate(RATE).samples.astype("<i2").tobytes()
        with self._turn:
            words, likely = _decoded(self._ours, heard)
            if not words:
                return Transcript(self.name, "", Certainty.STRANGE)
            others = _second_thoughts(self._ours, words)
            _, freely = _decoded(self._free, heard)
        surer = (likely - freely) / max(1, len(sound.at_rate(RATE)) * 100 // RATE)
        return Transcript(self.name, words, _certainty(surer), others)


def pronounces() -> Callable[[str], bool]:
    """Whether it knows how a word is said: only such words can be heard."""
    set_loglevel("FATAL")
    dictionary = Decoder(lm=None)
    return lambda word: dictionary.lookup_word(word) is not None


def _certainty(surer: float) -> Certainty:
    if surer < STRANGE_BELOW:
        return Certainty.STRANGE
    return Certainty.SURE if surer >= SURE_FROM else Certainty.UNSURE


def _second_thoughts(decoder: Any, words: str) -> tuple[str, ...]:
    """What else it may have been, as often as the decoder says the same in other ways; it may have lost its way."""
    looked_through = islice(decoder.nbest() or (), _LOOKED_THROUGH)
    found = dict.fromkeys(str(one.hypstr) for one in looked_through if one is not None and one.hypstr)
    return tuple(islice((other for other in found if other != words), _THOUGHTS - 1))


def _decoded(decoder: Any, heard: bytes) -> tuple[str, float]:
    """The words, and the logarithm of how likely the decoder finds them; none where nothing is to be heard."""
    decoder.start_utt()
    decoder.process_raw(heard, no_search=False, full_utt=True)
    decoder.end_utt()
    found = decoder.hyp()
    if found is None or not found.hypstr or found.score <= 0:
        return "", 0.0
    return str(found.hypstr), log(found.score) * _SCALE
