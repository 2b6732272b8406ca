"""Somebody who was away for long hears the notes on stretches again, and each stretch in full."""

from skill.content.library import Library
from skill.content.model import StretchWords
from skill.dialogue.memory.days import Days
from skill.dialogue.memory.person import Person
from skill.replaced import replace
from skill.tailoring.fits.marking import mark_of

NOTES_AGAIN_DAYS = 30
"""After so many days without practice."""


def after_long(library: Library, person: Person, today: int) -> Person:
    """The person as they are; after long, as one who has not met the stretches that have a note."""
    last = _last(person.habit.days)
    if last is None or today - last < NOTES_AGAIN_DAYS:
        return person
    noted = (slug for slug, stretch in library.stretches.items() if any(map(_has_a_note, stretch.words.values())))
    again = frozenset(map(mark_of, noted))
    return replace(person, met=tuple(mark for mark in person.met if mark not in again))


def _has_a_note(words: StretchWords) -> bool:
    return bool(words.note or words.caution)


def _last(days: Days) -> int | None:
    """The last day on which somebody practised, if there is one."""
    return days.first + days.bits.bit_length() - 1 if days.bits else None
