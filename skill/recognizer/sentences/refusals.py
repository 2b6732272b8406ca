"""Detects that something is named only to refuse it: "stop the hip routine" begins no routine."""

from collections.abc import Iterator, Mapping

from skill.recognizer.templates.manners import Manners, Words

_WITHIN = 4
"""A refusal counts within this many words before a name."""
_BEGINS = frozenset({"ResumeRoutineIntent", "StartProgrammeIntent", "StartRoutineIntent", "StartStretchIntent"})
"""Wishes that begin what is named."""
_BEGINS_WHAT_WAS = frozenset({"YesterdayAgainIntent"})
"""Wishes that begin what was done before, without naming it."""


class Refusals:
    """Detects refusals in one language, by its words that refuse what stands behind them."""

    def __init__(self, manners: Manners) -> None:
        self._refusing = frozenset(manners.refusing)
        self._after_all = frozenset(manners.for_all_that)
        self._asking_back = {tuple(phrase.split()) for phrase in manners.asking_back}

    def begin_with_one(self, words: Words) -> bool:
        """Whether the words begin with a refusal: "stop the hip routine"."""
        return words[0] in self._refusing

    def refuses(self, intent: str, words: Words, named: Mapping[Words, bool]) -> bool:
        """Whether this wish would begin something that the words refuse, or only ask about.

        `named` has the words of each name, and whether it is unknown: an unknown one may have the refusal in it.
        """
        if intent in _BEGINS | _BEGINS_WHAT_WAS and not self._asking_back.isdisjoint((words[:2], words[:3])):
            return True
        return intent in _BEGINS and any(self._is_refused(words, name, unknown) for name, unknown in named.items())

    def _is_refused(self, words: Words, name: Words, unknown: bool) -> bool:
        """Whether a refusal stands before this name, where it is said last."""
        start = next(iter(_last_of(name, words)), None)
        if start is None:
            return False
        before = words[max(0, start - _WITHIN) : start]
        meant = max((at + 1 for at, word in enumerate(before) if self._is_meant_after(before[:at], word)), default=0)
        return not self._refusing.isdisjoint((*before[meant:], *(name if unknown else ())))

    def _is_meant_after(self, before: Words, word: str) -> bool:
        """Whether this word ends a refusal, unless it stands straight behind it: in "not start" both refuse."""
        return word in self._after_all and self._refusing.isdisjoint(before[-1:])


def _last_of(name: Words, words: Words) -> Iterator[int]:
    """Every index at which this name begins, the last first."""
    starts = range(len(words) - len(name), -1, -1)
    yield from (start for start in starts if words[start : start + len(name)] == name)
