"""A skill that says what a test wants it to say, and remembers what it was sent."""

from collections.abc import Mapping
from typing import Any


def speech(words: str) -> dict[str, str]:
    return {"type": "SSML", "ssml": f"<speak>{words}</speak>"}


def asking(words: str, again: str) -> dict[str, Any]:
    """A response that leaves the microphone open."""
    return {"outputSpeech": speech(words), "reprompt": {"outputSpeech": speech(again)}, "shouldEndSession": False}


def closing(words: str) -> dict[str, Any]:
    """A response after which the session is over."""
    return {"outputSpeech": speech(words), "shouldEndSession": True}


class Scripted:
    """Answers one request after the other with the responses it was given, the last one for ever."""

    def __init__(self, *responses: dict[str, Any]) -> None:
        self.responses = list(responses)
        self.sent: list[Mapping[str, Any]] = []

    def handle(self, envelope: Mapping[str, Any]) -> dict[str, Any]:
        self.sent.append(envelope)
        response = {} if envelope["request"]["type"] == "SessionEndedRequest" else self._next()
        return {"version": "1.0", "sessionAttributes": {"turn": len(self.sent)}, "response": response}

    def _next(self) -> dict[str, Any]:
        return self.responses.pop(0) if len(self.responses) > 1 else self.responses[0]

    @property
    def kinds(self) -> list[str]:
        """What was sent, in short."""
        requests = [envelope["request"] for envelope in self.sent]
        return [request.get("intent", {}).get("name") or request["type"] for request in requests]
