"""What the dialogue asks of a reminders service: to make one, to list those there are, to cancel some."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import Protocol

from skill.ports.time_zones import Device

WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The days of the week as calendars write them, Monday first."""


@dataclass(frozen=True)
class Reminder:
    """When a reminder rings, in the local time of the speaker: on days of every week, or once on a date."""

    at: time
    days: tuple[str, ...] = ()
    once: date | None = None

    @property
    def written(self) -> str:
        """The reminder as short text, such as `07:00 MO,TU` or `07:00 2026-01-06`."""
        days = self.once.isoformat() if self.once else ",".join(self.days)
        return f"{self.at:%H:%M} {days}"

    @classmethod
    def read(cls, written: str) -> "Reminder | None":
        """The reminder from such text; None where it is none."""
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
    """A reminder to be made: the text to be said, its locale, the time zone (empty: the speaker's), and now."""

    reminder: Reminder
    text: str
    locale: str
    zone: str
    now: datetime


class Trouble(Enum):
    """Why there is no reminder; the phrase for each is `remind.trouble.<value>`."""

    NOT_ALLOWED = "not-allowed"
    """The person has not allowed the skill to keep reminders."""
    NOT_HERE = "not-here"
    """The device cannot keep any."""
    FULL = "full"
    """There are as many as may be kept."""
    BUSY = "busy"
    """The service refuses more requests for now."""
    AWAY = "away"
    """The service did not answer in time, or answered something unusable."""
    SILENT = "silent"
    """It was made, but by a pretend speaker, which never rings."""


Result = tuple[Reminder, ...] | Trouble
"""The reminders that were made, found or cancelled; or why not."""


class Reminders(Protocol):
    """A reminders service; each call answers within the time that a listener can wait, and never raises."""

    def make(self, device: Device | None, order: Order, /) -> Result:
        """Make a reminder, unless the same is there already."""

    def kept(self, device: Device | None, /) -> Result:
        """The reminders made by this skill that may still ring."""

    def cancel(self, device: Device | None, reminders: tuple[Reminder, ...], /) -> Result:
        """Cancel these; those that are gone already count as cancelled."""
