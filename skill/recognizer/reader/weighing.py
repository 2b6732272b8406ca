"""Decides whether the reader's best score is believed: by what a mistake costs, and by how much was said.

All figures below are scores in the unit of `Weights.scores` (0 is as likely as not, 100 is surely) or counts of words.
"""

from collections.abc import Iterable, Mapping
from operator import attrgetter

from skill.content.language.warnings import Level
from skill.ports.evidence import NOTHING_KNOWN, Evidence
from skill.ports.intents import ALARMS, RED_FLAG
from skill.recognizer.reader.belief import Belief
from skill.recognizer.reader.costs import STRANGER, akin_to, least_sure, only_tells, says_it_is_over
from skill.recognizer.reader.likelihood import likelihood
from skill.recognizer.reader.reader import Reader, Reading, Weighed, level_of
from skill.recognizer.reader.said import NO_DANGER
from skill.recognizer.templates.expansion import slots_in
from skill.recognizer.templates.manners import Manners, Words
from skill.recognizer.templates.templates import Template
from skill.replaced import replace

_NO, _WANTED = "AMAZON.NoIntent", ("routine", "programme", "area", "setting")
"""If one of these slots is mentioned, "no" is not the whole wish: "no, not this one, I'm wanting the hip one"."""

LEAST = -20.0
"""The least score for a level of danger that is none of the worst two."""
LEAST_IN_DANGER = -40.0
"""The least score for the worst two: a false alarm costs less than one that is missed."""
GRAVE = -5.0
"""From this score on, danger counts even if it is told of another time; now and then a tale reaches it, too."""
MOST_BEHIND = 18.0
"""How far the score of danger may be below that of no danger."""
SURELY_NONE, SURELY_NOT_GRAVE = 50.0, -60.0
"""A question tells of no danger from the first score for none on, and up to the second for danger: "is chest pain a
reason not to do these"."""
HARDLY_NONE, HARDLY_THAT = 0.0, -80.0
"""A phrase of pain does not count from the first score for no danger on, and up to the second for any danger."""
HARDLY_WRONG: Mapping[Level, float] = {"pain": -35.0, "mild": -35.0, "dizzy": -60.0}
"""The highest score of a level with which its phrase gives way to a wish that is sure."""
LEAST_OF_A_PHRASE = -15.0
"""The least score for the worst two levels where a phrase of a lesser level was heard, which stands in doubt."""
FEW_WORDS = 3
"""Up to so many words, a sentence is known word for word, or says too little to be weighed."""
_TURNED_ROUND = frozenset({"NotSideIntent", "OnlySideIntent"})
"""Wishes that the wrong one of two sides would turn into their opposite: with two sides they are not believed."""
_WHOLE_SENTENCES = frozenset({"flare"})
"""Slots whose values are whole sentences: anybody who says the same in other words mentions none, so none is needed."""
SURE_OF_FEW = 20.0
"""Two or three words are danger from this score on, if the score for none is below its negative: "head exploding"."""
HARDLY_MORE_WORDS = 7
"""Up to so many words are hardly more than the phrase that was heard in them."""
MORE_OF_STUCK = 2
"""So many words more if the phrase is of somebody who is stuck: they are told whom to call anyway."""
MORE_IF_DENIED = 12.0
"""How much surer a sentence with a negation must be, which may turn it into its opposite."""
_RED = frozenset(level for level, intent in ALARMS.items() if intent == RED_FLAG)
_SHARE_OF_LEAD = 0.5
"""This share of the distance to the next wish is added to the score of the best."""
SURE_OF_LITTLE, SURE_OF_A_WORD, SURE_OF_A_WORD_THAT_ASKS = 10.0, 100.0, 80.0
"""The least for a wish of few words that answers no question ("for hips ten minutes"), or of one word ("fresh").

The last is for a single word that only asks ("privacy"). A single word of danger needs no more than others: "stuck".
"""
NEAR_STRANGERS, MORE_NEAR_STRANGERS = 40.0, 34.0
"""A wish less than the first above a stranger's sentence must be surer by the second: "how far is the airport"."""
FAR_FROM_STRANGERS, LESS_FAR_FROM_STRANGERS = 80.0, 12.0
"""A wish at least the first above a stranger's sentence may be less sure by the second; none that deletes or clears."""
MORE_IF_LITTLE = 24.0
"""How much surer a wish of few words must be, an answer too: "fresh", "continue only"."""


