"""Builds the doctor's test requests: a launch by a made-up account, then the event that disables the skill for it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from skill.alexa.requests import LAUNCH_REQUEST, Sender, envelope

Json = dict[str, Any]

NOBODY = Sender("amzn1.ask.account.GENTLEBACKDOCTOR", "amzn1.ask.device.GENTLEBACKDOCTOR", "gentle-back-doctor")
"""The made-up account; its record is deleted after each launch."""


def a_launch(at: datetime) -> Json:
    """A launch request."""
    return envelope(NOBODY, {**LAUNCH_REQUEST, "requestId": f"doctor-{at.timestamp():.0f}"}, at, None)


def a_farewell(at: datetime) -> Json:
    """The event that this account has disabled the skill, which deletes its record; such an event has no session."""
    told = envelope(NOBODY, {"type": "AlexaSkillEvent.SkillDisabled", "requestId": "doctor-leaves"}, at, None)
    return {name: part for name, part in told.items() if name != "session"}


def words_of(response: Mapping[str, Any]) -> str:
    """The speech of a response; empty if there is none, or if it ends the session, as an apology does."""
    told = response.get("response") or {}
    words: str = (told.get("outputSpeech") or {}).get("ssml") or ""
    return words if told.get("shouldEndSession") is False else ""
