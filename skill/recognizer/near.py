"""Finds the one wish whose telling words were all said, and no others, in whatever order they came."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from skill.recognizer.manners import Manners, Words
from skill.recognizer.names import Names
from skill.recognizer.sentences import LONGEST_SENTENCE, Filled, Match, marked

FEWEST_TELLING_WORDS = 2
"""With fewer, a sentence may be about anything."""


class Near:
    """The known sentences by their telling words; what two intents share is nobody's."""

    def __init__(self, manners: Manners, names: dict[str, Names]) -> None:
        self._manners = manners
        self._light = frozenset(manners.light_words)
        self._names = names
        self._intents: dict[frozenset[str], set[str]] = defaultdict(set)

    def add(self, intent: str, sample: str) -> None:
        """Make a sample known."""
        self._intents[self._telling(marked(sample, self._manners.plain))].add(intent)

    def find(self, words: Words) -> Match | None:
        """The sentence meant; None when these telling words belong to none, or to several."""
        if len(words) > LONGEST_SENTENCE:
            return None
        matches = list(self._matches(words))
        longest = max((match.words_in_slots for match in matches), default=0)
        found = {(match.intent, match.filled): match for match in matches if match.words_in_slots == longest}
        return found.popitem()[1] if len(found) == 1 else None

    def _matches(self, words: Words) -> Iterator[Match]:
        yield from self._of_intents(self._telling(words), ())
        for start, stop in combinations(range(len(words) + 1), 2):
            for slot, names in self._names.items():
                slugs = names.slugs(words[start:stop])
                if slugs:
                    around = (*words[:start], f"{{{slot}}}", *words[stop:])
                    yield from self._of_intents(self._telling(around), (Filled(slot, words[start:stop], slugs),))

    def _of_intents(self, telling: frozenset[str], filled: tuple[Filled, ...]) -> Iterator[Match]:
        if len(telling) >= FEWEST_TELLING_WORDS:
            yield from (Match(intent, filled) for intent in self._intents.get(telling, ()))

    def _telling(self, words: Words) -> frozenset[str]:
        return frozenset(words) - self._light
