"""What a speaker makes of a response: moments to be heard, and whether it listens afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from skill.limits import LISTENING_SECONDS, START_LATENCY_SECONDS
from skill.pace import Pace
from skill.speech.plain import joined
from skill.speech.ssml import read_back
from skill.timeline import Moment, Role, Timeline


@dataclass(frozen=True)
class Playing:
    """A reply as it is heard by a voice of this pace; seconds count from when the request was sent."""

    speech: Timeline
    reprompt: Timeline
    listens: bool

    @classmethod
    def of(cls, response: Mapping[str, Any], pace: Pace) -> "Playing":
        """The playing of a response envelope's `response`."""
        return cls(
            speech=_timeline(response.get("outputSpeech"), pace),
            reprompt=_timeline((response.get("reprompt") or {}).get("outputSpeech"), pace),
            listens=response.get("shouldEndSession") is False,
        )

    @property
    def over_seconds(self) -> float:
        """When the last word has been heard."""
        return START_LATENCY_SECONDS + self.speech.seconds

    @property
    def given_up_seconds(self) -> float:
        """When nobody answered, not even to the reprompt."""
        return self.over_seconds + LISTENING_SECONDS + self.reprompt.seconds + LISTENING_SECONDS


def _timeline(speech: Mapping[str, Any] | None, pace: Pace) -> Timeline:
    """Words and silences as they are heard; breaks next to each other are one silence."""
    pieces = read_back(speech["ssml"]) if speech else iter(())
    moments = (_moment(piece, pace) for piece in pieces)
    return Timeline(tuple(joined(Timeline(tuple(moments)))))


def _moment(piece: str | float, pace: Pace) -> Moment:
    if isinstance(piece, str):
        return Moment(Role.NEXT, pace.seconds(piece), piece)
    return Moment(Role.REST, piece)
