"""Which words mean that something is wrong, how badly, and which only sound like it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from skill.content.frozen import Frozen

Level = Literal["emergency", "urgent", "pain"]
Phrase = Annotated[str, Field(pattern=r"^[a-z']+( [a-z']+)*$", max_length=140)]
PhraseList = Annotated[tuple[Phrase, ...], Field(min_length=1)]
WARNING_LISTS = ("emergency", "urgent", "pain", "reason_for_coming")
Span = range
SplitPhrases = Mapping[str, tuple[tuple[str, ...], ...]]
"""Phrases as words, by their first word."""


class Heard:
    """What was said, as plain words, with the places where the speaker made a stop."""

    def __init__(self, said: str) -> None:
        pieces = [_words(piece) for piece in re.split(r"[.,;:!?]+", said.lower())]
        self.words = [word for piece in pieces for word in piece]
        ends = [sum(map(len, pieces[: index + 1])) for index in range(len(pieces))]
        self.stops = frozenset(ends)

    def spans_of(self, phrases: SplitPhrases) -> Iterator[Span]:
        """Where one of these phrases stands, word for word."""
        for start, word in enumerate(self.words):
            for phrase in phrases.get(word, ()):
                if tuple(self.words[start : start + len(phrase)]) == phrase:
                    yield range(start, start + len(phrase))

    def in_one_breath(self, span: Span) -> bool:
        """Whether no stop lies inside the span."""
        return not any(span.start < stop < span.stop for stop in self.stops)


class Warnings(Frozen):
    """The phrases of one language; the first level that is heard counts, and negated phrases never do.

    A phrase is negated when one of the `negations` touches it ("no pain"), or one of the `negators` comes just before
    it ("I don't have any"); a negation that is itself part of a warning ("it hasn't stopped hurting") negates nothing.

    `reason_for_coming` is what people say to open such a skill ("my back hurts"): pain once they are being guided.
    """

    emergency: PhraseList
    urgent: PhraseList
    pain: PhraseList
    reason_for_coming: PhraseList
    negations: PhraseList
    negators: PhraseList

    def level_in(self, words: str) -> Level | None:
        """The most serious level that these words mean, or None when nothing is wrong."""
        heard = Heard(words)
        if self._standing(heard, "emergency"):
            return "emergency"
        if self._standing(heard, "urgent"):
            return "urgent"
        return "pain" if self._standing(heard, "pain", "reason_for_coming") else None

    def is_reason_for_coming(self, words: str) -> bool:
        """Whether the only thing wrong in these words is what brought the person here."""
        heard = Heard(words)
        if self._standing(heard, "emergency", "urgent"):
            return False
        reasons = self._standing(heard, "reason_for_coming")
        pains = self._standing(heard, "pain")
        return bool(reasons) and all(any(_inside(pain, reason) for reason in reasons) for pain in pains)

    @cached_property
    def _split(self) -> dict[str, SplitPhrases]:
        """Every list of phrases, split once."""
        return {key: _by_first_word(phrases) for key, phrases in self}

    def _standing(self, heard: Heard, *lists: str) -> list[Span]:
        """The spans of the phrases in these lists that nothing negates."""
        after_negators = {span.stop for span in heard.spans_of(self._split["negators"])} - heard.stops
        negated = [span for span in self._spans(heard, *WARNING_LISTS) if span.start in after_negators]
        negations = [span for span in self._spans(heard, "negations") if heard.in_one_breath(span)]
        return [
            span
            for span in self._spans(heard, *lists)
            if span not in negated and not any(_negates(negation, span) for negation in negations + negated)
        ]

    def _spans(self, heard: Heard, *lists: str) -> Iterator[Span]:
        for key in lists:
            yield from heard.spans_of(self._split[key])


def _by_first_word(phrases: tuple[str, ...]) -> SplitPhrases:
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in phrases:
        words = tuple(_words(phrase))
        found[words[0]].append(words)
    return {first: tuple(split) for first, split in found.items()}


def _words(said: str) -> list[str]:
    """Lower-case words without apostrophes, so that "can't", "cant", "cannot" and "can not" are one word."""
    joined = re.sub(r"['\u2019\u02bc`]", "", said.lower())
    return re.findall(r"\w+", re.sub(r"\bcan ?not\b", "cant", joined))


def _negates(negation: Span, warning: Span) -> bool:
    touching = negation.start < warning.stop and warning.start < negation.stop
    return touching and not _inside(negation, warning)


def _inside(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.stop <= other.stop
