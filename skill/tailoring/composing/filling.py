"""Filling a shape: what the routine must have, then what else there is room for, then more of each."""

from collections.abc import Iterator, Sequence

from skill.tailoring.composing.bounds import Bounds
from skill.tailoring.composing.drafting import Choice, Draft, Entry, Exchange
from skill.tailoring.composing.needing import needed
from skill.tailoring.composing.shapes import Shape
from skill.tailoring.composing.weighing import Scales

CLOSE_ENOUGH = 0.98
"""What takes this share of the time, or more, is not made any better."""

_MOST_STRONG = 2
"""Strong stretches in one routine that nobody put together by hand: our own judgement."""


def filled(scales: Scales, choices: Sequence[Choice], shape: Shape, most_seconds: float) -> Draft:
    """A draft of this shape that lasts as long as may be; an empty one where not even the least fits."""
    draft = _least(scales, choices, shape, most_seconds)
    if not draft.entries:
        return draft
    draft = _raised_to_usual(scales, draft, most_seconds)
    taken = {entry.choice.slug for entry in draft.entries}
    for choice in choices:
        if choice.slug not in taken and not choice.stretch.only_rests:
            draft = _joined(scales, draft, choice, most_seconds)
    return _grown(scales, draft, most_seconds)


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


def _raised_to_usual(scales: Scales, draft: Draft, most_seconds: float) -> Draft:
    """Each nearer to its usual dose in turn, as long as there is time; mere rest comes last in this."""
    while True:
        raised = (draft.raised(entry, entry.rung + 1) for entry in draft.below_usual())
        nearer = next((more for more in raised if scales.fits(more, most_seconds)), None)
        if nearer is None:
            return draft
        draft = nearer


def _joined(scales: Scales, draft: Draft, choice: Choice, most_seconds: float) -> Draft:
    """The draft with this choice, where there is time for its usual dose and the order stays right."""
    if choice.strong and draft.strong >= _MOST_STRONG:
        return draft
    joined = draft.with_entry(Entry(choice, choice.usual))
    return joined if scales.fits(joined, most_seconds) and scales.in_order(joined) else draft


def _grown(scales: Scales, draft: Draft, most_seconds: float) -> Draft:
    """More of each in turn, until nothing more fits; what is left over is filled by giving one for the other."""
    while True:
        raised = (draft.raised(entry, entry.rung + 1) for entry in draft.least_grown())
        grown = next((more for more in raised if scales.fits(more, most_seconds)), None)
        if grown is None:
            return _exchanged(scales, draft, most_seconds)
        draft = grown


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
