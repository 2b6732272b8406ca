"""Splits a sentence with several wishes into clauses, in all likely ways, with the words that join them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from skill.recognizer.templates.manners import Manners, Words

_MOST_WORDS = 30
_MOST_BREAKS = 3
_STOPS = re.compile(r"[,;:.!?]+|\s-\s")


@dataclass(frozen=True)
class Clause:
    """The words of a clause, and those that join it to the one before, if any."""

    words: Words
    joint: Words = ()


@dataclass(frozen=True)
class _Break:
    """A place between two clauses: where the first ends (a word's index), and the words that join them."""

    start: int
    joint: Words

    @property
    def stop(self) -> int:
        return self.start + len(self.joint)


class Breaths:
    """Splits sentences of one language, by its words that join two wishes, and those that begin a clause."""

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        longest_first = sorted(manners.joining, key=len, reverse=True)
        self._joints = re.compile(rf"[,;:.!?]+|\s-\s|\b(?:{'|'.join(map(re.escape, longest_first))})\b")
        self._joining = {tuple(phrase.split()) for phrase in (*manners.joining, *manners.reasons)}
        self._starts = {tuple(phrase.split()) for phrase in (*manners.clause_starts, *manners.conditions)}
        self._agreeing = {tuple(phrase.split()) for phrase in manners.agreeing}
        self._declining = {tuple(phrase.split()) for phrase in manners.declining}

    def clauses(self, words: str) -> Iterator[str]:
        """The parts between the joints and stops; none where the words are a single part."""
        parts = [part.strip() for part in self._joints.split(words.lower()) if part.strip()]
        yield from parts if len(parts) > 1 else ()

    def agreed(self, said: Words) -> Words:
        """The words of agreement at the beginning; empty without any."""
        return next((said[:stop] for stop in range(min(4, len(said)), 0, -1) if said[:stop] in self._agreeing), ())

    def declined(self, said: Words) -> Words:
        """The words of refusal at the beginning, also several phrases in a row: "no, not just now"."""
        stop = 0
        while found := next((to for to in range(stop + 4, stop, -1) if said[stop:to] in self._declining), 0):
            stop = min(found, len(said))
        return said[:stop]

    def agreed_at_the_end(self, said: Words, most_after: int) -> Words:
        """The words before an agreement at the end, which at most `most_after` words may follow; empty without one."""
        for start in range(len(said) - 1, 0, -1):
            agreed = self.agreed(said[start:])
            if agreed and len(said) - start - len(agreed) <= most_after:
                return said[:start]
        return ()

    def ways(self, words: str, *, joined: bool = False) -> Iterator[tuple[Clause, ...]]:
        """All ways to split the words into two or more clauses, those with the fewest first.

        If they have to be `joined`, there are joining words or a stop between any two of them.
        """
        said, stops = self._with_stops(words)
        if len(said) > _MOST_WORDS:
            return
        breaks = [one for one in self._breaks(said, stops) if one.joint or one.start in stops or not joined]
        for count in range(1, _MOST_BREAKS + 1):
            for chosen in combinations(breaks, count):
                clauses = tuple(_between(said, chosen))
                if all(clause.words for clause in clauses):
                    yield clauses

    def tails(self, words: str) -> Iterator[Words]:
        """The words from each place on at which a clause may begin, the longest first."""
        said, stops = self._with_stops(words)
        yield from (said[one.stop :] for one in self._breaks(said, stops) if said[one.stop :])

    def heads(self, words: str) -> Iterator[Words]:
        """The words up to each place at which a clause may end, the longest first."""
        said, stops = self._with_stops(words)
        yield from (said[: one.start] for one in reversed([*self._breaks(said, stops)]))

    def _with_stops(self, words: str) -> tuple[Words, frozenset[int]]:
        """All the words, and the indexes of those that follow a stop."""
        said: list[str] = []
        stops: set[int] = set()
        for part in _STOPS.split(words):
            stops.add(len(said))
            said += self._manners.without_fillers(self._manners.written_out(part))
        return tuple(said), frozenset(stops)

    def _breaks(self, said: Words, stops: frozenset[int]) -> Iterator[_Break]:
        agreed = len(self.agreed(said))
        for start in range(1, len(said)):
            joints = [said[start:stop] for stop in range(start + 1, min(start + 4, len(said)))]
            joint = next((joint for joint in reversed(joints) if joint in self._joining), None)
            if joint:
                yield _Break(start, joint)
            begins = said[start : start + 1] in self._starts or said[start : start + 2] in self._starts
            if start in stops or start == agreed or begins:
                yield _Break(start, ())


def _between(said: Words, breaks: Iterable[_Break]) -> Iterator[Clause]:
    begun = 0
    joint: Words = ()
    for one in (*breaks, _Break(len(said), ())):
        yield Clause(said[begun : one.start], joint)
        begun, joint = one.stop, one.joint
