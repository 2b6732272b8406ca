"""Filling a shape: what the routine must have, then what else there is room for, then more of each."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from skill.tailoring.composing.bounds import Bounds
from skill.tailoring.composing.drafting import Choice, Draft, Entry, Exchange
from skill.tailoring.composing.needing import needed
from skill.tailoring.composing.shapes import Shape
from skill.tailoring.composing.weighing import Scales

CLOSE_ENOUGH = 0.98
"""What takes this share of the time, or more, is not made any better."""

_MOST_STRONG = 2
"""Strong stretches in one routine that nobody put together by hand: our own judgement."""


class _Reached(NamedTuple):
    """How far a shape is filled: the draft, and how many of the other choices have been looked at, if any was yet."""

    draft: Draft
    looked_at: int = -1


class Filling:
    """One shape filled with these choices, for some time, and then for less and less.

    Whatever did not fit does not fit into less: so what came in for more time comes in again, up to the first that
    fits no longer, and only from there on drafts are weighed anew.
    """

    def __init__(self, scales: Scales, choices: Sequence[Choice], shape: Shape) -> None:
        self._scales, self._choices, self._shape = scales, choices, shape
        self._reached: list[_Reached] = []
        self._at_most: list[float] = []
        self._others: list[Choice] = []
        """What may come in besides the least that fits."""

    def up_to(self, most_seconds: float) -> Draft:
        """A draft that lasts as long as may be, and no longer than this; an empty one where not even the least fits."""
        self._back_to_what_fits(most_seconds)
        further = self._further(most_seconds)
        while further:
            self._reached.append(further)
            further = self._further(most_seconds)
        return _exchanged(self._scales, self._reached[-1].draft, most_seconds) if self._reached else Draft()

    def _back_to_what_fits(self, most_seconds: float) -> None:
        """As far as all that came in certainly fits into so much; what it lasts at most is looked up once."""
        new = self._reached[len(self._at_most) :]
        self._at_most.extend(self._scales.at_most_seconds(reached.draft) for reached in new)
        certain = next((number for number, most in enumerate(self._at_most) if most > most_seconds), None)
        if certain is not None:
            del self._reached[certain:], self._at_most[certain:]

    def _further(self, most_seconds: float) -> _Reached | None:
        """One more step: the least, then each nearer to its usual dose, then other choices, then more of each."""
        if not self._reached:
            return self._begun(most_seconds)
        draft, looked_at = self._reached[-1]
        if looked_at < 0:
            return _Reached(*self._nearer_to_usual(draft, most_seconds))
        if looked_at < len(self._others):
            return _Reached(_joined(self._scales, draft, self._others[looked_at], most_seconds), looked_at + 1)
        grown = self._first_that_fits(draft, draft.least_grown(), most_seconds)
        return _Reached(grown, looked_at) if grown else None

    def _begun(self, most_seconds: float) -> _Reached | None:
        least = _least(self._scales, self._choices, self._shape, most_seconds)
        taken = {entry.choice.slug for entry in least.entries}
        self._others = [one for one in self._choices if one.slug not in taken and not one.stretch.only_rests]
        return _Reached(least) if taken else None

    def _nearer_to_usual(self, draft: Draft, most_seconds: float) -> tuple[Draft, int]:
        """One of them, as long as there is time; mere rest comes last in this."""
        nearer = self._first_that_fits(draft, draft.below_usual(), most_seconds)
        return (nearer, -1) if nearer else (draft, 0)

    def _first_that_fits(self, draft: Draft, entries: Iterator[Entry], most_seconds: float) -> Draft | None:
        """The draft with the first of these raised that still fits then."""
        raised = (draft.raised(entry, entry.rung + 1) for entry in entries)
        return next((more for more in raised if self._scales.fits(more, most_seconds)), None)


def _least(scales: Scales, choices: Sequence[Choice], shape: Shape, most_seconds: float) -> Draft:
    """What it must have, with the least doses: of stretches whose turn it is, or else more and more of the shortest."""
    for order in _orders(scales, choices):
        draft = Draft()
        for choice in needed(order, shape):
            draft = draft.with_entry(Entry(choice))
        if draft.entries and scales.fits(draft, most_seconds) and scales.in_order(draft):
            return draft
    return Draft()


def _orders(scales: Scales, choices: Sequence[Choice]) -> Iterator[Sequence[Choice]]:
    """As it is their turn; then the shortest that may open first; then the shortest of all first."""
    yield choices
    shortest = sorted(choices, key=lambda choice: scales.measured(choice.rungs[:1]))
    yield sorted(shortest, key=lambda choice: (not choice.opens, 0 if choice.opens else choices.index(choice)))
    yield shortest


def _joined(scales: Scales, draft: Draft, choice: Choice, most_seconds: float) -> Draft:
    """The draft with this choice, where there is time for its usual dose and the order stays right."""
    if choice.strong and draft.strong >= _MOST_STRONG:
        return draft
    joined = draft.with_entry(Entry(choice, choice.usual))
    return joined if scales.fits(joined, most_seconds) and scales.in_order(joined) else draft


def _exchanged(scales: Scales, draft: Draft, most_seconds: float) -> Draft:
    """The draft with more of one stretch and less of another, as long as that fills the time better."""
    while scales.is_shorter(draft, CLOSE_ENOUGH * most_seconds):
        fuller = _fullest(scales, draft, most_seconds)
        if fuller is None:
            break
        draft = fuller
    return draft


def _fullest(scales: Scales, draft: Draft, most_seconds: float) -> Draft | None:
    """The first exchange of those that fill the time best; what certainly fills it no better is not laid out."""
    best, longest = None, (scales.seconds(draft), 0)
    for bounds, number, exchange in _by_length(scales, draft, most_seconds):
        if bounds.certainly_below(longest[0]):
            break
        exchanged = draft.exchanged(exchange)
        seconds = scales.seconds(exchanged)
        # The order is that of their numbers, in which nought is the draft itself: of two as long the first is taken.
        if seconds <= most_seconds and (seconds, -number) > longest:
            best, longest = exchanged, (seconds, -number)
    return best


def _by_length(scales: Scales, draft: Draft, most_seconds: float) -> list[tuple[Bounds, int, Exchange]]:
    """Every exchange that may fit, numbered from one, those that may be the longest first."""
    seconds, growths = scales.seconds(draft), [scales.growths(entry.choice) for entry in draft.entries]
    possible = []
    for number, exchange in enumerate(draft.exchanges(), 1):
        more, less = growths[exchange.more], growths[exchange.less]
        now = more[draft.entries[exchange.more].rung].most + less[draft.entries[exchange.less].rung].most
        bounds = more[exchange.above].plus(less[exchange.below]).beyond(seconds - now)
        if not bounds.certainly_above(most_seconds):
            possible.append((bounds, number, exchange))
    return sorted(possible, key=lambda one: -min(one[0].most, most_seconds))
