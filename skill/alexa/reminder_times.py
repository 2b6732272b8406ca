"""When a reminder rings, as Alexa's reminders write it: a time on a date, or rules that repeat."""

from collections.abc import Mapping
from datetime import datetime, time

from ask_sdk_model.services.reminder_management import Recurrence, Trigger, TriggerType

from skill.dialogue.reminders import WEEK, Order, Reminder

_WEEKLY = "FREQ=WEEKLY;BYDAY={days};BYHOUR={hour};BYMINUTE={minute};BYSECOND=0;INTERVAL=1;"
_DAILY = "FREQ=DAILY;BYHOUR={hour};BYMINUTE={minute};BYSECOND=0;INTERVAL=1;"


def trigger_of(order: Order) -> Trigger:
    """The trigger of a reminder. Times are local; where no zone is named, Alexa takes the one of the speaker."""
    reminder = order.reminder
    once = datetime.combine(reminder.once, reminder.at) if reminder.once else None
    return Trigger(
        object_type=TriggerType.SCHEDULED_ABSOLUTE,
        scheduled_time=once,
        time_zone_id=order.zone or None,
        recurrence=None if once else Recurrence(start_date_time=order.now, recurrence_rules=[_rule(reminder)]),
    )


def reminder_in(trigger: Trigger) -> Reminder | None:
    """The reminder of a trigger that Alexa tells; None for one that this skill never makes."""
    again, at = trigger.recurrence, trigger.scheduled_time
    if again is None:
        return Reminder(_minute(at), once=at.date()) if isinstance(at, datetime) else None
    if again.recurrence_rules:
        return _ruled(_parts(str(again.recurrence_rules[0])), at)
    named = tuple(str(getattr(day, "value", day)) for day in again.by_day or WEEK)
    return Reminder(_minute(at), _in_order(named)) if isinstance(at, datetime) else None


def _rule(reminder: Reminder) -> str:
    rule = _DAILY if reminder.days == WEEK else _WEEKLY
    return rule.format(days=",".join(reminder.days), hour=reminder.at.hour, minute=reminder.at.minute)


def _ruled(rule: Mapping[str, str], scheduled: object) -> Reminder | None:
    """A reminder by its rule; the hour may be left to the time for which it is scheduled."""
    days = _in_order(tuple(rule["BYDAY"].split(",")) if "BYDAY" in rule else WEEK)
    try:
        at = time(int(rule["BYHOUR"]), int(rule.get("BYMINUTE", "0")))
    except (KeyError, ValueError):
        return Reminder(_minute(scheduled), days) if isinstance(scheduled, datetime) else None
    return Reminder(at, days)


def _parts(rule: str) -> dict[str, str]:
    return {name.upper(): value for part in rule.split(";") if "=" in part for name, value in [part.split("=", 1)]}


def _in_order(days: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(day for day in WEEK if day in days)


def _minute(at: datetime) -> time:
    return time(at.hour, at.minute)
