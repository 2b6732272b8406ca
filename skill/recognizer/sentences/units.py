"""Adds the unit that a bare number lacks, and decides whether a length is of a routine, a hold or a rest."""

import re
from itertools import combinations

from skill.ports.evidence import Evidence
from skill.recognizer.sentences.names import AllNames
from skill.recognizer.templates.manners import Words

SECONDS, MINUTES = "seconds", "minutes"
_LENGTH, _HOUR = "duration", "time"
_LONGEST_ANSWER = 5
"""The most words of an answer that is only an hour."""
_LONGEST = 3
"""The most words of a number: one hundred five."""
_A_ROUTINE, A_HOLD, _A_REST = "ByTimeIntent", "HoldForIntent", "PauseForIntent"
_CHANGES = ("HoldLongerIntent", "HoldShorterIntent")
_IN_A_ROUTINE, _NOTHING_ASKED = ("guiding", "paused"), ("", "paused")
_OF_SECONDS = re.compile(r"PT[1-9][0-9]?S")
"""A length as Alexa hands it on, in seconds, below one hundred."""
_ONE = ("one",)
_GRANTED = (("give", "me"), ("i", "need"), ("need", "another"), ("just", "give"))
"""Beginnings of sentences that ask to wait, while somebody is led: "give me two minutes"."""
_LED, _ASKED_FOR_MINUTES = "guiding", "minutes"
_ASKED_FOR_A_TIME = ("remind-at", "remind")


def unit_in(known: Evidence) -> str:
    """The unit of a bare number at this moment; empty where it may be anything."""
    if known.question == _ASKED_FOR_MINUTES:
        return MINUTES
    return SECONDS if known.phase == _LED and not known.question else ""


def meant_while_led(intent: str, length: str, words: Words, known: Evidence) -> str:
    """The intent for a length of time: while somebody is led, one of a routine may become one of a hold or a rest."""
    if intent != _A_ROUTINE or known.phase not in _IN_A_ROUTINE or known.question not in _NOTHING_ASKED:
        return intent
    if is_of_seconds(length):
        return A_HOLD
    return _A_REST if words[:2] in _GRANTED else intent


def length_of_a_change(intent: str, words: Words, names: AllNames, known: Evidence) -> str:
    """The length in a wish for a longer or shorter hold: "hold it longer, thirty"; empty without one."""
    said = with_unit(words, names, SECONDS) if intent in _CHANGES and known.phase == _LED else None
    if not said:
        return ""
    stop = said.index(SECONDS)
    starts = (start for start in range(max(0, stop - _LONGEST), stop) if names[_LENGTH].slugs(said[start : stop + 1]))
    # In "longer on this one" nothing is a length: nobody holds for a single second.
    counted = (start for start in starts if said[start:stop] != _ONE)
    return next((names[_LENGTH].slugs(said[start : stop + 1])[0] for start in counted), "")


def is_of_seconds(length: str) -> bool:
    """Whether a length is in seconds, and so of a hold and no routine."""
    return _OF_SECONDS.fullmatch(length) is not None


def with_unit(words: Words, names: AllNames, unit: str) -> Words | None:
    """The words with this unit behind their last number; None where there is none, or where it has a unit already."""
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
    """Whether a longer run of words from `start` on is a length of time, or an hour, already."""
    behind = range(stop + 1, len(words) + 1)
    return any(names[slot].slugs(words[start:end]) for slot in (_LENGTH, _HOUR) for end in behind)


def time_in(words: Words, names: AllNames, known: Evidence) -> str:
    """The hour in a short answer to the question at what time: "about nine ish"; empty without one."""
    if known.question not in _ASKED_FOR_A_TIME or len(words) > _LONGEST_ANSWER:
        return ""
    spans = combinations(range(len(words) + 1), 2)
    longest = sorted(spans, key=lambda span: (span[0] - span[1], span[0]))
    return next((found[0] for start, stop in longest if (found := names[_HOUR].slugs(words[start:stop]))), "")
