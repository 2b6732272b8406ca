"""Decides whether the rest of a sentence takes a danger in it away."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from skill.content.language.apart import Apart, Tenses, Way
from skill.content.language.warnings import Span, SplitPhrases, Warnings, WordsAndStops, spans_among

_SHORT_IS = re.compile(r"(\w)['\u2019]s\b")
"""The leg's gone dead is one leg; whoever leaves the stroke out says two."""
_ANYWHERE = ("clause", "story", "sentence")
_LONGEST_THING = 2
"""As many words as name a thing: "the watch strap"."""


@dataclass(frozen=True)
class HeardDanger:
    """A danger that is heard: where it stands, and every place that a word of danger has in what was said."""

    spans: Sequence[Span]
    said: WordsAndStops
    dangers: frozenset[int]
    thought_of: bool = False
    """Whether to ask about it is enough: of harm to oneself, and of what is answered with advice anyway."""

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.spans[0].start


@dataclass(frozen=True)
class _Split:
    """A way apart with its phrases in words."""

    way: Way
    words: SplitPhrases
    joining: frozenset[str]
    beside: SplitPhrases
    ahead: SplitPhrases
    behind: SplitPhrases
    unless: SplitPhrases


class Asides:
    """Judges of each danger that is heard whether something takes it away."""

    def __init__(self, apart: Apart, warnings: Warnings) -> None:
        self._clauses = _Clauses(apart.clauses, warnings)
        self._now, self._intact = warnings.split(apart.now), warnings.split(apart.intact)
        self._lost_all_the_same = warnings.split(apart.lost_all_the_same)
        self._ways = tuple(_split(way, warnings) for way in apart.way)

    def takes_away(self, found: HeardDanger) -> bool:
        """Whether this is no danger; where the thought is one, no question takes it away."""
        ways = (one for one in self._ways if not (found.thought_of and one.way.reach == "question"))
        return any(self._takes(one, found) for one in ways)

    def tells_of_elsewhere(self, said: WordsAndStops) -> bool:
        """Whether another time, a tale or what is not lost is all that is told: the weight of words does not count."""
        told = any(one.way.reach in _ANYWHERE and [*self._said(one, said)] for one in self._ways)
        return self.tells_what_is_there(said) or (told and not _has(said.words, self._now))

    def tells_what_is_there(self, said: WordsAndStops) -> bool:
        """Whether this tells what can be felt, or moved."""
        return _has(said.words, self._intact) and not _has(said.words, self._lost_all_the_same)

    def _takes(self, one: _Split, found: HeardDanger) -> bool:
        said = any(self._reaches(one, own, found) for own in self._said(one, found.said))
        return said and not (one.unless and self._speaks_against(one, found))

    def _speaks_against(self, one: _Split, found: HeardDanger) -> bool:
        """Whether what this way must not have beside it stands in the clause of the danger, or behind it."""
        around = [self._clauses.words_at(span.start, found.said) for span in found.spans]
        is_before = one.way.reach in ("joined", "thing", "question")
        behind = found.said.words[max(span.stop for span in found.spans) :] if is_before else ()
        return any(_has(words, one.unless) for words in (*around, behind))

    def _said(self, one: _Split, said: WordsAndStops) -> Iterator[Span]:
        """Where this way is said, with what has to be beside it and without what speaks against it."""
        if one.beside and not _has(said.words, one.beside):
            return
        for own in said.spans_of(one.words):
            touched = any(span.stop == own.start for span in said.spans_of(one.behind))
            touched = touched or any(span.start == own.stop for span in said.spans_of(one.ahead))
            if not touched and not (one.unless and _has(self._clauses.words_at(own.start, said), one.unless)):
                yield own

    def _reaches(self, one: _Split, own: Span, found: HeardDanger) -> bool:
        match one.way.reach:
            case "itself":
                return any(own.start < span.stop and span.start < own.stop for span in found.spans)
            case "joined" | "thing":
                return _is_behind(one, own, found)
            case "question":
                return own.start <= found.start and found.start in self._clauses.at(own.stop - 1, found.said)
            case "clause":
                return all(self._in_one_clause(own, span, found.said) for span in found.spans)
            case "story":
                return all(self._is_of_the_tale(one, own, span, found.said) for span in found.spans)
            case "sentence":
                return True

    def _in_one_clause(self, own: Span, span: Span, said: WordsAndStops) -> bool:
        return span.start in self._clauses.at(own.start, said)

    def _is_of_the_tale(self, one: _Split, own: Span, span: Span, said: WordsAndStops) -> bool:
        """Whether this is in the clause of the tale, or in another that tells of the past, or of somebody in it."""
        words = self._clauses.words_at(span.start, said)
        if self._in_one_clause(own, span, said) or _has(words, self._now):
            return self._in_one_clause(own, span, said)
        return self._clauses.is_past(words) or (one.way.is_told and self._clauses.is_of_others(words))


