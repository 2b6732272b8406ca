"""Finds an excuse, which calls somebody away ("the doorbell just went"), among other words."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from skill.recognizer.sentences.sentences import LONGEST_SENTENCE
from skill.recognizer.templates.manners import Words


@dataclass(frozen=True)
class Excuse:
    """An excuse that was found: the intent that it stands for, and the words before and after it."""

    intent: str
    before: Words
    after: Words


class Excuses:
    """The excuses of one language."""

    def __init__(self, samples: Iterable[tuple[str, Words]]) -> None:
        self._said = {words: intent for intent, words in samples}
        self._longest = max(map(len, self._said), default=0)

    def find(self, words: Words) -> Excuse | None:
        """The longest excuse in these words; None where there is none, or the sentence is too long."""
        if len(words) > LONGEST_SENTENCE:
            return None
        spans = (span for span in combinations(range(len(words) + 1), 2) if span[1] - span[0] <= self._longest)
        found = [span for span in spans if words[span[0] : span[1]] in self._said]
        if not found:
            return None
        start, stop = max(found, key=lambda span: span[1] - span[0])
        return Excuse(self._said[words[start:stop]], words[:start], words[stop:])
