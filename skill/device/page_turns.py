"""One turn for the page: the speaker is rebuilt from what the page sends back, so that the server remembers nobody."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from math import ceil
from typing import Any

from pydantic import AwareDatetime, BaseModel, Field, ValidationError, field_validator

from skill.device.playing import Playing
from skill.device.speaker import UNANSWERED, Exchange, Speaker
from skill.device.transcript import as_json, moments_of
from skill.limits import START_LATENCY_SECONDS, TALKING_SECONDS
from skill.pace import Pace

Json = dict[str, Any]

_FIRST_YEAR, _LAST_YEAR = 2000, 2200


class Speech(BaseModel):
    """What is spoken, as markup."""

    ssml: str = Field(max_length=10_000)


class Reprompt(BaseModel):
    """What is spoken when nobody answers."""

    outputSpeech: Speech  # noqa: N815  # Alexa's name


class Response(BaseModel):
    """The part of a response that the page's speaker has to know again."""

    outputSpeech: Speech | None = None  # noqa: N815
    reprompt: Reprompt | None = None
    shouldEndSession: bool | None = None  # noqa: N815


class Envelope(BaseModel):
    """The last response, with the person's copy."""

    response: Response
    sessionAttributes: dict[str, Any] = {}  # noqa: N815


class Left(BaseModel):
    """Where the page's speaker was left: its session, when its last turn was, and the response to it."""

    session: str
    at: AwareDatetime
    envelope: Envelope

    @field_validator("at")
    @classmethod
    def _in_our_time(cls, at: datetime) -> datetime:
        if not _FIRST_YEAR <= at.year <= _LAST_YEAR:
            raise ValueError("is not in our time")
        return at.astimezone(UTC)


def page_turn(speaker: Speaker, sent: Mapping[str, Any], now: Callable[[], datetime]) -> Json:
    """What the person said (nothing: nobody answered) as a turn, with the conversation to be sent back next time.

    Raises ValueError when the conversation is not one that this function gave.
    """
    at = _taken_up(speaker, sent, now)
    exchange = speaker.say(sent["words"], at) if sent["words"].strip() else speaker.end(UNANSWERED, at)
    if exchange is None:
        return {"conversation": None, "moments": [], "listens": False, "reprompt": []}
    conversation = {"session": speaker.session, "at": exchange.at.isoformat(), "envelope": exchange.response}
    reprompt = moments_of(exchange.playing.reprompt)
    return {**as_json(exchange), "reprompt": reprompt, "conversation": conversation}


def _taken_up(speaker: Speaker, sent: Mapping[str, Any], now: Callable[[], datetime]) -> datetime:
    """Put the speaker where it was left, and say when these words arrive: on the reply's own clock, not the voice's."""
    if sent.get("conversation") is None:
        return now()
    try:
        left = Left.model_validate(sent["conversation"])
    except ValidationError as wrong:
        raise ValueError("The conversation is not one that the page was given.") from wrong
    playing = Playing.of(left.envelope.response.model_dump(), Pace(speaker.whose.speech_rate))
    speaker.session = left.session
    speaker.last = Exchange(left.at, "", "", {}, left.envelope.model_dump(), playing)
    return left.at + timedelta(seconds=ceil(START_LATENCY_SECONDS + sent["after_seconds"] + TALKING_SECONDS))
