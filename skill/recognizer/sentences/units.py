"""A bare number with the unit that goes without saying: seconds in a hold, minutes where those were asked for."""

from skill.ports.evidence import Evidence
from skill.recognizer.sentences.names import AllNames
from skill.recognizer.templates.manners import Words

SECONDS, MINUTES = "seconds", "minutes"
_LENGTH, _HOUR = "duration", "time"
_LONGEST = 3
"""Words of a number: one hundred five."""
_LED, _ASKED_FOR_MINUTES = "guiding", "minutes"


def unit_in(known: Evidence) -> str:
    """What a bare number is a number of at this moment; empty where it may be of anything."""
    if known.question == _ASKED_FOR_MINUTES:
        return MINUTES
    return SECONDS if known.phase == _LED and not known.question else ""


def with_unit(words: Words, names: AllNames, unit: str) -> Words | None:
    """The words with the unit behind the last number that has none; None where there is no such number."""
    for stop in range(len(words), 0, -1):
        starts = [start for start in range(max(0, stop - _LONGEST), stop) if _is_number(words[start:stop], names, unit)]
        if starts:
            said = any(_begins_a_length(words, start, stop, names) for start in starts)
            return None if said else (*words[:stop], unit, *words[stop:])
    return None


def _is_number(words: Words, names: AllNames, unit: str) -> bool:
    """Whether these words need only a unit to be a length of time."""
    return unit not in words and bool(names[_LENGTH].slugs((*words, unit)))


def _begins_a_length(words: Words, start: int, stop: int, names: AllNames) -> bool:
    """Whether this is the beginning of a length of time already, or of an hour."""
    behind = range(stop + 1, len(words) + 1)
    return any(names[slot].slugs(words[start:end]) for slot in (_LENGTH, _HOUR) for end in behind)
