"""How a speaker plays a response: its moments, and whether it listens afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from skill.limits import CHIME_SECONDS, LISTENING_SECONDS, START_LATENCY_SECONDS
from skill.pace import Pace
from skill.ports.turn import Heard
from skill.speech.plain import joined
from skill.speech.ssml import Stressed, read_back
from skill.timeline import Moment, Point, Role, Signal, Timeline, points


@dataclass(frozen=True)
class Playing:
    """A reply as it is heard in a voice of some pace."""

    speech: Timeline
    reprompt: Timeline
    listens: bool
    rate: float = 1.0

    @classmethod
    def of(cls, response: Mapping[str, Any], pace: Pace) -> "Playing":
        """The playing of a response envelope's `response`."""
        return cls(
            speech=_timeline(response.get("outputSpeech"), pace),
            reprompt=_timeline((response.get("reprompt") or {}).get("outputSpeech"), pace),
            listens=response.get("shouldEndSession") is False,
            rate=pace.rate,
        )

    @property
    def over_seconds(self) -> float:
        """Seconds from sending the request to the end of the last word."""
        return START_LATENCY_SECONDS + self.speech.seconds

    @property
    def given_up_seconds(self) -> float:
        """Seconds from sending the request until nobody has answered, not even to the reprompt."""
        return self.over_seconds + LISTENING_SECONDS + self.reprompt.seconds + LISTENING_SECONDS

    def passed(self, ends: Point | None = None) -> list[float]:
        """By the estimates of whoever sent it, the seconds of the reply before each moment and after the last.

        Cues without a silence between them are one passage here, with another estimate than each cue by itself. So all
        speech is scaled to the `ends` of the reply as it was sent.
        """
        own = [*points(self.speech, self.rate)]
        share = ends.speech / own[-1].speech if ends and own[-1].speech else 1.0
        return [point.speech * share + point.silence for point in own]

    def heard_after(self, seconds: float, ends: Point | None = None) -> Heard:
        """How much of the reply was heard so many seconds after its first word; `ends` as in `passed`."""
        heard = 0.0
        for (start, moment), (before, after) in zip(self.speech.timed(), pairwise(self.passed(ends)), strict=True):
            share = min(1.0, max(0.0, (seconds - start) / moment.seconds)) if moment.seconds else 1.0
            heard = before + share * (after - before) if share else heard
        return Heard(round(heard, 1), over=seconds >= self.speech.seconds)


def _timeline(speech: Mapping[str, Any] | None, pace: Pace) -> Timeline:
    """The words, sounds and silences of the markup; adjacent breaks are one silence."""
    pieces = read_back(speech["ssml"]) if speech else iter(())
    moments = (_moment(piece, pace) for piece in pieces)
    return Timeline(tuple(joined(Timeline(tuple(moments)))))


def _moment(piece: str | Stressed | float | Signal, pace: Pace) -> Moment:
    if isinstance(piece, Signal):
        return Moment(Role.REST, CHIME_SECONDS, sound=piece)
    if isinstance(piece, Stressed):
        return Moment(Role.NEXT, pace.seconds(piece.words), piece.words, stress=piece.stress)
    if isinstance(piece, str):
        return Moment(Role.NEXT, pace.seconds(piece), piece)
    return Moment(Role.REST, piece)
