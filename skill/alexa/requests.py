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
    """The sender of a request: account, device, session, locale, and a recognised voice."""

    user: str
    device: str
    session: str
    locale: str = "en-US"
    person: str = ""
    heard: Heard | None = None
    """What one of our devices reports of its last reply; None for an Echo."""
    also: Wish | None = None
    """What else was wished in the same breath; None for an Echo, which hears one wish at a time."""
    goes_on: bool = False
    """Whether the device answers "Ready?" itself if nobody does; on an Echo the session ends."""


def envelope(
    sender: Sender, request: Mapping[str, Any], at: datetime, open_session: Mapping[str, Any] | None
) -> dict[str, Any]:
    """A request envelope. `open_session` has the attributes of the session under way; None opens a new one."""
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
    """An IntentRequest with its slots, resolved as Alexa resolves them."""
    return {
        "type": "IntentRequest",
        "intent": {
            "name": intent,
            "confirmationStatus": "NONE",
            "slots": {name: _slot(name, slot) for name, slot in slots.items()},
        },
    }


def answer_request(intent: str, slot: str, said: Slot) -> dict[str, Any]:
    """An IntentRequest inside a dialogue: what is said when Alexa was told to elicit this slot."""
    return {**intent_request(intent, {slot: said}), "dialogState": "IN_PROGRESS"}


def _ours(sender: Sender) -> dict[str, Any]:
    """The part of the context that only our own devices send."""
    heard, also = sender.heard, sender.also
    told = {"heardSeconds": heard.seconds, "over": heard.over} if heard else {}
    ours = {**told, **_besides(also), **({"goesOn": True} if sender.goes_on else {})}
    return {OURS: ours} if ours else {}


def _besides(also: Wish | None) -> dict[str, Any]:
    """The further wishes, each nested in the one before."""
    if also is None:
        return {}
    return {"also": {"intent": intent_request(also.intent, also.slots)["intent"], **_besides(also.also)}}


def ended_request(reason: str, error: str = "") -> dict[str, Any]:
    """A SessionEndedRequest, for a reason that only the device knows, or an error of some type."""
    told = {"error": {"type": error, "message": "as documented"}} if error else {}
    return {"type": "SessionEndedRequest", "reason": reason, **told}


def _slot(name: str, slot: Slot) -> dict[str, Any]:
    code = "ER_SUCCESS_MATCH" if slot.ids else "ER_SUCCESS_NO_MATCH"
    authority: dict[str, Any] = {"authority": f"amzn1.er-authority.local.{name}", "status": {"code": code}}
    if slot.ids:
        authority["values"] = [{"value": {"name": slug, "id": slug}} for slug in slot.ids]
    resolutions = {"resolutionsPerAuthority": [authority]}
    return {"name": name, "value": slot.said, "confirmationStatus": "NONE", "resolutions": resolutions}
