"""The one estimate of how long words take when they are spoken, and what a person's answers teach about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum

_START = 0.16
_CHARACTER = 0.050
_COMMA = 0.28
_INNER_STOP = 0.44
"""Seconds of a sentence, of each character, comma and stop within it: fitted to synthesised speech (`Pace`)."""
_STOPS = ".?!:;"
_ESTIMATES_KEPT = 8192
"""Cues and passages: a turn lays its routine out several times, and says much of the one before."""

SLOWEST_RATE = 1.7
FASTEST_RATE = 0.5
"""What is measured beyond these was no voice: somebody was away, or spoke into the reply."""

MEASURES_KEPT = 7
"""The newest measures of a speaker count; and of all the others as many are kept."""

_MEASURES_NEEDED = 3
_PLAIN_RATE = 1.0
_FASTEST_OF_FEW = 0.85
"""Of one or two measures none below this is believed. This and all below is the table of 0010."""
_UNKNOWN_DEVIATION = 0.08
_ELSEWHERE_DEVIATION = 0.12
_HALF_KNOWN_DEVIATION = 0.05
_KNOWN_DEVIATION = 0.03
_UNKNOWN_CAUTION = 1.25
"""So many of these deviations are a tenth: by a voice that much slower, too, it is known who is in a hold."""
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
    """How fast a voice speaks: `rate` stretches the estimate, `deviation` is how unsure it is, as a share of it.

    A hold is over when its estimated end lies `caution` standard deviations back; from `asks_from` on it may be over,
    and the person is asked. When they are back after a while they are asked from `hardly` deviations before it to as
    many after it, for that costs nothing then. The figures of the estimate were fitted to synthesised speech at its
    usual speed; its error is mostly one unknown factor a voice.
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
"""Of a device that tells how much was heard: nothing is estimated, and no voice is measured on it or for it."""


@lru_cache(maxsize=_ESTIMATES_KEPT)
def spoken_seconds(words: str, rate: float) -> float:
    """Seconds that one utterance takes a voice of this rate, to a tenth."""
    return round(_plain_seconds(words) * rate, 1)


def _plain_seconds(words: str) -> float:
    """Seconds at the usual speed."""
    text = words.strip()
    if not text:
        return 0.0
    inner_stops = sum(text[:-1].count(stop) for stop in _STOPS)
    return _START + _CHARACTER * len(text) + _COMMA * text.count(",") + _INNER_STOP * inner_stops


@dataclass(frozen=True)
class Measure:
    """How slowly a voice spoke once, as a share of the estimate, and the mark of the speaker that it came from."""

    rate: float
    speaker: str = ""


def pace_on(speaker: str, measures: Sequence[Measure]) -> Pace:
    """The pace of the voice of this speaker; till it is known, that of the others, of which it may be rather unlike."""
    own = [measure.rate for measure in measures if measure.speaker == speaker]
    others = [measure.rate for measure in measures if measure.speaker != speaker][-MEASURES_KEPT:]
    elsewhere = calibrated(others) if len(others) >= _MEASURES_NEEDED else Pace()
    if own or elsewhere == Pace():
        return calibrated(own or others, elsewhere.rate)
    return Pace(elsewhere.rate, _ELSEWHERE_DEVIATION, _ELSEWHERE_CAUTION, _ELSEWHERE_ASKS_FROM)


def with_measure(measures: Sequence[Measure], new: Measure) -> tuple[Measure, ...]:
    """The measures with one more: the newest of its speaker count, and as many of all the others."""
    own = [measure for measure in measures if measure.speaker == new.speaker][1 - MEASURES_KEPT :]
    others = [measure for measure in measures if measure.speaker != new.speaker][-MEASURES_KEPT:]
    return (*others, *own, new)


def calibrated(measures: Sequence[float], usual: float = _PLAIN_RATE) -> Pace:
    """The pace of a voice whose rate was measured so often: the median, for a few wild measures must move nothing.

    Before there are three what is `usual` counts as one more, and none is believed that says the voice is much faster:
    "ready" is also said before the question.
    """
    if not measures:
        return Pace()
    if len(measures) < _MEASURES_NEEDED:
        believed = (max(_FASTEST_OF_FEW, rate) for rate in measures)
        return Pace(_middle((usual, *believed)), _HALF_KNOWN_DEVIATION, _HALF_KNOWN_CAUTION, _HALF_KNOWN_ASKS_FROM)
    return Pace(_middle(measures), _KNOWN_DEVIATION, _KNOWN_CAUTION, _KNOWN_ASKS_FROM)


def _middle(rates: Sequence[float]) -> float:
    """The median: each start would load all of Python's statistics for this."""
    inner = sorted(rates)[(len(rates) - 1) // 2 : len(rates) // 2 + 1]
    return fsum(inner) / len(inner)


def plausible(rate: float) -> bool:
    """Whether a measured rate can be that of a voice."""
    return FASTEST_RATE <= rate <= SLOWEST_RATE
