"""One turn for the page: the speaker is rebuilt from what the page sends back, so that the server remembers nobody."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from math import ceil
from typing import Any

from skill.device.playing import Playing
from skill.device.speaker import UNANSWERED, Exchange, Speaker
from skill.device.transcript import as_json, moments_of
from skill.limits import START_LATENCY_SECONDS, TALKING_SECONDS
from skill.pace import Pace

Json = dict[str, Any]


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
    conversation = sent.get("conversation")
    if conversation is None:
        return now()
    try:
        at = datetime.fromisoformat(conversation["at"]).astimezone(UTC)
        envelope, session = dict(conversation["envelope"]), str(conversation["session"])
        playing = Playing.of(envelope["response"], Pace(speaker.whose.speech_rate))
    except (KeyError, TypeError, ValueError, AttributeError, SyntaxError) as wrong:
        raise ValueError("The conversation is not one that the page was given.") from wrong
    speaker.session = session
    speaker.last = Exchange(at, "", "", {}, envelope, playing)
    return at + timedelta(seconds=ceil(START_LATENCY_SECONDS + sent["after_seconds"] + TALKING_SECONDS))
