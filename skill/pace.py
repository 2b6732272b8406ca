"""Estimates how many seconds words take when they are spoken, and learns from answers how fast a voice is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum

_START = 0.16
_CHARACTER = 0.050
_COMMA = 0.28
_INNER_STOP = 0.44
"""Seconds for a sentence, and for each character, comma and stop within it: fitted to synthesised speech (`Pace`)."""
_STOPS = ".?!:;"
_ESTIMATES_KEPT = 8192
"""Cues and passages: a turn lays its routine out several times, and says much of the one before."""

SLOWEST_RATE = 1.7
FASTEST_RATE = 0.5
"""A rate beyond these is not that of a voice: somebody was away, or spoke into the reply."""

MEASURES_KEPT = 7
"""How many measures are kept of one speaker, the newest; and as many of all others together."""

_MEASURES_NEEDED = 3
_PLAIN_RATE = 1.0
_FASTEST_OF_FEW = 0.85
"""Of one or two measures none below this is believed. This and the figures below are from decision 0010."""
_UNKNOWN_DEVIATION = 0.08
_ELSEWHERE_DEVIATION = 0.12
_HALF_KNOWN_DEVIATION = 0.05
_KNOWN_DEVIATION = 0.03
_UNKNOWN_CAUTION = 1.25
"""A tenth of the estimate, in deviations: a voice may be that much slower before a hold is taken for over too soon."""
_UNKNOWN_ASKS_FROM = 0.25
_ELSEWHERE_CAUTION = 1.4
_ELSEWHERE_ASKS_FROM = 0.5
_HALF_KNOWN_CAUTION = 1.1
_HALF_KNOWN_ASKS_FROM = 0.2
_KNOWN_CAUTION = 1.1
_KNOWN_ASKS_FROM = 0.0
_HARDLY = 2.25


@dataclass(frozen=True)
class Pace:
    """How fast a voice speaks: `rate` is a factor on the estimate, `deviation` is its standard deviation.

    A hold counts as over once its estimated end lies `caution` deviations back; from `asks_from` deviations on it may
    be over, and the person is asked. Somebody who comes back after a while is asked from `hardly` deviations before
    that end to as many after it, for then a question costs nothing. The estimate was fitted to synthesised speech at
    its usual speed; its error is mostly one unknown factor for each voice.
    """

    rate: float = _PLAIN_RATE
    deviation: float = _UNKNOWN_DEVIATION
    caution: float = _UNKNOWN_CAUTION
    asks_from: float = _UNKNOWN_ASKS_FROM
    hardly: float = _HARDLY

    def seconds(self, words: str) -> float:
        """Seconds that one utterance takes, to a tenth."""
        return spoken_seconds(words, self.rate)


TOLD = Pace(deviation=0.0, caution=0.0, asks_from=0.0, hardly=0.0)
"""For a device that reports how much was heard: nothing is estimated, and nothing measured."""


@lru_cache(maxsize=_ESTIMATES_KEPT)
def spoken_seconds(words: str, rate: float) -> float:
    """Seconds that one utterance takes a voice of this rate, to a tenth."""
    return round(_plain_seconds(words) * rate, 1)


def _plain_seconds(words: str) -> float:
    """Seconds at the usual speed, unrounded."""
    text = words.strip()
    if not text:
        return 0.0
    inner_stops = sum(text[:-1].count(stop) for stop in _STOPS)
    return _START + _CHARACTER * len(text) + _COMMA * text.count(",") + _INNER_STOP * inner_stops


@dataclass(frozen=True)
class Measure:
    """How slowly a voice spoke once: a factor on the estimate, and the mark of the speaker that it came from."""

    rate: float
    speaker: str = ""


def pace_on(speaker: str, measures: Sequence[Measure]) -> Pace:
    """The pace of this speaker's voice; until it is known that of the others, with more doubt."""
    own = [measure.rate for measure in measures if measure.speaker == speaker]
    others = [measure.rate for measure in measures if measure.speaker != speaker][-MEASURES_KEPT:]
    elsewhere = calibrated(others) if len(others) >= _MEASURES_NEEDED else Pace()
    if own or elsewhere == Pace():
        return calibrated(own or others, elsewhere.rate)
    return Pace(elsewhere.rate, _ELSEWHERE_DEVIATION, _ELSEWHERE_CAUTION, _ELSEWHERE_ASKS_FROM)


def with_measure(measures: Sequence[Measure], new: Measure) -> tuple[Measure, ...]:
    """The measures with one more; the oldest beyond MEASURES_KEPT are dropped."""
    own = [measure for measure in measures if measure.speaker == new.speaker][1 - MEASURES_KEPT :]
    others = [measure for measure in measures if measure.speaker != new.speaker][-MEASURES_KEPT:]
    return (*others, *own, new)


def calibrated(measures: Sequence[float], usual: float = _PLAIN_RATE) -> Pace:
    """The pace of a voice with these measured rates: their median, so that a few wild ones move nothing.

    While there are fewer than three, the `usual` rate counts as one more, and no rate that is much faster is believed:
    people also say "ready" before the question.
    """
    if not measures:
        return Pace()
    if len(measures) < _MEASURES_NEEDED:
        believed = (max(_FASTEST_OF_FEW, rate) for rate in measures)
        return Pace(_middle((usual, *believed)), _HALF_KNOWN_DEVIATION, _HALF_KNOWN_CAUTION, _HALF_KNOWN_ASKS_FROM)
    return Pace(_middle(measures), _KNOWN_DEVIATION, _KNOWN_CAUTION, _KNOWN_ASKS_FROM)


def _middle(rates: Sequence[float]) -> float:
    """The median, without the time that loading Python's `statistics` takes at each start."""
    inner = sorted(rates)[(len(rates) - 1) // 2 : len(rates) // 2 + 1]
    return fsum(inner) / len(inner)


def plausible(rate: float) -> bool:
    """Whether a measured rate can be that of a voice."""
    return FASTEST_RATE <= rate <= SLOWEST_RATE
