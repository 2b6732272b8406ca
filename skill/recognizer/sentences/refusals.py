"""Whether a thing is only named to be left, not meant, or over: "stop the hip routine" begins no hips."""

from collections.abc import Iterator, Mapping

from skill.recognizer.templates.manners import Manners, Words

_WITHIN = 4
"""So few words before a name speak of it."""
_BEGINS = frozenset({"ResumeRoutineIntent", "StartProgrammeIntent", "StartRoutineIntent", "StartStretchIntent"})
"""Wishes that begin what is named."""
_BEGINS_WHAT_WAS = frozenset({"YesterdayAgainIntent"})
"""Wishes that begin what was done before, and name nothing."""


class Refusals:
    """Words that refuse what stands behind them."""

    def __init__(self, manners: Manners) -> None:
        self._refusing = frozenset(manners.refusing)
        self._after_all = frozenset(manners.for_all_that)
        self._asking_back = {tuple(phrase.split()) for phrase in manners.asking_back}

    def begin_with_one(self, words: Words) -> bool:
        """Whether the first thing said is what is to be done: "stop the hip routine"."""
        return words[0] in self._refusing

    def refuses(self, intent: str, words: Words, named: Mapping[Words, bool]) -> bool:
        """Whether this wish would begin what these words only name; in a name that is unknown may be a refusal, too."""
        if intent in _BEGINS | _BEGINS_WHAT_WAS and not self._asking_back.isdisjoint((words[:2], words[:3])):
            return True
        return intent in _BEGINS and any(self._is_refused(words, name, unknown) for name, unknown in named.items())

    def _is_refused(self, words: Words, name: Words, unknown: bool) -> bool:
        """Whether a refusal goes for this name, the last time that it stands there."""
        start = next(iter(_last_of(name, words)), None)
        if start is None:
            return False
        before = words[max(0, start - _WITHIN) : start]
        meant = max((at + 1 for at, word in enumerate(before) if self._is_meant_after(before[:at], word)), default=0)
        return not self._refusing.isdisjoint((*before[meant:], *(name if unknown else ())))

    def _is_meant_after(self, before: Words, word: str) -> bool:
        """Whether what follows this word is meant; straight behind a refusal it is refused with it: "not start"."""
        return word in self._after_all and self._refusing.isdisjoint(before[-1:])


def _last_of(name: Words, words: Words) -> Iterator[int]:
    """Where this name begins, the last time first."""
    starts = range(len(words) - len(name), -1, -1)
    yield from (start for start in starts if words[start : start + len(name)] == name)