class Weighing:
    """Decides what to believe of readings in one language; `caution` is added to what the costs ask for."""

    def __init__(self, reader: Reader, manners: Manners, written: Iterable[Template], caution: float = 0.0) -> None:
        self._reader = reader
        self._negations = frozenset(manners.negations)
        self._questions = frozenset(manners.questions)
        self._slots = _slots_by_intent(written)
        self._caution = caution

    def read(self, words: Words) -> Reading | None:
        """The scores of these words; None where there are none, or too many."""
        return self._reader.read(words)

    def level(self, reading: Reading, heard: Level | None) -> Level | None:
        """The level of danger that the words tell of; None without one. The worst two need the least.

        Where a phrase of a level was `heard`, only the worst two may overrule that, and with a higher score. Few words
        are danger only with a high score, and if no phrase was heard in them.
        """
        red = next(one for one in reading.dangers if one.meaning in _RED)
        none = next(one.weight for one in reading.dangers if one.meaning == NO_DANGER)
        few = HARDLY_MORE_WORDS + MORE_OF_STUCK * (heard == "stuck") if heard else FEW_WORDS
        if len(reading.mentions.typed) <= few:
            surely = len(reading.mentions.typed) > 1 and red.weight >= SURE_OF_FEW and none <= -SURE_OF_FEW
            return level_of(red) if surely and not heard else None
        least = LEAST_OF_A_PHRASE if heard else LEAST_IN_DANGER
        if red.weight >= least and red.weight >= none - MOST_BEHIND:
            return level_of(red)
        likeliest = reading.dangers[0]
        return None if heard or likeliest.weight < LEAST else level_of(likeliest)

    def is_grave(self, reading: Reading) -> bool:
        """Whether danger scores so high that it counts even if it is told of another time."""
        return max(one.weight for one in reading.dangers if one.meaning in _RED) >= GRAVE

    def is_none(self, reading: Reading) -> bool:
        """Whether the words are a question that so surely tells of no danger that a phrase of it does not count.

        Anybody who does not ask is believed ("I have a fever" was said of an evening, too), and so is anybody who says
        "not": "don't feel my feet".
        """
        typed = reading.mentions.typed
        if len(typed) <= FEW_WORDS or typed[0] not in self._questions or self._denies(reading):
            return False
        none = next(one.weight for one in reading.dangers if one.meaning == NO_DANGER)
        red = max(one.weight for one in reading.dangers if one.meaning in _RED)
        return none >= SURELY_NONE and red <= SURELY_NOT_GRAVE

    def is_but_a_phrase(self, reading: Reading, heard: Level) -> bool:
        """Whether the words around a phrase tell of nothing wrong: "oof, make it a bit shorter, will you"."""
        if len(reading.mentions.typed) <= HARDLY_MORE_WORDS:
            return False
        none = next(one.weight for one in reading.dangers if one.meaning == NO_DANGER)
        wrong = max(one.weight for one in reading.dangers if one.meaning in (_RED | {heard}))
        return none >= HARDLY_NONE and wrong <= HARDLY_THAT

    def is_hardly(self, reading: Reading, heard: Level) -> bool:
        """Whether the words around a phrase hardly tell of anything wrong: "skip this side, it's sore"."""
        if len(reading.mentions.typed) <= FEW_WORDS or heard not in HARDLY_WRONG:
            return False
        weights = {one.meaning: one.weight for one in reading.dangers}
        red = max(weights[level] for level in _RED if level in weights)
        is_none = weights[NO_DANGER] >= HARDLY_NONE and weights.get(heard, 0.0) <= HARDLY_WRONG[heard]
        return is_none and red <= SURELY_NOT_GRAVE

    def belief(self, reading: Reading, known: Evidence = NOTHING_KNOWN) -> Belief:
        """The likeliest wish by the words and what is known, and whether it is believed.

        Of two mentions for a slot the last counts. Words with a negation get nothing added for answering the open
        question: "I don't know" is no "no".
        """
        known = replace(known, answers=frozenset[str]()) if self._denies(reading) else known
        first, second = _likeliest(reading.wishes, known)
        intent, sure = first.meaning, first.weight + _SHARE_OF_LEAD * (first.weight - second.weight)
        mentioned = {slot: reading.mentions.of(slot) for slot in self._slots.get(intent, ())}
        return Belief(
            best=first,
            rival=second,
            sure=sure,
            needed=self._needed(reading, intent),
            likelihood=likelihood(intent, known),
            lacks=self._lacking(reading, intent, known, sure),
            filled=tuple(filled[-1] for filled in mentioned.values() if filled),
        )

    def _lacking(self, reading: Reading, intent: str, known: Evidence, sure: float) -> str:
        """Why this wish is not believed, however sure; empty if nothing is missing. An answer may be short."""
        if intent not in self._slots:
            return "it is no wish of ours"
        single = len(reading.mentions.typed) == 1 and intent not in ALARMS.values()
        little = (SURE_OF_A_WORD_THAT_ASKS if only_tells(intent) else SURE_OF_A_WORD) if single else SURE_OF_LITTLE
        if _says_little(reading) and intent not in known.answers and sure < little:
            return "too little is said"
        if says_it_is_over(intent) and self._denies(reading):
            return "it is denied"
        if intent == _NO and any(reading.mentions.of(slot) for slot in _WANTED):
            return "something else is named"
        turned = self._slots[intent] if self._denies(reading) else {"side"} if intent in _TURNED_ROUND else ()
        if any(len({filled.slugs for filled in reading.mentions.of(slot)}) > 1 for slot in turned):
            return "two are mentioned, and one of them is not meant"
        always = (slot for slot, there in self._slots[intent].items() if there and slot not in _WHOLE_SENTENCES)
        needed = (slot for slot in always if not reading.mentions.of(slot))
        return next((f"no {slot} is mentioned" for slot in needed), "")

    def _needed(self, reading: Reading, intent: str) -> float:
        more = (MORE_IF_DENIED if self._denies(reading) else 0.0) + (MORE_IF_LITTLE if _says_little(reading) else 0.0)
        return least_sure(intent) + self._caution + more + _for_strangers(reading, intent)

    def _denies(self, reading: Reading) -> bool:
        return not self._negations.isdisjoint(reading.mentions.typed)


