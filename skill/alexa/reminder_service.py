"""Makes, lists and cancels reminders through the SDK's client for Alexa's reminders service."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from http import HTTPStatus

from ask_sdk_model.services import ApiConfiguration, ServiceException
from ask_sdk_model.services.reminder_management import (
    AlertInfo,
    PushNotification,
    PushNotificationStatus,
    Recurrence,
    ReminderManagementServiceClient,
    ReminderRequest,
    SpokenInfo,
    SpokenText,
    Trigger,
    TriggerType,
)

from skill.alexa.alerts import reminders_in
from skill.alexa.api_client import BriefApiClient, PlainAnswers
from skill.ports.reminders import WEEK, Order, Reminder, Result, Trouble
from skill.ports.time_zones import Device

_WEEKLY = "FREQ=WEEKLY;BYDAY={days};BYHOUR={hour};BYMINUTE={minute};BYSECOND=0;INTERVAL=1;"
_DAILY = "FREQ=DAILY;BYHOUR={hour};BYMINUTE={minute};BYSECOND=0;INTERVAL=1;"

_MEANS: Mapping[int, Trouble] = {
    HTTPStatus.UNAUTHORIZED: Trouble.NOT_ALLOWED,
    HTTPStatus.FORBIDDEN: Trouble.NOT_HERE,
    HTTPStatus.TOO_MANY_REQUESTS: Trouble.BUSY,
}
_FULL_CODE = "MAX_REMINDERS_EXCEEDED"
"""The code of a refusal that has the same status (403) as a device that cannot keep reminders."""

_log = logging.getLogger(__name__)

Client = ReminderManagementServiceClient
Asking = Callable[[Client], Result]


def client_for(device: Device, seconds: float) -> Client:
    """The SDK's client for the service of this device's region."""
    return Client(ApiConfiguration(PlainAnswers(), BriefApiClient(seconds), device.token, device.endpoint))


def told(ask: Asking, client: Client) -> Result:
    """The result, or the trouble. Refusals are logged by status alone, for their text may repeat a token."""
    try:
        return ask(client)
    except ServiceException as refused:
        code = refused.body.get("code") if isinstance(refused.body, dict) else None
        _log.warning("no reminders: status %s", refused.status_code)
        return Trouble.FULL if code == _FULL_CODE else _MEANS.get(refused.status_code, Trouble.AWAY)
    except ValueError:
        _log.warning("no reminders: what was told cannot be read")
        return Trouble.AWAY


def made(client: Client, order: Order) -> Result:
    """Make the reminder, unless the same is there already."""
    if order.reminder not in [found for _, found in every(client)]:
        client.create_reminder(_request(order))
    return (order.reminder,)


def every(client: Client) -> list[tuple[str, Reminder]]:
    """Every reminder that may still ring, with its token."""
    return list(reminders_in(client.get_reminders()))


def cancelled(client: Client, reminders: tuple[Reminder, ...]) -> Result:
    """Cancel these reminders."""
    for name, found in every(client):
        if found in reminders:
            _delete(client, name)
    return reminders


def _delete(client: Client, name: str) -> None:
    try:
        client.delete_reminder(name)
    except ServiceException as refused:
        # Cancelled meanwhile, in the app or on another device.
        if refused.status_code != HTTPStatus.NOT_FOUND:
            raise


def _request(order: Order) -> ReminderRequest:
    """The request; the reminder rings on the device, and sends no notification to a phone."""
    spoken = SpokenText(locale=order.locale, text=order.text)
    return ReminderRequest(
        request_time=order.now,
        trigger=trigger_of(order),
        alert_info=AlertInfo(SpokenInfo(content=[spoken])),
        push_notification=PushNotification(status=PushNotificationStatus.DISABLED),
    )


def trigger_of(order: Order) -> Trigger:
    """The trigger of a reminder. Times are local; without a zone Alexa takes that of the device."""
    reminder = order.reminder
    once = datetime.combine(reminder.once, reminder.at) if reminder.once else None
    return Trigger(
        object_type=TriggerType.SCHEDULED_ABSOLUTE,
        scheduled_time=once,
        time_zone_id=order.zone or None,
        recurrence=None if once else Recurrence(start_date_time=order.now, recurrence_rules=[_rule(reminder)]),
    )


def _rule(reminder: Reminder) -> str:
    rule = _DAILY if reminder.days == WEEK else _WEEKLY
    return rule.format(days=",".join(reminder.days), hour=reminder.at.hour, minute=reminder.at.minute)
