"""A first turn that nobody hears: what every first turn loads, opens and works out is there when somebody comes."""

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
"""What is offered, and half an hour that is composed: what is worked out of each stretch for that is kept."""


class _Nowhere:
    """Keeps nothing, and asks nobody."""

    def turn_begins(self) -> None:
        """Nothing is waited for."""

    def read(self, _: Owner) -> Kept | None:
        """Nobody is known."""
        return None

    def write(self, _: Owner, __: JsonRecord, after: int) -> int:
        """As if it had been kept."""
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
        """There is nothing that could be ill."""
        return True

    def close(self) -> None:
        """Nothing is open."""


def rehearse() -> None:
    """A launch, the routine that is offered, its first stretch, and a routine for somebody's time, led to nobody."""
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
