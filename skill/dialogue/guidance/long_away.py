"""After a long time away, every stretch is told in full once more, with its notes."""

from skill.dialogue.memory.days import Days
from skill.dialogue.memory.person import Person
from skill.replaced import replace

TOLD_ANEW_DAYS = 30
"""Days without practice after which that happens."""


def after_long(person: Person, today: int) -> Person:
    """The person; after a long time away, without the stretches that they have met."""
    last = _last(person.habit.days)
    if last is None or today - last < TOLD_ANEW_DAYS:
        return person
    return replace(person, met=())


def _last(days: Days) -> int | None:
    """The ordinal of the last day of practice; None without any."""
    return days.first + days.bits.bit_length() - 1 if days.bits else None
