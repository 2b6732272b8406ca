"""Whether what a sentence weighs most for is believed: by what a mistake costs, and by how much was said at all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from skill.content.language.warnings import Level
from skill.ports.intents import ALARMS, RED_FLAG
from skill.recognizer.reader.costs import least_ahead
from skill.recognizer.reader.reader import Reader, Reading, level_of
from skill.recognizer.sentences.sentences import Filled
from skill.recognizer.templates.expansion import slots_in
from skill.recognizer.templates.manners import Words
from skill.recognizer.templates.templates import Skeleton

LEAST_AHEAD = 6.0
"""By how much the words must weigh for something wrong, a feature on average, before it is believed."""
LEAST_AHEAD_OF_A_PHRASE = 14.0
"""The same where a phrase tells of something less bad: it is put right only by what is clear."""
LEAST_AHEAD_IN_DANGER = 0.0
"""The same where it may be danger: a false alarm costs less than one that is not heard."""
FEW_WORDS = 3
"""So many are known word for word, or say too little to be weighed."""
FEW_TO_BE_SURE = 5
"""With no more words than these, or with a phrase that is heard already, likely is not enough."""
_TURNED_ROUND = frozenset({"NotSideIntent", "OnlySideIntent"})
"""Of two sides that are mentioned the wrong one would make these the very opposite: none is taken."""
MORE_IF_DENIED = 1.5
"""Whoever says not, or never, may mean the very opposite."""


@dataclass(frozen=True)
class Wish:
    """What somebody wishes by the weight of their words, and what they mention for its slots."""

    intent: str
    filled: tuple[Filled, ...] = ()


class Weighing:
    """What is believed of the readings of one language."""

    def __init__(self, reader: Reader, negations: Iterable[str], skeletons: Iterable[Skeleton]) -> None:
        self._reader = reader
        self._negations = frozenset(negations)
        self._slots = _slots_by_intent(skeletons)

    def read(self, words: Words) -> Reading | None:
        """What these words weigh for; None where they are too few, or too many."""
        reading = self._reader.read(words)
        return reading if reading and len(reading.mentions.typed) > FEW_WORDS else None

    def level(self, reading: Reading, heard: Level | None) -> Level | None:
        """How badly something is wrong; the worst two levels as soon as they are likely.

        What was heard by its phrase is only put right by one of the worst two, and not so easily.
        """
        level = level_of(reading.danger)
        if level is None or (heard and ALARMS[level] != RED_FLAG):
            return None
        sure = len(reading.mentions.typed) > FEW_TO_BE_SURE
        if heard and not sure:
            return None
        if heard:
            return level if reading.danger.ahead >= LEAST_AHEAD_OF_A_PHRASE else None
        likely = sure and ALARMS[level] == RED_FLAG
        return level if reading.danger.ahead >= (LEAST_AHEAD_IN_DANGER if likely else LEAST_AHEAD) else None

    def wish(self, reading: Reading) -> Wish | None:
        """The wish where enough is said for it, and there is what every sentence of it mentions; of two the last."""
        slots = self._slots.get(reading.wish.meaning)
        if slots is None or reading.wish.ahead < self._least_ahead(reading):
            return None
        mentioned = {slot: reading.mentions.of(slot) for slot in slots}
        if reading.wish.meaning in _TURNED_ROUND and len({filled.slugs for filled in mentioned["side"]}) > 1:
            return None
        if any(needed and not mentioned[slot] for slot, needed in slots.items()):
            return None
        return Wish(reading.wish.meaning, tuple(filled[-1] for filled in mentioned.values() if filled))

    def _least_ahead(self, reading: Reading) -> float:
        denies = not self._negations.isdisjoint(reading.mentions.typed)
        return least_ahead(reading.wish.meaning) * (MORE_IF_DENIED if denies else 1.0)


def _slots_by_intent(skeletons: Iterable[Skeleton]) -> Mapping[str, Mapping[str, bool]]:
    """The slots of each intent, and whether every sentence of it has them."""
    found: dict[str, dict[str, bool]] = {}
    for skeleton in skeletons:
        for sample in skeleton.samples:
            there = set(slots_in(sample))
            before = found.get(skeleton.intent)
            known = before if before is not None else dict.fromkeys(there, True)
            found[skeleton.intent] = {slot: known.get(slot, False) and slot in there for slot in {*known, *there}}
    return {intent: dict(sorted(slots.items())) for intent, slots in found.items()}
