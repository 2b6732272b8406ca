"""Reads the reminders that Alexa lists; those that are over, or not in our form, are left out."""

from collections.abc import Iterator, Mapping
from datetime import datetime, time
from typing import Any

from pydantic import BaseModel, ValidationError

from skill.ports.reminders import WEEK, Reminder

_OVER = "COMPLETED"


class _Recurrence(BaseModel):
    """How a reminder repeats: by an iCalendar rule or, as in older answers, by its days alone."""

    byDay: list[str] | None = None  # noqa: N815  # Alexa's names
    recurrenceRules: list[str] | None = None  # noqa: N815


class _Trigger(BaseModel):
    """When a reminder rings: at a local time, the first one if it repeats."""

    scheduledTime: datetime | None = None  # noqa: N815
    recurrence: _Recurrence | None = None

    def reminder(self) -> Reminder | None:
        """The reminder; None without a time."""
        first = self.scheduledTime
        scheduled = time(first.hour, first.minute) if first else None
        if self.recurrence is None:
            return Reminder(scheduled, once=first.date()) if first and scheduled else None
        rule = _parts((self.recurrence.recurrenceRules or [""])[0])
        at = _ruled(rule) or scheduled
        named = rule["BYDAY"].split(",") if "BYDAY" in rule else self.recurrence.byDay or WEEK
        return Reminder(at, tuple(day for day in WEEK if day in named)) if at else None


class _Alert(BaseModel):
    alertToken: str  # noqa: N815
    status: str = ""
    trigger: _Trigger


class _Alerts(BaseModel):
    alerts: list[Any]


def reminders_in(told: object) -> Iterator[tuple[str, Reminder]]:
    """Each reminder that may still ring, with Alexa's token for it; raises ValueError for any other answer."""
    for one in _Alerts.model_validate(told).alerts:
        try:
            alert = _Alert.model_validate(one)
        except ValidationError:
            continue
        found = alert.trigger.reminder()
        if found is not None and alert.status != _OVER:
            yield alert.alertToken, found


def _ruled(rule: Mapping[str, str]) -> time | None:
    """The time of day in a rule; None where it leaves that to the scheduled time."""
    try:
        return time(int(rule["BYHOUR"]), int(rule.get("BYMINUTE", "0")))
    except (KeyError, ValueError):
        return None


def _parts(rule: str) -> dict[str, str]:
    named = (part.partition("=") for part in rule.upper().split(";"))
    return {name: value for name, _, value in named if value}
