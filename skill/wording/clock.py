"""Times of day and days of the week as people say them: seven in the morning, every Monday."""

from datetime import time

from skill.wording.wording import Wording

_NOON = 12
_AFTERNOON_ENDS, _EVENING_ENDS = 18, 22
_BEFORE_TEN = 10

EVERY_DAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMED = {EVERY_DAY: "every-day", EVERY_DAY[:5]: "weekdays", EVERY_DAY[5:]: "weekends"}


def clock_words(wording: Wording, at: time) -> str:
    """A time of day with its part of the day, on the clock of twelve hours; whole twelves have names."""
    if (at.hour % _NOON, at.minute) == (0, 0):
        return wording.say("clock.noon" if at.hour else "clock.midnight")
    hour = wording.number(at.hour % _NOON or _NOON)
    key = "full" if not at.minute else "early" if at.minute < _BEFORE_TEN else "minutes"
    shown = wording.say(f"clock.{key}", hour=hour, minute=wording.number(at.minute))
    return wording.say(f"clock.{_part(at.hour)}", time=shown)


def days_words(wording: Wording, days: tuple[str, ...]) -> str:
    """Days of every week, given by their two letters in the order of the week."""
    if days in _NAMED:
        return wording.say(f"days.{_NAMED[days]}")
    if len(days) == len(EVERY_DAY) - 1:
        left = next(day for day in EVERY_DAY if day not in days)
        return wording.say("days.but", day=wording.say(f"days.{left}"))
    return wording.say("days.every", days=wording.listing([wording.say(f"days.{day}") for day in days]))


def _part(hour: int) -> str:
    """The part of the day; the first hour belongs to the night before."""
    if hour < _NOON:
        return "morning" if hour else "night"
    return "afternoon" if hour < _AFTERNOON_ENDS else "evening" if hour < _EVENING_ENDS else "night"
