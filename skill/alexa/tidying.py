"""An envelope with only what the SDK can deserialise: it raises on anything newer than itself, before any handler."""

from datetime import UTC
from typing import Any

from skill.ports.turn import ENDED, LAUNCH, Turn

_ANONYMOUS = "not-told"


def tidied(turn: Turn) -> dict[str, Any]:
    """The same request in the fields that every version knows; ids stay out, for the turn has what is needed."""
    return {
        "version": "1.0",
        "session": {
            "new": turn.opens,
            "sessionId": turn.conversation,
            "application": {"applicationId": _ANONYMOUS},
            "user": {"userId": _ANONYMOUS},
            "attributes": {},
        },
        "context": {"System": {"application": {"applicationId": _ANONYMOUS}, "user": {"userId": _ANONYMOUS}}},
        "request": _request(turn),
    }


def _request(turn: Turn) -> dict[str, Any]:
    request: dict[str, Any] = {
        "requestId": turn.id,
        "timestamp": turn.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "locale": turn.locale,
    }
    if turn.intent == LAUNCH:
        return {**request, "type": "LaunchRequest"}
    if turn.intent == ENDED:
        return {**request, "type": "SessionEndedRequest", "reason": "USER_INITIATED"}
    return {**request, "type": "IntentRequest", "intent": {"name": turn.intent, "confirmationStatus": "NONE"}}
