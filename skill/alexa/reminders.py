"""Alexa's own reminders: made, told and cancelled through the SDK's client, briefly, and every refusal has a name."""

import logging
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from http import HTTPStatus

from ask_sdk_model.services import ApiConfiguration, ServiceException
from ask_sdk_model.services.reminder_management import (
    AlertInfo,
    PushNotification,
    PushNotificationStatus,
    ReminderManagementServiceClient,
    ReminderRequest,
    SpokenInfo,
    SpokenText,
)

from skill.alexa.alerts import reminders_in
from skill.alexa.api_client import BriefApiClient, PlainAnswers
from skill.alexa.in_time import ENDPOINTS, in_time
from skill.alexa.reminder_trigger import trigger_of
from skill.ports.reminders import Order, Reminder, Result, Trouble
from skill.ports.time_zones import Device

ARRANGING_SECONDS = 1.2
"""From looking the name up to the last byte of all that is asked: the turn has 2.5 s, and the store has to write."""

_MEANS: Mapping[int, Trouble] = {
    HTTPStatus.UNAUTHORIZED: Trouble.NOT_ALLOWED,
    HTTPStatus.FORBIDDEN: Trouble.NOT_HERE,
    HTTPStatus.TOO_MANY_REQUESTS: Trouble.BUSY,
}
_FULL_CODE = "MAX_REMINDERS_EXCEEDED"
"""Refused with the same status as a device that cannot keep any, and told apart by its code."""

_log = logging.getLogger(__name__)

Client = ReminderManagementServiceClient
Asking = Callable[[Client], Result]


class AlexaReminders:
    """Alexa's reminders service. It needs a permission of the listener's, and a device that can ring."""

    def __init__(self, endpoints: AbstractSet[str] = ENDPOINTS, seconds: float = ARRANGING_SECONDS) -> None:
        self._endpoints = endpoints
        self._seconds = seconds

    def make(self, device: Device | None, order: Order) -> Result:
        """Make a reminder; Alexa is asked first whether it is there already."""
        return self._asked(device, lambda client: _made(client, order))

    def kept(self, device: Device | None) -> Result:
        """Those that this skill has made, and that may still ring."""
        return self._asked(device, lambda client: tuple(dict.fromkeys(found for _, found in _all(client))))

    def cancel(self, device: Device | None, reminders: tuple[Reminder, ...]) -> Result:
        """Cancel these, by the names under which Alexa has them today."""
        return self._asked(device, lambda client: _cancelled(client, reminders))

    def _asked(self, device: Device | None, ask: Asking) -> Result:
        """What a client for this device's service gives, or the trouble that it meets."""
        if device is None or device.endpoint.rstrip("/") not in self._endpoints or not device.token:
            return Trouble.NOT_HERE
        api = BriefApiClient(self._seconds)
        client = Client(ApiConfiguration(PlainAnswers(), api, device.token, device.endpoint))
        result = in_time(lambda: _told(ask, client), self._seconds)
        if result is None:
            _log.warning("no reminders: no answer in time")
            return Trouble.AWAY
        return result


def _told(ask: Asking, client: Client) -> Result:
    """The result; refusals are logged by their status alone, for their words may repeat a token."""
    try:
        return ask(client)
    except ServiceException as refused:
        code = refused.body.get("code") if isinstance(refused.body, dict) else None
        _log.warning("no reminders: status %s", refused.status_code)
        return Trouble.FULL if code == _FULL_CODE else _MEANS.get(refused.status_code, Trouble.AWAY)
    except ValueError:
        _log.warning("no reminders: what was told cannot be read")
        return Trouble.AWAY


def _made(client: Client, order: Order) -> Result:
    if order.reminder not in [found for _, found in _all(client)]:
        client.create_reminder(_request(order))
    return (order.reminder,)


def _all(client: Client) -> list[tuple[str, Reminder]]:
    """Every reminder that may still ring, with its name."""
    return list(reminders_in(client.get_reminders()))


def _cancelled(client: Client, reminders: tuple[Reminder, ...]) -> Result:
    for name, found in _all(client):
        if found in reminders:
            _delete(client, name)
    return reminders


def _delete(client: Client, name: str) -> None:
    try:
        client.delete_reminder(name)
    except ServiceException as refused:
        # Cancelled meanwhile, in the app or by the other speaker.
        if refused.status_code != HTTPStatus.NOT_FOUND:
            raise


def _request(order: Order) -> ReminderRequest:
    """It rings where it was asked for, and not on a phone as well."""
    spoken = SpokenText(locale=order.locale, text=order.text)
    return ReminderRequest(
        request_time=order.now,
        trigger=trigger_of(order),
        alert_info=AlertInfo(SpokenInfo(content=[spoken])),
        push_notification=PushNotification(status=PushNotificationStatus.DISABLED),
    )
