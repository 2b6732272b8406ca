"""Signs of danger: kinds of words, such as what is lost and where, that are said close together in any order.

A kind is said when one of its phrases is, with at most two other words between any two of its own. A sign is a row of
kinds that are all said, close to each other. What is denied ("no numbness"), only thought of ("what if my legs go
numb"), or about other people or long ago is no sign.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, product
from typing import Annotated

from skill.content.language.apart import Apart
from skill.content.language.asides import Asides, HeardDanger, with_is
from skill.content.language.warnings import LEVELS, Level, PhraseList, Span, Warnings, WordsAndStops
from skill.content.model.frozen import Checked, Frozen
from skill.content.reading.faults import Complaint

RED_LEVELS: tuple[Level, ...] = ("emergency", "urgent")
_NOT, _IS_NOT = "not ", ("isn't", "aren't")
_GAP = 2
_Words = tuple[str, ...]
Kinds = Mapping[str, Sequence[Span]]
"""Kinds of words, each with the spans in which it is said."""


class Sign(Frozen):
    """One row: kinds that are a sign when all are said, at most `within` words apart; its level, and its source."""

    all: Annotated[tuple[str, ...], Checked(min_length=1)]
    level: Level
    source: Annotated[str, Checked(min_length=1)]
    within: Annotated[int, Checked(ge=1, le=20)] = 9
    thought_of: bool = False
    """Whether just thinking of it is the sign, as with self-harm, so that "what if" takes nothing away."""
    unless: tuple[str, ...] = ()
    """Kinds that take this row away wherever they are said: a crack without pain, legs that shake from holding."""
    alone: bool = False
    """Whether it is a sign only if nothing else is said: "ambulance" alone is a cry for help."""


class Signs(Frozen):
    """The signs of one language: the phrases of each kind, the ways apart, and the rows, the gravest first."""

    words: dict[str, PhraseList]
    apart: Apart
    sign: Annotated[tuple[Sign, ...], Checked(min_length=1)]


@dataclass(frozen=True)
class Alarm:
    """A level of danger, and a description of the phrase or the sign (with its source) that raised it."""

    level: Level
    by: str


class Danger:
    """Finds danger in what was said in one language, by its phrases, and by its signs if it has any."""

    def __init__(self, warnings: Warnings, signs: Signs | None) -> None:
        self._warnings = warnings
        self._rows = signs.sign if signs else ()
        self._by_first_kind = _by_first_kind(self._rows)
        self._kinds = self._by_first_word(signs.words if signs else {})
        self._of_a_sign = frozenset(kind for row in self._rows for kind in row.all)
        self._asides = Asides(signs.apart, warnings) if signs else None
        self._nots = warnings.each_word(signs.apart.nots) if signs else frozenset[str]()
        self._vocabulary = frozenset(_words_of(signs)) if signs else frozenset[str]()

    def vocabulary(self) -> frozenset[str]:
        """Every word of the signs and of the ways apart; spelling correction leaves them alone."""
        return self._vocabulary

    def level_in(self, words: str) -> Level | None:
        """The worst level of danger in these words; None where there is none."""
        alarm = self.alarm_in(words)
        return alarm.level if alarm else None

    def alarm_in(self, words: str) -> Alarm | None:
        """The worst alarm that these words raise, by a phrase or by a sign; None where there is none."""
        phrase, sign = self._phrase_in(words), self.sign_in(words)
        heard = [Alarm(phrase[0], f"the phrase {phrase[1]!r}")] if phrase else []
        heard += [Alarm(sign.level, f"the sign {' + '.join(sign.all)} ({sign.source})")] if sign else []
        return min(heard, key=lambda alarm: LEVELS.index(alarm.level), default=None)

    def sign_in(self, words: str) -> Sign | None:
        """The first sign that is said, and that nothing takes away; None without one."""
        return next((row for row, found in self._signs_in(words) if not self._is_taken(found)), None)

    def is_apart(self, words: str) -> bool:
        """Whether these words are about another time, a tale or something intact: then weights raise no alarm."""
        return self._asides is not None and self._asides.tells_of_elsewhere(self._warnings.heard(words))

    def is_intact(self, words: str) -> bool:
        """Whether these words say that something can be felt or moved, and raise no alarm."""
        said = self._warnings.heard(words)
        return self._asides is not None and self._asides.tells_what_is_there(said) and not self.alarm_in(words)

    def is_taken_away(self, words: str) -> bool:
        """Whether an emergency or something urgent is said, by a phrase or a sign, and all of it is taken away."""
        phrase = self._warnings.phrase_in(words)
        by_a_phrase = phrase is not None and phrase[0] in RED_LEVELS
        if not by_a_phrase and all(row.level not in RED_LEVELS for row, _ in self._signs_in(words)):
            return False
        alarm = self.alarm_in(words)
        return alarm is None or alarm.level not in RED_LEVELS

    def _phrase_in(self, words: str) -> tuple[Level, str] | None:
        """The worst phrase that is said and that nothing takes away, with its level."""
        said = self._warnings.heard(words)
        standing = self._warnings.standing_in(said)
        return next(((level, said.told(span)) for level, span in standing if self._counts(level, span, said)), None)

    def _counts(self, level: Level, span: Span, said: WordsAndStops) -> bool:
        if level == "mild":
            return True
        dangers = self._dangers_in(said, self._kinds_in(said.words))
        found = HeardDanger([span], said, dangers, thought_of=level not in RED_LEVELS)
        return not self._is_explained(said, said.told(span)) and not self._is_taken(found)

    def _dangers_in(self, said: WordsAndStops, kinds: Kinds) -> frozenset[int]:
        """The indexes of all words that belong to a phrase of danger, or to one of these kinds of a sign."""
        of_signs = (spans for kind, spans in kinds.items() if kind in self._of_a_sign)
        return frozenset(at for spans in (*of_signs, self._warnings.spans_in(said)) for span in spans for at in span)

    def _kinds_in(self, said: Sequence[str]) -> Kinds:
        """The kinds that are said, each with its spans."""
        found = defaultdict[str, list[Span]](list)
        there = frozenset(said)
        for start, word in enumerate(said):
            for kind, rest in self._kinds.get(word, ()):
                stop = _stop(said, start, rest, self._nots) if there.issuperset(rest) else None
                if stop is not None:
                    found[kind].append(range(start, stop))
        return found

    def _is_explained(self, said: WordsAndStops, phrase: str) -> bool:
        """Whether this phrase is a sign whose `unless` kinds are said too: legs like jelly, from holding."""
        kinds, told = self._kinds_in(said.words), self._kinds_in(phrase.split())
        rows = (row for row in self._rows if not kinds.keys().isdisjoint(row.unless))
        return any(told.keys() >= set(row.all) for row in rows)

    def _signs_in(self, words: str) -> Iterator[tuple[Sign, HeardDanger]]:
        """Every sign that is said, with its spans, unless one of its own `unless` kinds is; ignores ways apart."""
        said = self._warnings.heard(with_is(words))
        spans = self._kinds_in(said.words)
        begun = sorted(one for kind in spans for one in self._by_first_kind.get(kind, ()))
        said_whole = (self._rows[number] for number in begun if spans.keys() >= {*self._rows[number].all})
        rows = [row for row in said_whole if spans.keys().isdisjoint(row.unless)]
        dangers = self._dangers_in(said, spans) if rows else frozenset[int]()
        for row in rows:
            together = product(*(spans[kind] for kind in row.all))
            for one in (sorted(each, key=lambda span: span.start) for each in together):
                if _close(one, row.within) and not (row.alone and _is_among_others(one, said.words)):
                    yield row, HeardDanger(one, said, dangers, row.thought_of)

    def _is_taken(self, found: HeardDanger) -> bool:
        return self._asides is not None and self._asides.takes_away(found)

    def _by_first_word(self, kinds: Mapping[str, Iterable[str]]) -> Mapping[str, Sequence[tuple[str, _Words]]]:
        """By the first word of each phrase, its kind and its other words."""
        found = defaultdict[str, list[tuple[str, _Words]]](list)
        for kind, phrases in kinds.items():
            for words in map(self._warnings.as_heard, chain(phrases, _shortened(phrases))):
                found[words[0]].append((kind, words[1:]))
        return dict(found)


def _shortened(phrases: Iterable[str]) -> Iterator[str]:
    """The phrases that begin with "not", with "isn't" and "aren't" in its place: "they aren't moving"."""
    later = (phrase.removeprefix(_NOT) for phrase in phrases if phrase.startswith(_NOT))
    return (f"{is_not} {rest}" for rest in later for is_not in _IS_NOT)


def _by_first_kind(rows: Sequence[Sign]) -> Mapping[str, Sequence[int]]:
    """The indexes of the rows by their first kind, so that most rows need no look."""
    found = defaultdict[str, list[int]](list)
    for number, row in enumerate(rows):
        found[row.all[0]].append(number)
    return dict(found)


def _words_of(signs: Signs) -> Iterator[str]:
    of_the_ways = (way.words + way.beside + way.unless + way.behind + way.joining for way in signs.apart.way)
    for phrase in chain(*signs.words.values(), *of_the_ways):
        yield from phrase.split()


def kinds_there(signs: Signs) -> Iterator[Complaint]:
    """A complaint about every kind in a row that does not exist, and about every kind that is in no row."""
    asked = {kind for row in signs.sign for kind in (*row.all, *row.unless)}
    for number, row in enumerate(signs.sign):
        missing = (kind for kind in (*row.all, *row.unless) if kind not in signs.words)
        yield from (Complaint(f"sign.{number}.all", f"there are no words of the kind {kind!r}") for kind in missing)
    idle = (kind for kind in signs.words if kind not in asked)
    yield from (Complaint(f"words.{kind}", "is in no sign") for kind in idle)


SIGN_RULES = (kinds_there,)
"""The rules for the signs of one language."""


def _close(spans: Sequence[Span], within: int) -> bool:
    """Whether these spans, in order, do not overlap, and lie at most `within` words apart from first to last."""
    beside = all(one.stop <= other.start for one, other in pairwise(spans))
    return beside and spans[-1].start - spans[0].stop <= within


def _is_among_others(spans: Sequence[Span], said: Sequence[str]) -> bool:
    """Whether more words are said than those in the spans."""
    return len({at for span in spans for at in span}) < len(said)


def _stop(said: Sequence[str], start: int, rest: Sequence[str], nots: frozenset[str]) -> int | None:
    """The index after a phrase whose first word is at `start`; None if the rest of it does not follow closely.

    Up to two other words may stand between two of its own, but none of `nots`.
    """
    at = start
    for word in rest:
        near = range(at + 1, min(len(said), at + 2 + _GAP))
        found = next((place for place in near if said[place] == word or said[place] in nots), None)
        if found is None or said[found] != word:
            return None
        at = found
    return at + 1
