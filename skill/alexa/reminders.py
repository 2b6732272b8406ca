"""Alexa's reminders as the dialogue asks for them; the SDK's client is loaded with the first call."""
# ruff: noqa: PLC0415

import logging
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from skill.alexa.in_time import ENDPOINTS, in_time
from skill.ports.reminders import Order, Reminder, Result, Trouble
from skill.ports.time_zones import Device

if TYPE_CHECKING:
    from skill.alexa.reminder_service import Asking

ARRANGING_SECONDS = 1.2
"""For all calls of one request, from looking up the name to the last byte: the store still has to write after it."""

_log = logging.getLogger(__name__)


class AlexaReminders:
    """Alexa's reminders service, which needs the listener's permission and a device that can ring."""

    def __init__(self, endpoints: AbstractSet[str] = ENDPOINTS, seconds: float = ARRANGING_SECONDS) -> None:
        self._endpoints = endpoints
        self._seconds = seconds

    def make(self, device: Device | None, order: Order) -> Result:
        """Make a reminder, unless Alexa lists the same already."""
        from skill.alexa.reminder_service import made

        return self._asked(device, lambda client: made(client, order))

    def kept(self, device: Device | None) -> Result:
        """The reminders made by this skill that may still ring."""
        from skill.alexa.reminder_service import every

        return self._asked(device, lambda client: tuple(dict.fromkeys(found for _, found in every(client))))

    def cancel(self, device: Device | None, reminders: tuple[Reminder, ...]) -> Result:
        """Cancel these, by the tokens that Alexa lists for them now."""
        from skill.alexa.reminder_service import cancelled

        return self._asked(device, lambda client: cancelled(client, reminders))

    def _asked(self, device: Device | None, ask: "Asking") -> Result:
        """What `ask` gives for this device's client in time, else the trouble."""
        if device is None or device.endpoint.rstrip("/") not in self._endpoints or not device.token:
            return Trouble.NOT_HERE
        from skill.alexa.reminder_service import client_for, told

        client = client_for(device, self._seconds)
        result = in_time(lambda: told(ask, client), self._seconds)
        if result is None:
            _log.warning("no reminders: no answer in time")
            return Trouble.AWAY
        return result
