"""The small ear, Sphinx: it knows only our sentences, and compares its score with that of a free listener."""

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
"""It is sure if our sentence is likelier than what a free listener hears, by this log ratio for each frame of 10 ms. Of
88 of our sentences by three voices the lowest had 1.3, of 36 other sentences the highest -0.9."""
STRANGE_BELOW = -4.0
"""Below this log ratio its words do not count. Between the two, only what must not be missed does."""

_SCALE = 1e4
"""The library's scores are powers of 1.0001."""
_THOUGHTS = 3
"""Fewer thoughts than an ear may report: its later ones are hardly ever right."""
_LOOKED_THROUGH = 20
"""How many of the decoder's hypotheses are looked at; most of them are the same words."""
_FAST = {"fwdflat": False, "bestpath": False, "maxhmmpf": 3000}
"""Options of the free listener: only one pass, as its words are not used."""


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
        """See `Ear`. The expected words are not used, as its language model has them already."""
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
    """A function that says whether its dictionary has a word; it can hear only such words."""
    set_loglevel("FATAL")
    dictionary = Decoder(lm=None)
    return lambda word: dictionary.lookup_word(word) is not None


def _certainty(surer: float) -> Certainty:
    if surer < STRANGE_BELOW:
        return Certainty.STRANGE
    return Certainty.SURE if surer >= SURE_FROM else Certainty.UNSURE


def _second_thoughts(decoder: Any, words: str) -> tuple[str, ...]:
    """The decoder's other hypotheses with different words; none if it has no list of them."""
    looked_through = islice(decoder.nbest() or (), _LOOKED_THROUGH)
    found = dict.fromkeys(str(one.hypstr) for one in looked_through if one is not None and one.hypstr)
    return tuple(islice((other for other in found if other != words), _THOUGHTS - 1))


def _decoded(decoder: Any, heard: bytes) -> tuple[str, float]:
    """The words, and the decoder's log probability of them; empty where nothing was heard."""
    decoder.start_utt()
    decoder.process_raw(heard, no_search=False, full_utt=True)
    decoder.end_utt()
    found = decoder.hyp()
    if found is None or not found.hypstr or found.score <= 0:
        return "", 0.0
    return str(found.hypstr), log(found.score) * _SCALE
