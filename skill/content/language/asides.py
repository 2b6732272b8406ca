"""Decides whether the rest of what was said takes away a danger in it: whether it is an aside."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from skill.content.language.apart import Apart, Tenses, Way
from skill.content.language.warnings import Span, SplitPhrases, Warnings, WordsAndStops, spans_among

_SHORT_IS = re.compile(r"(\w)['\u2019]s\b")
"""An "is" in short form: "the leg's gone dead" is one leg, but without the apostrophe it would be two."""
_ANYWHERE = ("clause", "story", "sentence")
_LONGEST_THING = 2
"""The most words that name a thing: "the watch strap"."""


@dataclass(frozen=True)
class HeardDanger:
    """A danger that was heard: the spans of its words, what was said, and the indexes of all words of danger in it."""

    spans: Sequence[Span]
    said: WordsAndStops
    dangers: frozenset[int]
    thought_of: bool = False
    """Whether asking about it counts as danger too: about self-harm, and about what is answered with advice anyway."""

    @property
    def start(self) -> int:
        """The index of its first word."""
        return self.spans[0].start


@dataclass(frozen=True)
class _Split:
    """A way apart with its phrases split into words."""

    way: Way
    words: SplitPhrases
    joining: frozenset[str]
    beside: SplitPhrases
    ahead: SplitPhrases
    behind: SplitPhrases
    unless: SplitPhrases


class Asides:
    """Judges whether something takes away a danger that was heard, in one language."""

    def __init__(self, apart: Apart, warnings: Warnings) -> None:
        self._clauses = _Clauses(apart.clauses, warnings)
        self._now, self._intact = warnings.split(apart.now), warnings.split(apart.intact)
        self._lost_all_the_same = warnings.split(apart.lost_all_the_same)
        self._ways = tuple(_split(way, warnings) for way in apart.way)

    def takes_away(self, found: HeardDanger) -> bool:
        """Whether this is no danger after all; a question never takes away one that is a danger when thought of."""
        ways = (one for one in self._ways if not (found.thought_of and one.way.reach == "question"))
        return any(self._takes(one, found) for one in ways)

    def tells_of_elsewhere(self, said: WordsAndStops) -> bool:
        """Whether all that was said is about another time, a tale or something intact, so that weights do not count."""
        told = any(one.way.reach in _ANYWHERE and [*self._said(one, said)] for one in self._ways)
        return self.tells_what_is_there(said) or (told and not _has(said.words, self._now))

    def tells_what_is_there(self, said: WordsAndStops) -> bool:
        """Whether this says what can be felt or moved, and cancels none of it."""
        return _has(said.words, self._intact) and not _has(said.words, self._lost_all_the_same)

    def _takes(self, one: _Split, found: HeardDanger) -> bool:
        said = any(self._reaches(one, own, found) for own in self._said(one, found.said))
        return said and not (one.unless and self._speaks_against(one, found))

    def _speaks_against(self, one: _Split, found: HeardDanger) -> bool:
        """Whether one of this way's `unless` phrases is in the clause of the danger, or after it for a denial."""
        around = [self._clauses.words_at(span.start, found.said) for span in found.spans]
        is_before = one.way.reach in ("joined", "thing", "question")
        behind = found.said.words[max(span.stop for span in found.spans) :] if is_before else ()
        return any(_has(words, one.unless) for words in (*around, behind))

    def _said(self, one: _Split, said: WordsAndStops) -> Iterator[Span]:
        """The spans in which this way is said, where its `beside`, `behind`, `ahead` and `unless` phrases allow it."""
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
        """Whether the span is in the tale's own clause, or in one about the past or about others in the tale."""
        words = self._clauses.words_at(span.start, said)
        if self._in_one_clause(own, span, said) or _has(words, self._now):
            return self._in_one_clause(own, span, said)
        return self._clauses.is_past(words) or (one.way.is_told and self._clauses.is_of_others(words))


class _Clauses:
    """Finds the clauses of one language, and whether one is about the past or about somebody else."""

    def __init__(self, tenses: Tenses, warnings: Warnings) -> None:
        self._joints, self._subjects = warnings.each_word(tenses.joints), warnings.each_word(tenses.subjects)
        self._after = warnings.each_word(tenses.after)
        self._present, self._past = warnings.split(tenses.present), warnings.split(tenses.past)
        self._others = warnings.split(tenses.others)

    def at(self, place: int, said: WordsAndStops) -> Span:
        """The span of the clause that has the word at this index."""
        starts = [*self._starts(said), len(said.words)]
        start = max((one for one in starts if one <= place), default=0)
        return range(start, next((one for one in starts if one > place), len(said.words)))

    def words_at(self, place: int, said: WordsAndStops) -> tuple[str, ...]:
        """The words of that clause."""
        clause = self.at(place, said)
        return said.words[clause.start : clause.stop]

    def is_past(self, words: tuple[str, ...]) -> bool:
        """Whether this clause is in the past, and says nothing of the present."""
        return _has(words, self._past) and not _has(words, self._present)

    def is_of_others(self, words: tuple[str, ...]) -> bool:
        """Whether this clause is about somebody else."""
        return _has(words, self._others)

    def _starts(self, said: WordsAndStops) -> Iterator[int]:
        """The indexes where clauses begin: at a stop, at a joining word, and at a second subject."""
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
    """The phrases as written, and with "is" in full, as signs are matched: "he's fine", "he is fine"."""
    return tuple(dict.fromkeys(said for phrase in phrases for said in (phrase, with_is(phrase))))


def with_is(words: str) -> str:
    """The words with each "'s" replaced by " is", even where it stands for something else."""
    return _SHORT_IS.sub(r"\1 is", words)


def _is_joined(one: _Split, own: Span, span: Span, found: HeardDanger) -> bool:
    """Whether only joining words or words of danger, and no stop, stand between this way and the span after it.

    A denial that is itself part of a danger ("no feeling") denies nothing.
    """
    if own.stop > span.start or not found.said.in_one_breath(range(own.start, span.stop)):
        return False
    between = range(own.stop, span.start)
    joins = all(at in found.dangers or found.said.words[at] in one.joining for at in between)
    return joins and found.dangers.isdisjoint(own)


def _is_behind(one: _Split, own: Span, found: HeardDanger) -> bool:
    """Whether the danger follows, joined to this way; after a thing, its first span."""
    if one.way.reach == "thing":
        return any(_is_joined(one, thing, found.spans[0], found) for thing in _things(one, own, found))
    return any(_is_joined(one, own, span, found) for span in found.spans)


def _things(one: _Split, own: Span, found: HeardDanger) -> Iterator[Span]:
    """The spans of one or two words after this way that may name a thing: no person, part of a body or feeling.

    Things cannot be listed, but parts of the body and feelings are, as words of the signs.
    """
    for size in range(1, _LONGEST_THING + 1):
        thing = range(own.stop, own.stop + size)
        words = found.said.words[thing.start : thing.stop]
        if not found.dangers.isdisjoint(thing) or _has(words, one.ahead):
            return
        yield thing


def _has(words: tuple[str, ...], phrases: SplitPhrases) -> bool:
    """Whether one of these phrases is among the words, word for word."""
    return next(spans_among(words, phrases), None) is not None
