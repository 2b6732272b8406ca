"""The reader: which wish, or which danger, the words of a sentence weigh most for, and whether that is enough."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from skill.content.language.warnings import LEVELS, Level
from skill.recognizer.reader.costs import akin_to
from skill.recognizer.reader.features import features
from skill.recognizer.reader.mentions import Mentions, mentions_in
from skill.recognizer.reader.said import DANGER
from skill.recognizer.reader.weights import Weights
from skill.recognizer.sentences.names import Names
from skill.recognizer.templates.manners import Words

STRANGER = "AMAZON.FallbackIntent"
"""The meaning of what is none of our business."""
_SHARE_OF_STRANGENESS = 0.7
LONGEST_SENTENCE = 40
"""Words: nothing longer is read."""


@dataclass(frozen=True)
class Weighed:
    """A meaning, and by how much a sentence says it rather than the next one, a feature on average."""

    meaning: str
    ahead: float
    rival: str


@dataclass(frozen=True)
class Reading:
    """What a sentence means most likely, how badly something is wrong by it, and what it mentions."""

    wish: Weighed
    danger: Weighed
    mentions: Mentions


class Reader:
    """Weighs sentences of one language."""

    def __init__(self, weights: Weights, names: Mapping[str, Names]) -> None:
        self._weights = weights
        self._names = names
        dangers = [number for number, meaning in enumerate(weights.meanings) if meaning.startswith(f"{DANGER} ")]
        self._wishes = range(dangers[0] if dangers else len(weights.meanings))
        self._dangers = dangers
        self._stranger = weights.meanings.index(STRANGER)

    def read(self, words: Words) -> Reading | None:
        """What these words weigh most for; None where they are none, or too many."""
        if not words or len(words) > LONGEST_SENTENCE:
            return None
        mentions = mentions_in(words, self._names)
        found = features(words, mentions.typed)
        sums = [total / len(found) for total in self._weights.sums(found)]
        return Reading(self._best(sums, self._wishes), self._best(sums, self._dangers), mentions)

    def _best(self, sums: Sequence[float], among: Sequence[int]) -> Weighed:
        """The meaning that is said most; a wish is the farther ahead the less it sounds like nothing of ours.

        What is much the same ("ten minutes", "ten minutes on the bed") is no rival.
        """
        meanings = self._weights.meanings
        first, *others = sorted(among, key=lambda number: -sums[number])
        akin = akin_to(meanings[first])
        second = next(number for number in others if meanings[number] not in akin)
        ahead = sums[first] - sums[second]
        if among is self._wishes:
            ahead += _SHARE_OF_STRANGENESS * (sums[first] - sums[self._stranger])
        return Weighed(meanings[first].removeprefix(f"{DANGER} "), ahead, meanings[second])


def level_of(weighed: Weighed) -> Level | None:
    """The level of danger, where it is one."""
    return next((level for level in LEVELS if level == weighed.meaning), None)
