"""Says in words when a reminder rings."""

from collections.abc import Iterable
from datetime import date, timedelta

from skill.ports.reminders import WEEK, Reminder
from skill.wording import Wording
from skill.wording.clock import clock_words, days_words


def when_words(wording: Wording, reminder: Reminder, today: date) -> str:
    """The days and the time of a reminder: "every day at seven in the morning"."""
    return wording.say("remind.when", days=_days(wording, reminder, today), time=clock_words(wording, reminder.at))


def whens_words(wording: Wording, reminders: Iterable[Reminder], today: date) -> str:
    """The days and times of several reminders, as a list."""
    return wording.listing([when_words(wording, reminder, today) for reminder in reminders])


def _days(wording: Wording, reminder: Reminder, today: date) -> str:
    if reminder.once is None:
        return days_words(wording, reminder.days)
    if reminder.once in (today, today + timedelta(days=1)):
        return wording.say("days.today" if reminder.once == today else "days.tomorrow")
    return wording.say("days.once", day=wording.say(f"days.{WEEK[reminder.once.weekday()]}"))
