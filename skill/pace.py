"""The one estimate of how long words take when they are spoken."""

from dataclasses import dataclass

_START = 0.16
_CHARACTER = 0.050
_COMMA = 0.28
_INNER_STOP = 0.44
_STOPS = ".?!:;"


@dataclass(frozen=True)
class Pace:
    """How fast a voice speaks: `rate` stretches the estimate, `deviation` is how unsure it is, as a share.

    The figures were fitted to synthesised speech at its usual speed; the error is mostly one unknown factor a voice.
    """

    rate: float = 1.0
    deviation: float = 0.10

    def seconds(self, words: str) -> float:
        """Seconds that one utterance takes, to a tenth."""
        text = words.strip()
        if not text:
            return 0.0
        inner_stops = sum(text[:-1].count(stop) for stop in _STOPS)
        plain = _START + _CHARACTER * len(text) + _COMMA * text.count(",") + _INNER_STOP * inner_stops
        return round(plain * self.rate, 1)
