"""The one estimate of how long words take when they are spoken, and what a person's answers teach about it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

_START = 0.16
_CHARACTER = 0.050
_COMMA = 0.28
_INNER_STOP = 0.44
_STOPS = ".?!:;"

SLOWEST_RATE = 1.7
FASTEST_RATE = 0.5
"""What is measured beyond these was no voice: somebody was away, or spoke into the reply."""

MEASURES_KEPT = 7
"""The newest measures of a speaker count; and of all the others as many are kept."""

_MEASURES_NEEDED = 3
_UNKNOWN_DEVIATION = 0.2
_ELSEWHERE_DEVIATION = 0.12
_KNOWN_DEVIATION = 0.04
_UNKNOWN_CAUTION = 1.4
_KNOWN_CAUTION = 1.2


@dataclass(frozen=True)
class Pace:
    """How fast a voice speaks: `rate` stretches the estimate, `deviation` is how unsure it is, as a share of it.

    `caution` says by how many standard deviations a place is put earlier. The figures of the estimate were fitted to
    synthesised speech at its usual speed; its error is mostly one unknown factor a voice.
    """

    rate: float = 1.0
    deviation: float = _UNKNOWN_DEVIATION
    caution: float = _UNKNOWN_CAUTION

    def seconds(self, words: str) -> float:
        """Seconds that one utterance takes, to a tenth."""
        text = words.strip()
        if not text:
            return 0.0
        inner_stops = sum(text[:-1].count(stop) for stop in _STOPS)
        plain = _START + _CHARACTER * len(text) + _COMMA * text.count(",") + _INNER_STOP * inner_stops
        return round(plain * self.rate, 1)


@dataclass(frozen=True)
class Measure:
    """How slowly a voice spoke once, as a share of the estimate, and the mark of the speaker that it came from."""

    rate: float
    speaker: str = ""


def pace_on(speaker: str, measures: Sequence[Measure]) -> Pace:
    """The pace of the voice of this speaker; till it is known, that of the others, of which it may be rather unlike."""
    own = calibrated([measure.rate for measure in measures if measure.speaker == speaker])
    if own != Pace():
        return own
    others = calibrated([measure.rate for measure in measures][-MEASURES_KEPT:])
    return others if others == Pace() else replace(others, deviation=_ELSEWHERE_DEVIATION, caution=_UNKNOWN_CAUTION)


def with_measure(measures: Sequence[Measure], new: Measure) -> tuple[Measure, ...]:
    """The measures with one more: the newest of its speaker count, and as many of all the others."""
    own = [measure for measure in measures if measure.speaker == new.speaker][1 - MEASURES_KEPT :]
    others = [measure for measure in measures if measure.speaker != new.speaker][-MEASURES_KEPT:]
    return (*others, *own, new)


def calibrated(measures: Sequence[float]) -> Pace:
    """The pace of a voice whose rate was measured so often: the median, for a few wild measures must move nothing."""
    if len(measures) < _MEASURES_NEEDED:
        return Pace()
    return Pace(median(measures), _KNOWN_DEVIATION, _KNOWN_CAUTION)


def plausible(rate: float) -> bool:
    """Whether a measured rate can be that of a voice."""
    return FASTEST_RATE <= rate <= SLOWEST_RATE
