"""When a reminder is to ring, as Alexa's reminders take it: a time on a date, or a rule that repeats."""

from datetime import datetime

from ask_sdk_model.services.reminder_management import Recurrence, Trigger, TriggerType

from skill.ports.reminders import WEEK, Order, Reminder

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


def _rule(reminder: Reminder) -> str:
    rule = _DAILY if reminder.days == WEEK else _WEEKLY
    return rule.format(days=",".join(reminder.days), hour=reminder.at.hour, minute=reminder.at.minute)
