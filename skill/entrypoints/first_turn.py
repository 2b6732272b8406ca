"""Plays two conversations for nobody, so that the first real turn finds everything loaded and worked out."""

from typing import Any

from skill.alexa.identity import Identity
from skill.alexa.skill import AlexaSkill
from skill.assembly import read, the_library
from skill.dialogue.guide import Guide
from skill.ports.store import JsonRecord, Kept, Owner

_AT = "2026-01-05T07:00:00Z"
_CONVERSATIONS: tuple[tuple[dict[str, Any], ...], ...] = (
    (
        {"type": "LaunchRequest"},
        {"type": "IntentRequest", "intent": {"name": "AMAZON.YesIntent"}},
        {"type": "IntentRequest", "intent": {"name": "ReadyIntent"}},
    ),
    (
        {
            "type": "IntentRequest",
            "intent": {"name": "ByTimeIntent", "slots": {"duration": {"name": "duration", "value": "PT30M"}}},
        },
    ),
)
"""The routine that is offered, led to its first stretch; and one composed for half an hour, which fills caches."""


class _Nowhere:
    """A store that keeps nothing."""

    def turn_begins(self) -> None:
        """There is no deadline."""

    def read(self, _: Owner) -> Kept | None:
        """Nobody is known."""
        return None

    def write(self, _: Owner, __: JsonRecord, after: int) -> int:
        """The next version, as if the record had been kept."""
        return after + 1

    def household(self, _: str) -> dict[str, Kept]:
        """Nobody is known."""
        return {}

    def forget(self, _: Owner) -> None:
        """Nobody is known."""

    def forget_household(self, _: str) -> int:
        """Nobody is known."""
        return 0

    def healthy(self) -> bool:
        """Always."""
        return True

    def close(self) -> None:
        """Nothing is open."""


def rehearse() -> None:
    """Play these conversations; nothing of them is kept."""
    skill = AlexaSkill(Guide(the_library(), _Nowhere()), Identity(b"nobody's"), read)
    for conversation in _CONVERSATIONS:
        attributes: dict[str, Any] = {}
        for number, request in enumerate(conversation):
            attributes = skill.handle(_envelope(number, request, attributes)).get("sessionAttributes", {})


def _envelope(number: int, request: dict[str, Any], attributes: dict[str, Any]) -> dict[str, Any]:
    return {
        "version": "1.0",
        "session": {"new": number == 0, "sessionId": "nobody's", "attributes": attributes},
        "context": {"System": {"user": {"userId": "nobody"}, "device": {"deviceId": "none"}}},
        "request": {**request, "requestId": f"rehearsed-{number}", "timestamp": _AT, "locale": "en-US"},
    }
