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
    """A reply as it is heard by a voice of this pace; seconds count from when the request was sent."""

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
        """When the last word has been heard."""
        return START_LATENCY_SECONDS + self.speech.seconds

    @property
    def given_up_seconds(self) -> float:
        """When nobody answered, not even to the reprompt."""
        return self.over_seconds + LISTENING_SECONDS + self.reprompt.seconds + LISTENING_SECONDS

    def passed(self, ends: Point | None = None) -> list[float]:
        """The seconds of the reply as it was sent, before each moment and after the last.

        `ends` is where it was to end. Cues that follow each other without a silence are one passage here, and take a
        little longer than each by itself, as they were estimated: so the speech is measured by that end.
        """
        own = [*points(self.speech, self.rate)]
        share = ends.speech / own[-1].speech if ends and own[-1].speech else 1.0
        return [point.speech * share + point.silence for point in own]

    def heard_after(self, seconds: float, ends: Point | None = None) -> Heard:
        """How much of the speech had been heard so many seconds after its first word; `ends` as in `passed`."""
        heard = 0.0
        for (start, moment), (before, after) in zip(self.speech.timed(), pairwise(self.passed(ends)), strict=True):
            share = min(1.0, max(0.0, (seconds - start) / moment.seconds)) if moment.seconds else 1.0
            heard = before + share * (after - before) if share else heard
        return Heard(round(heard, 1), over=seconds >= self.speech.seconds)


def _timeline(speech: Mapping[str, Any] | None, pace: Pace) -> Timeline:
    """Words, sounds and silences as they are heard; breaks next to each other are one silence."""
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
