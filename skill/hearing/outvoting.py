"""Whether an alarm that one ear heard is outvoted by two others that heard a whole sentence without one.

The two have to be sure of the same words, even if these mean nothing, and of so many that two ears do not mishear them
alike. Nothing less outvotes a grave alarm. Any other one is also outvoted by words that only sound alike to both, if no
part of them sounds like the alarm: "is around easier form to do this" and "is not easy to form to do this" outvote "is
really awful do it".
"""

from collections.abc import Sequence
from itertools import permutations

from skill.hearing.ear import Certainty, Transcript
from skill.hearing.sound_alike import apart

_OUTVOTING = 2
"""The least number of other ears (0084)."""
_MANY_WORDS = 3
"""The least number of words, twice as many if the alarm's ear is sure: short sentences are misheard alike (0084)."""
_ALIKE = 0.25
"""How far apart the words of two ears may be that heard the same, as spelt by two Whispers in noise (0109)."""
_OTHERWISE = 0.4
"""From this distance on, words do not sound like the alarm: "that bird" may be "that hurts" (0109)."""
_MORE_WORDS = 2
"""How many more words than the alarm an ear may have made of it."""


def are_clear(alarm: Transcript, others: Sequence[Transcript]) -> bool:
    """Whether there are enough others, and each of them is sure of a whole sentence."""
    return len(others) >= _OUTVOTING and _clear(alarm, others) == [*others]


def is_part_of(alarm: str, others: Sequence[Transcript]) -> bool:
    """Whether all others, at least two, are sure of these words with more after them: "stop", "stop counting"."""
    longer = [one for one in others if _letters(one.words).startswith(_letters(alarm)) and len(one.words.split()) > 1]
    sure = all(one.certainty is Certainty.SURE for one in others)
    return sure and len(others) >= _OUTVOTING and longer == [*others] and _letters(alarm) != _letters(others[0].words)


def heard_the_same(others: Sequence[Transcript]) -> bool:
    """Whether the others wrote the very same words."""
    return len({_letters(heard.words) for heard in others}) == 1


def heard_otherwise(words: str, alarm: Transcript, others: Sequence[Transcript]) -> bool:
    """Whether two others are sure of words that sound alike, and that sound nowhere like the alarm's `words`.

    A short alarm is never outvoted so: "stop" and "that hurts" need only one ear.
    """
    clear = [one for one in _clear(alarm, others) if not _has_in_it(one.words, words)]
    same = any(_thought_of(one.words, other) for one, other in permutations(clear, _OUTVOTING))
    return same and len(words.split()) >= _MANY_WORDS


def _has_in_it(words: str, alarm: str) -> bool:
    """Whether any part of the words sounds like the alarm: an ear may have heard just that part, and be right."""
    said, length = words.split(), len(alarm.split())
    lengths = range(max(1, length - 1), length + _MORE_WORDS + 1)
    parts = (" ".join(said[start : start + of]) for of in lengths for start in range(max(1, len(said) - of + 1)))
    return any(apart(part, alarm) < _OTHERWISE for part in parts)


def _thought_of(words: str, heard: Transcript) -> bool:
    return any(apart(words, thought) <= _ALIKE for thought in heard.thoughts)


def _clear(alarm: Transcript, others: Sequence[Transcript]) -> list[Transcript]:
    """The others that are sure of enough words; more are needed against an ear that is sure of its alarm."""
    many = _MANY_WORDS if alarm.certainty is Certainty.UNSURE else 2 * _MANY_WORDS
    return [one for one in others if one.certainty is Certainty.SURE and len(one.words.split()) >= many]


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.lower()))
