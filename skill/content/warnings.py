"""Which words mean that something is wrong, how badly, and which only sound like it."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from skill.content.model import Frozen

Level = Literal["emergency", "urgent", "pain"]
Phrase = Annotated[str, Field(pattern=r"^[a-z']+( [a-z']+)*$", max_length=140)]
PhraseList = Annotated[tuple[Phrase, ...], Field(min_length=1)]
Span = range


class Heard:
    """What was said, as plain words, with the places where the speaker made a stop."""

    def __init__(self, said: str) -> None:
        pieces = [_words(piece) for piece in re.split(r"[.,;:!?]+", said.lower())]
        self.words = [word for piece in pieces for word in piece]
        ends = [sum(map(len, pieces[: index + 1])) for index in range(len(pieces))]
        self.stops = frozenset(ends)

    def spans_of(self, phrases: tuple[tuple[str, ...], ...]) -> Iterator[Span]:
        """Where one of these phrases stands, word for word."""
        for phrase in phrases:
            for start in range(len(self.words) - len(phrase) + 1):
                if tuple(self.words[start : start + len(phrase)]) == phrase:
                    yield range(start, start + len(phrase))

    def in_one_breath(self, span: Span) -> bool:
        """Whether no stop lies inside the span."""
        return not any(span.start < stop < span.stop for stop in self.stops)


class Warnings(Frozen):
    """The phrases of one language; the first level that is heard counts, and negated phrases never do.

    `reason_for_coming` is what people say to open such a skill ("my back hurts"): pain once they are being guided.
    """

    emergency: PhraseList
    urgent: PhraseList
    pain: PhraseList
    reason_for_coming: PhraseList
    negations: PhraseList

    def level_in(self, words: str) -> Level | None:
        """The most serious level that these words mean, or None when nothing is wrong."""
        heard = Heard(words)
        if self._stands(heard, self._split.emergency):
            return "emergency"
        if self._stands(heard, self._split.urgent):
            return "urgent"
        return "pain" if self._stands(heard, self._split.pain + self._split.reason_for_coming) else None

    def is_reason_for_coming(self, words: str) -> bool:
        """Whether the only thing wrong in these words is what brought the person here."""
        heard = Heard(words)
        reasons = self._stands(heard, self._split.reason_for_coming)
        pains = self._stands(heard, self._split.pain)
        serious = self.level_in(words) in ("emergency", "urgent")
        return bool(reasons) and not serious and all(any(_inside(pain, reason) for reason in reasons) for pain in pains)

    @cached_property
    def _split(self) -> "_SplitPhrases":
        return _SplitPhrases(self)

    def _stands(self, heard: Heard, phrases: tuple[tuple[str, ...], ...]) -> list[Span]:
        """The spans of these phrases that no negation touches, unless the negation is itself part of the phrase."""
        negations = [span for span in heard.spans_of(self._split.negations) if heard.in_one_breath(span)]
        return [
            span
            for span in heard.spans_of(phrases)
            if not any(_touch(span, negation) and not _inside(negation, span) for negation in negations)
        ]


class _SplitPhrases:
    """The phrases as words, split once."""

    def __init__(self, warnings: Warnings) -> None:
        self.emergency = _split(warnings.emergency)
        self.urgent = _split(warnings.urgent)
        self.pain = _split(warnings.pain)
        self.reason_for_coming = _split(warnings.reason_for_coming)
        self.negations = _split(warnings.negations)


def _split(phrases: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_words(phrase)) for phrase in phrases)


def _words(said: str) -> list[str]:
    """Lower-case words without apostrophes, so that "can't", "cant", "cannot" and "can not" are one word."""
    joined = re.sub(r"['\u2019\u02bc`]", "", said.lower())
    return re.findall(r"\w+", re.sub(r"\bcan ?not\b", "cant", joined))


def _touch(span: Span, other: Span) -> bool:
    return span.start < other.stop and other.start < span.stop


def _inside(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.stop <= other.stop
