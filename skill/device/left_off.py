"""The conversation as the page sends it back: session, time and last response, validated."""

from datetime import UTC, datetime
from typing import Any

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, field_validator
from pydantic.alias_generators import to_camel

_FIRST_YEAR, _LAST_YEAR = 2000, 2200


class _Alexas(BaseModel):
    """Named as Alexa names it in JSON."""

    model_config = ConfigDict(alias_generator=to_camel)


class Speech(_Alexas):
    """What is spoken, as markup."""

    ssml: str = Field(max_length=10_000)


class Reprompt(_Alexas):
    """What is spoken when nobody answers."""

    output_speech: Speech


class Response(_Alexas):
    """The part of a response that the page's speaker has to know again."""

    output_speech: Speech | None = None
    reprompt: Reprompt | None = None
    should_end_session: bool | None = None


class Envelope(_Alexas):
    """The last response, with the person's copy."""

    response: Response
    session_attributes: dict[str, Any] = {}


class LeftOff(_Alexas):
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
