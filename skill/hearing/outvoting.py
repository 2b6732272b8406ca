"""Whether an alarm that one ear heard is outvoted by two others, who heard a whole sentence that is none.

They have to be sure of it, in so many words that two ears do not mishear them alike: of the very same words, though
they mean nothing; of what is grave nothing less will do. Any other alarm is outvoted as well by words that only sound
the same to both, if no part of them sounds like the alarm: "is around easier form to do this" and "is not easy to form
to do this" are no "is really awful do it".
"""

from collections.abc import Sequence
from itertools import permutations

from skill.hearing.ear import Certainty, Transcript
from skill.hearing.sound_alike import apart

_OUTVOTING = 2
"""So many other ears at least it takes (0084)."""
_MANY_WORDS = 3
"""Of so many words at least, twice as many where the one ear is sure: short sentences are misheard alike (0084)."""
_ALIKE = 0.25
"""Sounds that may differ between two ears that heard the same, as Whisper spells it twice in noise (0109)."""
_OTHERWISE = 0.4
"""From here on sounds are no more those of the alarm: "that bird" may be "that hurts" (0109)."""
_MORE_WORDS = 2
"""So many more words may be what an ear made of an alarm."""


def are_clear(alarm: Transcript, others: Sequence[Transcript]) -> bool:
    """Whether they are enough, and every one of them is sure of a whole sentence."""
    return len(others) >= _OUTVOTING and _clear(alarm, others) == [*others]


def is_part_of(alarm: str, others: Sequence[Transcript]) -> bool:
    """Whether two others at least are sure, and more follows on these words in all of them: "stop", "stop counting"."""
    longer = [one for one in others if _letters(one.words).startswith(_letters(alarm)) and len(one.words.split()) > 1]
    sure = all(one.certainty is Certainty.SURE for one in others)
    return sure and len(others) >= _OUTVOTING and longer == [*others] and _letters(alarm) != _letters(others[0].words)


def heard_the_same(others: Sequence[Transcript]) -> bool:
    """Whether the others wrote the very same words."""
    return len({_letters(heard.words) for heard in others}) == 1


def heard_otherwise(words: str, alarm: Transcript, others: Sequence[Transcript]) -> bool:
    """Whether two of them are sure of what sounds the same, and in which nothing sounds like these words of an alarm.

    A short alarm is no sentence that was misheard: "stop" and "that hurts" need one ear, as before.
    """
    clear = [one for one in _clear(alarm, others) if not _has_in_it(one.words, words)]
    same = any(_thought_of(one.words, other) for one, other in permutations(clear, _OUTVOTING))
    return same and len(words.split()) >= _MANY_WORDS


def _has_in_it(words: str, alarm: str) -> bool:
    """Whether any part of the words sounds like the alarm: the small ear hears a part, and that may be right."""
    said, length = words.split(), len(alarm.split())
    lengths = range(max(1, length - 1), length + _MORE_WORDS + 1)
    parts = (" ".join(said[start : start + of]) for of in lengths for start in range(max(1, len(said) - of + 1)))
    return any(apart(part, alarm) < _OTHERWISE for part in parts)


def _thought_of(words: str, heard: Transcript) -> bool:
    return any(apart(words, thought) <= _ALIKE for thought in heard.thoughts)


def _clear(alarm: Transcript, others: Sequence[Transcript]) -> list[Transcript]:
    """Those that are sure of so many words; an alarm of which an ear is sure itself takes more."""
    many = _MANY_WORDS if alarm.certainty is Certainty.UNSURE else 2 * _MANY_WORDS
    return [one for one in others if one.certainty is Certainty.SURE and len(one.words.split()) >= many]


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.lower()))
