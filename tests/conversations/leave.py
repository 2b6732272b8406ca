"""Alexa's own part when reminders are asked for: she asks for leave, keeps them, and tells the skill what she heard."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from skill.alexa.requests import Sender, envelope
from skill.device.playing import Playing
from skill.device.reminders import PretendReminders
from skill.device.speaker import Exchange, Speaker
from skill.pace import Pace
from skill.ports.reminders import Order, Reminder, Result, Trouble
from skill.ports.time_zones import Device


@dataclass
class EchoReminders(PretendReminders):
    """Reminders that ring; or a trouble in the place of each answer."""

    trouble: Trouble | None = None

    def make(self, device: Device | None, order: Order) -> Result:
        super().make(device, order)
        return self.trouble or (order.reminder,)

    def kept(self, device: Device | None) -> Result:
        return self.trouble or super().kept(device)

    def cancel(self, device: Device | None, reminders: tuple[Reminder, ...]) -> Result:
        return self.trouble or super().cancel(device, reminders)


def heard_by_alexa(speaker: Speaker, words: str, at: datetime, status: str) -> Exchange:
    """The skill is told in a new session how the question that it had Alexa put was answered."""
    assert speaker.last is not None, "nobody has wished for anything yet"
    assert not speaker.session, "the session is over while Alexa asks"
    (directive,) = speaker.last.response["response"]["directives"]
    request: dict[str, Any] = {
        "type": "Connections.Response",
        "requestId": f"leave {at.isoformat()}",
        "name": directive["name"],
        "token": directive["token"],
        "status": {"code": "200", "message": "OK"},
        "payload": {"permissionScope": directive["payload"]["permissionScope"], "status": status},
    }
    speaker.session = f"after leave {at.isoformat()}"
    whose = speaker.whose
    sender = Sender(whose.user, whose.device, speaker.session, whose.locale, whose.person)
    response = speaker.skill.handle(envelope(sender, request, at, None))
    playing = Playing.of(response["response"], Pace(whose.speech_rate))
    exchange = Exchange(at, words, "Permission", {}, response, playing)
    speaker.last = exchange
    speaker.session = speaker.session if playing.listens else ""
    return exchange
