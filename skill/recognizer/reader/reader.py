"""The reader: a linear classifier that scores the words of a sentence for every wish and every level of danger."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from skill.content.language.warnings import LEVELS, Level
from skill.recognizer.reader.features import features
from skill.recognizer.reader.mentions import Mentions, mentions_in
from skill.recognizer.reader.said import DANGER
from skill.recognizer.reader.weights import Weights
from skill.recognizer.sentences.names import AllNames
from skill.recognizer.templates.manners import Words

LONGEST_SENTENCE = 40
"""Words; a longer sentence is not read."""
LONGEST_WORD = 24
"""Letters; a sentence with a longer word is not read."""


class Weighed(NamedTuple):
    """A meaning, and how surely a sentence has it, in the unit of `skill.recognizer.reader.weights.Weights.scores`.

    A tuple, for speed: hundreds are made for each part of a sentence.
    """

    meaning: str
    weight: float


@dataclass(frozen=True)
class Reading:
    """The scores of a sentence for every wish and for every level of danger, the highest first, and its mentions."""

    wishes: tuple[Weighed, ...]
    dangers: tuple[Weighed, ...]
    mentions: Mentions


class Reader:
    """Scores the sentences of one language."""

    def __init__(self, weights: Weights, names: AllNames) -> None:
        self._weights = weights
        self._names = names
        dangers = [number for number, meaning in enumerate(weights.head.meanings) if meaning.startswith(f"{DANGER} ")]
        self._wishes = range(dangers[0] if dangers else len(weights.head.meanings))
        self._dangers = dangers
        self._meanings = tuple(meaning.removeprefix(f"{DANGER} ") for meaning in weights.head.meanings)

    def read(self, words: Words) -> Reading | None:
        """The scores of these words; None where there are none, too many, or one that is too long."""
        if not words or len(words) > LONGEST_SENTENCE or max(map(len, words)) > LONGEST_WORD:
            return None
        mentions = mentions_in(words, self._names)
        scores = self._weights.scores(features(words, mentions.typed))
        return Reading(self._ranked(scores, self._wishes), self._ranked(scores, self._dangers), mentions)

    def _ranked(self, scores: Sequence[float], among: Sequence[int]) -> tuple[Weighed, ...]:
        ranked = sorted(among, key=scores.__getitem__, reverse=True)
        return tuple(Weighed(self._meanings[number], scores[number]) for number in ranked)


def level_of(weighed: Weighed) -> Level | None:
    """The level of danger that this meaning is; None where it is none."""
    return next((level for level in LEVELS if level == weighed.meaning), None)
