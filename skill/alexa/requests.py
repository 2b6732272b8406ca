"""Writes request envelopes as Alexa would send them: for the pretend device and the tests."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from skill.alexa.reading import OURS
from skill.ports.turn import Heard, Slot, Wish

LAUNCH_REQUEST = {"type": "LaunchRequest"}


@dataclass(frozen=True)
class Sender:
    """The sender, with the device and the session."""

    user: str
    device: str
    session: str
    locale: str = "en-US"
    person: str = ""
    heard: Heard | None = None
    """What a device of ours tells of its last reply; an Echo tells nothing."""
    also: Wish | None = None
    """What it heard wished in the same breath; an Echo hears one wish at a time."""
    goes_on: bool = False
    """Whether it answers "Ready?" itself where nobody does; on an Echo the session ends."""


def envelope(
    sender: Sender, request: Mapping[str, Any], at: datetime, open_session: Mapping[str, Any] | None
) -> dict[str, Any]:
    """A whole request; `open_session` holds the attributes of a session under way, None opens a new one."""
    stamp = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    system: dict[str, Any] = {
        "application": {"applicationId": "amzn1.ask.skill.local"},
        "user": {"userId": sender.user},
        "device": {"deviceId": sender.device, "supportedInterfaces": {}},
    }
    if sender.person:
        system["person"] = {"personId": sender.person}
    return {
        "version": "1.0",
        "session": {
            "new": open_session is None,
            "sessionId": sender.session,
            "application": system["application"],
            "user": system["user"],
            "attributes": dict(open_session or {}),
        },
        "context": {"System": system, **_ours(sender)},
        "request": {**request, "timestamp": stamp, "locale": sender.locale},
    }


def intent_request(intent: str, slots: Mapping[str, Slot]) -> dict[str, Any]:
    """A wish with its slots, resolved as Alexa resolves them."""
    return {
        "type": "IntentRequest",
        "intent": {
            "name": intent,
            "confirmationStatus": "NONE",
            "slots": {name: _slot(name, slot) for name, slot in slots.items()},
        },
    }


def answer_request(intent: str, slot: str, said: Slot) -> dict[str, Any]:
    """What is said where Alexa was told to listen for this slot."""
    return {**intent_request(intent, {slot: said}), "dialogState": "IN_PROGRESS"}


def _ours(sender: Sender) -> dict[str, Any]:
    """What only a device of ours tells."""
    heard, also = sender.heard, sender.also
    told = {"heardSeconds": heard.seconds, "over": heard.over} if heard else {}
    ours = {**told, **_besides(also), **({"goesOn": True} if sender.goes_on else {})}
    return {OURS: ours} if ours else {}


def _besides(also: Wish | None) -> dict[str, Any]:
    """What is wished besides, and what besides that."""
    if also is None:
        return {}
    return {"also": {"intent": intent_request(also.intent, also.slots)["intent"], **_besides(also.also)}}


def ended_request(reason: str, error: str = "") -> dict[str, Any]:
    """The end of a session that nobody asked the skill about; an error has a type."""
    told = {"error": {"type": error, "message": "as documented"}} if error else {}
    return {"type": "SessionEndedRequest", "reason": reason, **told}


def _slot(name: str, slot: Slot) -> dict[str, Any]:
    code = "ER_SUCCESS_MATCH" if slot.ids else "ER_SUCCESS_NO_MATCH"
    authority: dict[str, Any] = {"authority": f"amzn1.er-authority.local.{name}", "status": {"code": code}}
    if slot.ids:
        authority["values"] = [{"value": {"name": slug, "id": slug}} for slug in slot.ids]
    resolutions = {"resolutionsPerAuthority": [authority]}
    return {"name": name, "value": slot.said, "confirmationStatus": "NONE", "resolutions": resolutions}
