"""A stand-in for Alexa's own hearing: trained on the samples of the compiled model, and on nothing else.

Hers is hers, and nobody can run it here. This one is a plain classifier of words and pairs of words; what it gets
right or wrong says how much our samples hold, not what she will do. As she is said to, it takes a sample that is said
word for word; else the wish that is likelier than all others together; else a preamble with the words behind it as
they are; else nothing. Of a preamble only the words behind it leave it, as with her.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from skill.assembly import the_library, the_templates, what_reads
from skill.ports.evidence import NOTHING_KNOWN, Evidence
from skill.ports.intents import RED_FLAG
from skill.ports.store import Owner
from skill.ports.turn import TOLD, Slot, Turn
from skill.recognizer.meaning import HeardSlot, Understood
from skill.recognizer.model import samples_by_intent
from skill.recognizer.reader.mentions import Mentions, mentions_in
from skill.recognizer.recognizer import FALLBACK, Recognizer
from skill.recognizer.templates.expansion import slots_in
from skill.recognizer.templates.manners import Words
from skill.recognizer.told import ToldReader

MOST_SAMPLES = 100
"""Of an intent: a classifier of this sort learns nothing more from more of them."""
ROUNDS, RATE, DECAY = 12, 0.3, 1e-4
SURE = 0.5
"""Likelier than all others together."""

Weights = NDArray[np.float64]


class Classifier:
    """Which meaning the words of a sentence are most like, and how likely that is."""

    def __init__(self, examples: Mapping[str, Sequence[Words]]) -> None:
        self._meanings = sorted(examples)
        self._number: dict[str, int] = {}
        found = [
            (meaning, self._learned(words))
            for meaning, said in enumerate(examples[name] for name in self._meanings)
            for words in said
        ]
        self._weights: Weights = np.zeros((len(self._number), len(self._meanings)))
        dice = random.Random(1)
        for _ in range(ROUNDS):
            dice.shuffle(found)
            for meaning, numbers in found:
                wrong = self._likely(numbers)
                wrong[meaning] -= 1
                self._weights[numbers] *= 1 - DECAY
                self._weights[numbers] -= RATE * wrong / len(numbers) ** 0.5

    def best(self, words: Words) -> tuple[str, float]:
        """The likeliest meaning, and its share of all; of words that are in no sample nobody is sure."""
        known = [self._number[feature] for feature in _features(words) if feature in self._number]
        if not known:
            return FALLBACK, 0.0
        likely = self._likely(np.array(known))
        return self._meanings[int(likely.argmax())], float(likely.max())

    def _learned(self, words: Words) -> NDArray[np.int64]:
        return np.array([self._number.setdefault(feature, len(self._number)) for feature in _features(words)])

    def _likely(self, numbers: NDArray[np.int64]) -> Weights:
        sums: Weights = self._weights[numbers].sum(0) / len(numbers) ** 0.5
        shares: Weights = np.exp(sums - sums.max())
        whole: Weights = shares / shares.sum()
        return whole


@dataclass(frozen=True)
class StandIn:
    """Hears sentences as the compiled model has them; what it tells of one is all that the skill would get."""

    recognizer: Recognizer
    samples: Mapping[Words, str]
    preambles: Mapping[Words, str]
    slots: Mapping[str, frozenset[str]]
    classifier: Classifier

    def understand(self, sentence: str) -> Understood:
        """The intent and its slots: for a preamble nothing but the words behind it."""
        words = self.recognizer.written_out(sentence)
        mentions = mentions_in(words, self.recognizer.names)
        exact = self.samples.get(words) or self.samples.get(mentions.typed)
        likeliest, share = self.classifier.best(mentions.typed)
        if exact or share >= SURE:
            return self._wish(exact or likeliest, sentence, mentions)
        return self._opened(words) or Understood(FALLBACK)

    def _wish(self, intent: str, sentence: str, mentions: Mentions) -> Understood:
        """The wish with what is mentioned for its slots; a warning holds the words as a slot that nobody knows."""
        if intent == RED_FLAG:
            level = the_library().danger[self.recognizer.language].level_in(sentence) or "urgent"
            return Understood(intent, {"sign": HeardSlot(sentence, (level,))})
        filled = {one.slot: one for one in mentions.filled if one.slot in self.slots[intent]}
        return Understood(intent, {slot: HeardSlot(" ".join(one.said), one.slugs) for slot, one in filled.items()})

    def _opened(self, words: Words) -> Understood | None:
        """The longest preamble that these words begin with, and what follows it."""
        for length in range(len(words) - 1, 0, -1):
            if intent := self.preambles.get(words[:length]):
                return Understood(intent, {TOLD: HeardSlot(" ".join(words[length:]), ())})
        return None


@dataclass(frozen=True)
class OverAlexa:
    """What comes of a sentence that is said to a speaker: heard by the stand-in, and read by the skill."""

    hears: StandIn
    reads: ToldReader

    def understand(self, sentence: str, known: Evidence = NOTHING_KNOWN, /) -> Understood:
        """The intent and its slots as the dialogue gets them."""
        heard = self.hears.understand(sentence)
        if TOLD not in heard.slots:
            return heard
        told = heard.slots[TOLD].said
        sent = Turn(
            "a", heard.intent, datetime(2026, 1, 5, tzinfo=UTC), Owner("a"), slots={TOLD: Slot(told)}, unread=told
        )
        read = self.reads.read(sent, known)
        return Understood(read.intent, {name: HeardSlot(slot.said, slot.ids) for name, slot in read.slots.items()})


def stand_in(locale: str, most_samples: int = MOST_SAMPLES) -> StandIn:
    """The stand-in for a locale, trained on the samples of its model: so many of each intent, and every sign."""
    templates, recognizer = the_templates(locale), what_reads(locale).recognizer
    said: dict[str, list[Words]] = defaultdict(list)
    slots: dict[str, set[str]] = defaultdict(set)
    for intent, samples in samples_by_intent(the_library(), templates).items():
        if intent not in templates.preambles:
            said[intent] += [_typed(sample, recognizer) for sample in samples]
            slots[intent].update(slot for sample in samples for slot in slots_in(sample))
    for template in templates.written:
        if template.known_to_alexa:
            said[template.intent] += [_typed(sample, recognizer) for sample in template.samples]
    examples = {intent: _spread(sentences, most_samples) for intent, sentences in said.items()}
    warnings = the_library().warnings[recognizer.language]
    signs = tuple(recognizer.written_out(sign) for sign in (*warnings.emergency, *warnings.urgent))
    ways = {intent: map(recognizer.written_out, ways) for intent, ways in templates.preambles.items()}
    return StandIn(
        recognizer,
        {words: intent for intent, sentences in said.items() for words in sentences} | dict.fromkeys(signs, RED_FLAG),
        {words: intent for intent, several in ways.items() for words in several},
        {intent: frozenset(names) for intent, names in slots.items()} | {FALLBACK: frozenset()},
        Classifier(examples | {RED_FLAG: (*examples[RED_FLAG], *signs)}),
    )


def _typed(sample: str, recognizer: Recognizer) -> Words:
    """A sample as it is compared: nothing shortened, slots kept."""
    words = (word if word.startswith("{") else " ".join(recognizer.written_out(word)) for word in sample.split())
    return tuple(" ".join(words).split())


def _spread(sentences: Sequence[Words], most: int) -> Sequence[Words]:
    """So many of them at most, from beginning to end."""
    return sentences[:: 1 + (len(sentences) - 1) // most]


def _features(words: Words) -> Iterator[str]:
    yield from dict.fromkeys(words)
    yield from dict.fromkeys(f"{one} {two}" for one, two in zip(("^", *words), (*words, "$"), strict=True))
