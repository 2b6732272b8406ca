"""Finds the wish whose words are most like those said, in any order, if no other wish is nearly as like."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import fsum, log

from skill.recognizer.sentences.names import AllNames
from skill.recognizer.sentences.sentences import LONGEST_SENTENCE, Filled, Match
from skill.recognizer.templates.manners import Manners, Words

LEAST_LIKENESS = 0.75
"""Likeness from 0 to 1: twice the weight that two sentences share, by the sum of their weights (the Dice coefficient).

At 0.7, twice as many sentences of strangers were taken for wishes.
"""
LEAST_LIKENESS_TO_END = 0.9
"""The same, for wishes that end something or throw it away."""
MARGIN = 0.05
"""How much less like the next wish must be."""
_LEAST_OF_A_RIVAL = LEAST_LIKENESS - MARGIN - 0.001
"""Anything less like is neither enough nor a rival; a little lower, for rounding."""
FEWEST_SHARED = 2
"""Words that two sentences must share, light ones not counted and names counted: one may be about anything."""
LIGHT_SHARE = 0.25
"""The share of its weight with which a light word counts."""
SLOT_WEIGHT = 2.0
"""The weight of a name: that of a word that one wish in seven has."""

ENDING = (
    "AMAZON.StopIntent",
    "AMAZON.CancelIntent",
    "AMAZON.StartOverIntent",
    "ForgetMeIntent",
    "ForgetHouseholdIntent",
    "CancelRemindersIntent",
    "LeaveProgrammeIntent",
    "LeaveOutIntent",
)

_ASKED = "?"
"""The mark of a question, which is not near to a statement: "how do I get up" is not "I got up"."""
_NUMBER = "number"
"""The slot for numbers: one that another follows is only a part of a number, as thirty is of thirty-one."""

_Bag = frozenset[str]


@dataclass(frozen=True)
class _Likeness:
    """A match, and how like it is, from 0 to 1."""

    match: Match
    share: float

    @property
    def is_enough(self) -> bool:
        return self.share >= (LEAST_LIKENESS_TO_END if self.match.intent in ENDING else LEAST_LIKENESS)


class Near:
    """The known sentences as bags of words; a word weighs more, the fewer wishes have it (inverse frequency)."""

    def __init__(self, manners: Manners, names: AllNames, samples: Iterable[tuple[str, Words]]) -> None:
        self._light = frozenset(manners.light_words)
        self._negations = frozenset(manners.negations)
        self._asking = frozenset(manners.questions) - self._light
        self._names = names
        self._samples = list(dict.fromkeys((intent, frozenset(words)) for intent, words in samples))

    def find(self, words: Words) -> Match | None:
        """The most like wish; None where none is like enough, or two are nearly as like."""
        if len(words) > LONGEST_SENTENCE:
            return None
        best: dict[str, _Likeness] = {}
        for said, filled in self._as_carriers(words):
            for intent, share in self._likeness(frozenset(said)):
                if intent not in best or share > best[intent].share:
                    best[intent] = _Likeness(Match(intent, filled), share)
        ranked = sorted(best.values(), key=lambda likeness: -likeness.share)
        rival = ranked[1].share if len(ranked) > 1 else 0.0
        return next((first.match for first in ranked[:1] if first.is_enough and first.share - rival >= MARGIN), None)

    def _as_carriers(self, words: Words) -> Iterator[tuple[Words, tuple[Filled, ...]]]:
        """The words as they are, and for each name in them the words with its slot in its place."""
        yield words, ()
        for start, word in enumerate(words):
            for slot, longest in self._names.begun_by(word).items():
                for stop in range(start + 1, min(len(words), start + longest) + 1):
                    slugs = self._names[slot].slugs(words[start:stop])
                    if slugs and not (slot == _NUMBER and self._names[slot].slugs(words[stop : stop + 1])):
                        said = Filled(slot, words[start:stop], slugs)
                        yield (*words[:start], f"{{{slot}}}", *words[stop:]), (said,)

    def _likeness(self, said: _Bag) -> Iterator[tuple[str, float]]:
        """The intent and likeness, from 0 to 1, of each sample with the same fixed words and enough shared words.

        For speed, samples are skipped whose weight alone makes them too unlike to count.
        """
        weight, fixed = self._weight_of(said), self._fixed(said)
        shared = Counter(chain.from_iterable(self._having.get((fixed, word), ()) for word in said - self._light))
        for number, count in shared.items():
            bag_weight = self._bag_weights[number]
            if count >= FEWEST_SHARED and 2 * min(weight, bag_weight) >= _LEAST_OF_A_RIVAL * (weight + bag_weight):
                intent, bag = self._samples[number]
                yield intent, 2 * self._weight_of(bag & said) / (weight + bag_weight)

    def _fixed(self, bag: _Bag) -> _Bag:
        """What two sentences must have in common to mean the same: slots, negations, and whether they ask."""
        fixed = frozenset(word for word in bag if word[0] == "{" or word in self._negations)
        return fixed if self._asking.isdisjoint(bag) else fixed | {_ASKED}

    def _weight_of(self, bag: Iterable[str]) -> float:
        return fsum(self._weights.get(word, self._most) for word in bag)

    @cached_property
    def _having(self) -> Mapping[tuple[_Bag, str], Sequence[int]]:
        """The indexes of the samples, by their fixed words and each of their words."""
        having: dict[tuple[_Bag, str], list[int]] = defaultdict(list)
        for number, (_, bag) in enumerate(self._samples):
            fixed = self._fixed(bag)
            for word in bag:
                having[fixed, word].append(number)
        return having

    @cached_property
    def _bag_weights(self) -> Sequence[float]:
        return [self._weight_of(bag) for _, bag in self._samples]

    @cached_property
    def _weights(self) -> dict[str, float]:
        """The weight of every known word; light words weigh less, and all names the same."""
        having: dict[str, set[str]] = defaultdict(set)
        for intent, bag in self._samples:
            for word in bag:
                having[word].add(intent)
        all_wishes = len({intent for intent, _ in self._samples})
        weights = {word: log((1 + all_wishes) / len(wishes)) for word, wishes in having.items()}
        slots = {word: SLOT_WEIGHT for word in weights if word.startswith("{")}
        return weights | {word: LIGHT_SHARE * weights.get(word, self._most) for word in self._light} | slots

    @cached_property
    def _most(self) -> float:
        """The weight of a word that no wish has."""
        return log(1 + len({intent for intent, _ in self._samples}))
