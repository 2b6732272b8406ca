"""Whether what a sentence weighs most for is believed: by what a mistake costs, and by how much was said at all."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from skill.content.language.warnings import Level
from skill.ports.evidence import NOTHING_KNOWN, Evidence
from skill.ports.intents import ALARMS, RED_FLAG
from skill.recognizer.reader.belief import Belief
from skill.recognizer.reader.costs import least_ahead
from skill.recognizer.reader.likelihood import likelihood
from skill.recognizer.reader.reader import STRANGER, Reader, Reading, Weighed, level_of
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
MORE_IF_DENIED = 1.5
"""Whoever says not, or never, may mean the very opposite."""
MORE_IF_LITTLE = 2.5
"""An answer of few words is believed where nearly every letter speaks for it: "fresh", "continue only"."""


_SHARE_OF_STRANGENESS = 0.7
"""A wish is the farther ahead the less it sounds like nothing of ours: by this share of how much less."""


class Weighing:
    """What is believed of the readings of one language; a `caution` above one asks for more than the costs say."""

    def __init__(
        self, reader: Reader, negations: Iterable[str], skeletons: Iterable[Skeleton], caution: float = 1.0
    ) -> None:
        self._reader = reader
        self._negations = frozenset(negations)
        self._slots = _slots_by_intent(skeletons)
        self._caution = caution

    def read(self, words: Words) -> Reading | None:
        """What these words weigh; None where they are none, or too many."""
        return self._reader.read(words)

    def level(self, reading: Reading, heard: Level | None) -> Level | None:
        """How badly something is wrong; the worst two levels as soon as they are likely.

        What was heard by its phrase is only put right by one of the worst two, and not so easily.
        """
        best, next_best, *_ = reading.dangers
        level, ahead = level_of(best), best.weight - next_best.weight
        if level is None or _says_little(reading) or (heard and ALARMS[level] != RED_FLAG):
            return None
        sure = len(reading.mentions.typed) > FEW_TO_BE_SURE
        if heard and not sure:
            return None
        if heard:
            return level if ahead >= LEAST_AHEAD_OF_A_PHRASE else None
        likely = sure and ALARMS[level] == RED_FLAG
        return level if ahead >= (LEAST_AHEAD_IN_DANGER if likely else LEAST_AHEAD) else None

    def belief(self, reading: Reading, known: Evidence = NOTHING_KNOWN) -> Belief:
        """The likeliest wish by its words and what is known, and whether that is enough; of two mentioned the last.

        Who says "not" answers no question by being likely to: "I don't know" is no no.
        """
        known = replace(known, answers=frozenset[str]()) if self._denies(reading) else known
        first, second = _likeliest(reading.wishes, known)
        intent = first.meaning
        by_words = {one.meaning: one.weight for one in reading.wishes}
        mentioned = {slot: reading.mentions.of(slot) for slot in self._slots.get(intent, ())}
        return Belief(
            best=first,
            rival=second,
            ahead=first.weight - second.weight + _SHARE_OF_STRANGENESS * (by_words[intent] - by_words[STRANGER]),
            needed=self._needed(reading, intent),
            likelihood=likelihood(intent, known),
            lacks=self._lacking(reading, intent, known),
            filled=tuple(filled[-1] for filled in mentioned.values() if filled),
        )

    def _lacking(self, reading: Reading, intent: str, known: Evidence) -> str:
        """Why this is no wish that is believed; little is enough for an answer."""
        if intent not in self._slots:
            return "it is no wish of ours"
        if _says_little(reading) and intent not in known.answers:
            return "too little is said"
        needed = (slot for slot, always in self._slots[intent].items() if always and not reading.mentions.of(slot))
        return next((f"no {slot} is mentioned" for slot in needed), "")

    def _needed(self, reading: Reading, intent: str) -> float:
        more = (MORE_IF_DENIED if self._denies(reading) else 1.0) * (MORE_IF_LITTLE if _says_little(reading) else 1.0)
        return self._caution * least_ahead(intent) * more

    def _denies(self, reading: Reading) -> bool:
        return not self._negations.isdisjoint(reading.mentions.typed)


def _says_little(reading: Reading) -> bool:
    return len(reading.mentions.typed) <= FEW_WORDS


def _likeliest(wishes: Iterable[Weighed], known: Evidence) -> tuple[Weighed, Weighed]:
    """The best two wishes, once what is known has been put to their weights."""
    weighed = (Weighed(one.meaning, one.weight + likelihood(one.meaning, known).weight) for one in wishes)
    first, second, *_ = sorted(weighed, key=lambda one: -one.weight)
    return first, second


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