def _for_strangers(reading: Reading, intent: str) -> float:
    """How much surer this wish must be, by how near the words are to what strangers say; below 0 for less sure."""
    weights = {one.meaning: one.weight for one in reading.wishes}
    ahead = weights[intent] - weights.get(STRANGER, LEAST)
    if intent == STRANGER or least_sure(intent) > 0:
        return 0.0
    if ahead < NEAR_STRANGERS:
        return MORE_NEAR_STRANGERS
    return -LESS_FAR_FROM_STRANGERS if ahead >= FAR_FROM_STRANGERS else 0.0


def _says_little(reading: Reading) -> bool:
    return len(reading.mentions.typed) <= FEW_WORDS


def _likeliest(wishes: Iterable[Weighed], known: Evidence) -> tuple[Weighed, Weighed]:
    """The best wish and its rival, with what is known added to the scores; a wish that is much the same is no rival."""
    weighed = (Weighed(one.meaning, one.weight + likelihood(one.meaning, known).weight) for one in wishes)
    ranked = wishes if known == NOTHING_KNOWN else sorted(weighed, key=attrgetter("weight"), reverse=True)
    first, *others = ranked
    akin = akin_to(first.meaning)
    return first, next(one for one in others if one.meaning not in akin)


def _slots_by_intent(written: Iterable[Template]) -> Mapping[str, Mapping[str, bool]]:
    """The slots of each intent, each with whether all its samples have it."""
    found: dict[str, dict[str, bool]] = {}
    for template in written:
        for sample in template.samples:
            there = set(slots_in(sample))
            before = found.get(template.intent)
            known = before if before is not None else dict.fromkeys(there, True)
            found[template.intent] = {slot: known.get(slot, False) and slot in there for slot in {*known, *there}}
    return {intent: dict(sorted(slots.items())) for intent, slots in found.items()}