class _Clauses:
    """Where the clauses of one language begin, and of what they tell."""

    def __init__(self, tenses: Tenses, warnings: Warnings) -> None:
        self._joints, self._subjects = warnings.each_word(tenses.joints), warnings.each_word(tenses.subjects)
        self._after = warnings.each_word(tenses.after)
        self._present, self._past = warnings.split(tenses.present), warnings.split(tenses.past)
        self._others = warnings.split(tenses.others)

    def at(self, place: int, said: WordsAndStops) -> Span:
        """The clause in which this word stands."""
        starts = [*self._starts(said), len(said.words)]
        start = max((one for one in starts if one <= place), default=0)
        return range(start, next((one for one in starts if one > place), len(said.words)))

    def words_at(self, place: int, said: WordsAndStops) -> tuple[str, ...]:
        """The words of that clause."""
        clause = self.at(place, said)
        return said.words[clause.start : clause.stop]

    def is_past(self, words: tuple[str, ...]) -> bool:
        """Whether this clause tells of the past, and of nothing that is so now."""
        return _has(words, self._past) and not _has(words, self._present)

    def is_of_others(self, words: tuple[str, ...]) -> bool:
        """Whether this clause tells of somebody else."""
        return _has(words, self._others)

    def _starts(self, said: WordsAndStops) -> Iterator[int]:
        """At a stop, at a joint, and where a second somebody or something is told of."""
        has_subject = False
        for at, word in enumerate(said.words):
            new = word in self._subjects and has_subject and said.words[at - 1] not in self._after
            if at == 0 or at in said.stops or word in self._joints or new:
                has_subject = False
                yield at
            has_subject = has_subject or word in self._subjects


def _split(way: Way, warnings: Warnings) -> _Split:
    phrases = map(warnings.split, map(_in_both_ways, (way.beside, way.ahead, way.behind, way.unless)))
    return _Split(way, warnings.split(_in_both_ways(way.words)), warnings.each_word(way.joining), *phrases)


def _in_both_ways(phrases: Iterable[str]) -> Sequence[str]:
    """These as phrases of danger are heard, and as signs are: "he's fine" is "he is fine" there."""
    return tuple(dict.fromkeys(said for phrase in phrases for said in (phrase, with_is(phrase))))


def with_is(words: str) -> str:
    """The same with every "is" that was shortened, and with whatever else sounds like one."""
    return _SHORT_IS.sub(r"\1 is", words)


def _is_joined(one: _Split, own: Span, span: Span, found: HeardDanger) -> bool:
    """Whether nothing but joining words, or other words of danger, stands between; and no stop.

    A denial that is a word of danger itself ("no feeling") denies nothing.
    """
    if own.stop > span.start or not found.said.in_one_breath(range(own.start, span.stop)):
        return False
    between = range(own.stop, span.start)
    joins = all(at in found.dangers or found.said.words[at] in one.joining for at in between)
    return joins and found.dangers.isdisjoint(own)


def _is_behind(one: _Split, own: Span, found: HeardDanger) -> bool:
    """Whether any of it is joined to this; of a thing, what is said first."""
    if one.way.reach == "thing":
        return any(_is_joined(one, thing, found.spans[0], found) for thing in _things(one, own, found))
    return any(_is_joined(one, own, span, found) for span in found.spans)


def _things(one: _Split, own: Span, found: HeardDanger) -> Iterator[Span]:
    """What may be the name of a thing behind this: no part of anybody, nobody, and nothing that is felt.

    What there is of them nobody can list; what there is of somebody's body the signs do.
    """
    for size in range(1, _LONGEST_THING + 1):
        thing = range(own.stop, own.stop + size)
        words = found.said.words[thing.start : thing.stop]
        if not found.dangers.isdisjoint(thing) or _has(words, one.ahead):
            return
        yield thing


def _has(words: tuple[str, ...], phrases: SplitPhrases) -> bool:
    """Whether one of these phrases stands among the words, word for word."""
    return next(spans_among(words, phrases), None) is not None
