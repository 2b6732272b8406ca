"""What the dialogue asks of whatever keeps reminders: to make one, to tell which there are, to cancel some."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import Protocol

from skill.ports.time_zones import Device

WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The days of the week as calendars write them, Monday first."""


@dataclass(frozen=True)
class Reminder:
    """When it rings, by the clock where the speaker stands: on days of every week, or once on a date."""

    at: time
    days: tuple[str, ...] = ()
    once: date | None = None

    @property
    def written(self) -> str:
        """All of it in a few letters, as `07:00 MO,TU` or `07:00 2026-01-06`."""
        days = self.once.isoformat() if self.once else ",".join(self.days)
        return f"{self.at:%H:%M} {days}"

    @classmethod
    def read(cls, written: str) -> "Reminder | None":
        """The reminder so written; None where it is none."""
        clock, _, days = written.partition(" ")
        named = tuple(day for day in WEEK if day in days.split(","))
        try:
            at = time.fromisoformat(clock)
            return cls(at, named) if named else cls(at, once=date.fromisoformat(days))
        except ValueError:
            return None

    def over(self, now: datetime) -> bool:
        """Whether it can never ring again, now being a local time."""
        return self.once is not None and (self.once, self.at) <= (now.date(), now.time())


@dataclass(frozen=True)
class Order:
    """A reminder to be made: what will be said, in which language, in which zone (empty: the speaker's), and now."""

    reminder: Reminder
    text: str
    locale: str
    zone: str
    now: datetime


class Trouble(Enum):
    """Why there is no reminder; each has its sentence under `remind.trouble`."""

    NOT_ALLOWED = "not-allowed"
    """The person has not allowed the skill to keep reminders."""
    NOT_HERE = "not-here"
    """The device cannot keep any."""
    FULL = "full"
    """There are as many as may be kept."""
    BUSY = "busy"
    """Too much was asked lately."""
    AWAY = "away"
    """No answer, or none that says anything."""
    SILENT = "silent"
    """It is kept, but at home nothing rings."""


Result = tuple[Reminder, ...] | Trouble
"""The reminders that were made, found or cancelled; or why not."""


class Reminders(Protocol):
    """Keeps the reminders of a listener: all in one answer, which takes as long as a listener can wait."""

    def make(self, device: Device | None, order: Order, /) -> Result:
        """Make a reminder; one that is there already is not made twice."""

    def kept(self, device: Device | None, /) -> Result:
        """The reminders that this skill has made, and that may still ring."""

    def cancel(self, device: Device | None, reminders: tuple[Reminder, ...], /) -> Result:
        """Cancel these; what is not there any more counts as cancelled."""
