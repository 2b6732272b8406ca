"""Somebody who was away for long hears every stretch in full once more, and the notes on it."""

from skill.dialogue.memory.days import Days
from skill.dialogue.memory.person import Person
from skill.replaced import replace

TOLD_ANEW_DAYS = 30
"""After so many days without practice."""


def after_long(person: Person, today: int) -> Person:
    """The person as they are; after long, as one who has not met any stretch."""
    last = _last(person.habit.days)
    if last is None or today - last < TOLD_ANEW_DAYS:
        return person
    return replace(person, met=())


def _last(days: Days) -> int | None:
    """The last day on which somebody practised, if there is one."""
    return days.first + days.bits.bit_length() - 1 if days.bits else None
