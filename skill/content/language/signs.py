"""Signs of danger by their meaning: what is lost or felt, and where, in any order of the words.

A kind of words is said when one of its phrases is, with at most two other words between any two of its own. A sign is
a row of kinds that are all said, close to each other. What is denied ("no numbness"), only thought of ("what if my legs
go numb") or told of elsewhere and long ago is none.
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
"""Kinds of words, and where each of them is said."""


class Sign(Frozen):
    """What is a sign when all of it is said, at most so many words apart; and who says that it is one."""

    all: Annotated[tuple[str, ...], Checked(min_length=1)]
    level: Level
    source: Annotated[str, Checked(min_length=1)]
    within: Annotated[int, Checked(ge=1, le=20)] = 9
    thought_of: bool = False
    """Whether to think of it is the sign: of harm to oneself nothing hypothetical takes back a word."""
    unless: tuple[str, ...] = ()
    """What takes this row back wherever it is said: a crack without pain, legs that shake from holding."""
    alone: bool = False
    """Whether it is a sign only where nothing else is said: "ambulance" is a cry, and a word in many sentences."""


class Signs(Frozen):
    """The signs of one language: kinds of words, what takes a sign back, and the rows, the gravest first."""

    words: dict[str, PhraseList]
    apart: Apart
    sign: Annotated[tuple[Sign, ...], Checked(min_length=1)]


@dataclass(frozen=True)
class Alarm:
    """A level of danger, and what it was heard by: a phrase, or a row of signs with its source."""

    level: Level
    by: str


class Danger:
    """What one language says of danger: its phrases, and its signs where it has any."""

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
        """Every word by which a sign is heard, or taken away: none of them is a slip of another."""
        return self._vocabulary

    def level_in(self, words: str) -> Level | None:
        """The worst level that these words mean; None when nothing is wrong."""
        alarm = self.alarm_in(words)
        return alarm.level if alarm else None

    def alarm_in(self, words: str) -> Alarm | None:
        """The worst that these words mean, by a phrase or by a sign; None when nothing is wrong."""
        phrase, sign = self._phrase_in(words), self.sign_in(words)
        heard = [Alarm(phrase[0], f"the phrase {phrase[1]!r}")] if phrase else []
        heard += [Alarm(sign.level, f"the sign {' + '.join(sign.all)} ({sign.source})")] if sign else []
        return min(heard, key=lambda alarm: LEVELS.index(alarm.level), default=None)

    def sign_in(self, words: str) -> Sign | None:
        """The first row of signs that is said, and that nothing takes away."""
        return next((row for row, found in self._signs_in(words) if not self._is_taken(found)), None)

    def is_apart(self, words: str) -> bool:
        """Whether this is told of another time or place, or of what is not lost: weights do not count there."""
        return self._asides is not None and self._asides.tells_of_elsewhere(self._warnings.heard(words))

    def is_intact(self, words: str) -> bool:
        """Whether somebody tells what they can feel or move, and no danger: all is well so far."""
        said = self._warnings.heard(words)
        return self._asides is not None and self._asides.tells_what_is_there(said) and not self.alarm_in(words)

    def is_taken_away(self, words: str) -> bool:
        """Whether danger is said, by a phrase or by a sign, and all of it is taken away."""
        phrase = self._warnings.phrase_in(words)
        by_a_phrase = phrase is not None and phrase[0] in RED_LEVELS
        if not by_a_phrase and all(row.level not in RED_LEVELS for row, _ in self._signs_in(words)):
            return False
        alarm = self.alarm_in(words)
        return alarm is None or alarm.level not in RED_LEVELS

    def _phrase_in(self, words: str) -> tuple[Level, str] | None:
        """The worst phrase that is said, and that nothing takes away."""
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
        """Every place that a word of danger has, of a phrase or of a sign of these kinds."""
        of_signs = (spans for kind, spans in kinds.items() if kind in self._of_a_sign)
        return frozenset(at for spans in (*of_signs, self._warnings.spans_in(said)) for span in spans for at in span)

    def _kinds_in(self, said: Sequence[str]) -> Kinds:
        """The kinds of words that are said, and where each of them stands."""
        found = defaultdict[str, list[Span]](list)
        there = frozenset(said)
        for start, word in enumerate(said):
            for kind, rest in self._kinds.get(word, ()):
                stop = _stop(said, start, rest, self._nots) if there.issuperset(rest) else None
                if stop is not None:
                    found[kind].append(range(start, stop))
        return found

    def _is_explained(self, said: WordsAndStops, phrase: str) -> bool:
        """Whether this phrase says a sign that the other words take back: legs like jelly, from holding."""
        kinds, told = self._kinds_in(said.words), self._kinds_in(phrase.split())
        rows = (row for row in self._rows if not kinds.keys().isdisjoint(row.unless))
        return any(told.keys() >= set(row.all) for row in rows)

    def _signs_in(self, words: str) -> Iterator[tuple[Sign, HeardDanger]]:
        """Every row of signs that is said, and where, whatever takes it away; but what takes back the row itself."""
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
        """What follows in every phrase of every kind, by its first word."""
        found = defaultdict[str, list[tuple[str, _Words]]](list)
        for kind, phrases in kinds.items():
            for words in map(self._warnings.as_heard, chain(phrases, _shortened(phrases))):
                found[words[0]].append((kind, words[1:]))
        return dict(found)


def _shortened(phrases: Iterable[str]) -> Iterator[str]:
    """What begins with a "not" that somebody runs into the word before it: "they aren't moving"."""
    later = (phrase.removeprefix(_NOT) for phrase in phrases if phrase.startswith(_NOT))
    return (f"{is_not} {rest}" for rest in later for is_not in _IS_NOT)


def _by_first_kind(rows: Sequence[Sign]) -> Mapping[str, Sequence[int]]:
    """The numbers of the rows, by the first kind of words that each asks for: of most rows it is not said."""
    found = defaultdict[str, list[int]](list)
    for number, row in enumerate(rows):
        found[row.all[0]].append(number)
    return dict(found)


def _words_of(signs: Signs) -> Iterator[str]:
    of_the_ways = (way.words + way.beside + way.unless + way.behind + way.joining for way in signs.apart.way)
    for phrase in chain(*signs.words.values(), *of_the_ways):
        yield from phrase.split()


def kinds_there(signs: Signs) -> Iterator[Complaint]:
    """Every kind of words that a row asks for and that there is not, and every one that no row asks for."""
    asked = {kind for row in signs.sign for kind in (*row.all, *row.unless)}
    for number, row in enumerate(signs.sign):
        missing = (kind for kind in (*row.all, *row.unless) if kind not in signs.words)
        yield from (Complaint(f"sign.{number}.all", f"there are no words of the kind {kind!r}") for kind in missing)
    idle = (kind for kind in signs.words if kind not in asked)
    yield from (Complaint(f"words.{kind}", "is in no sign") for kind in idle)


SIGN_RULES = (kinds_there,)
"""Everything that is asked of the signs of one language."""


def _close(spans: Sequence[Span], within: int) -> bool:
    """Whether these lie beside each other, and not too far apart."""
    beside = all(one.stop <= other.start for one, other in pairwise(spans))
    return beside and spans[-1].start - spans[0].stop <= within


def _is_among_others(spans: Sequence[Span], said: Sequence[str]) -> bool:
    """Whether more is said than these."""
    return len({at for span in spans for at in span}) < len(said)


def _stop(said: Sequence[str], start: int, rest: Sequence[str], nots: frozenset[str]) -> int | None:
    """Where a phrase that begins here ends, with some other words between any two of its own, but no "not"."""
    at = start
    for word in rest:
        near = range(at + 1, min(len(said), at + 2 + _GAP))
        found = next((place for place in near if said[place] == word or said[place] in nots), None)
        if found is None or said[found] != word:
            return None
        at = found
    return at + 1
