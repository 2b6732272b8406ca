"""Fills a shape: first what the routine must have, then what else there is room for, then more of each."""

from collections.abc import Callable, Iterator, Sequence

from skill.tailoring.composing.drafting import Choice, Draft, Entry, RungExchange
from skill.tailoring.composing.needing import needed
from skill.tailoring.composing.shapes import RoutineShape
from skill.tailoring.composing.weighing import Scales

CLOSE_ENOUGH = 0.98
"""A draft that takes this share of the time is good enough."""

_MOST_STRONG = 2
"""The most strong stretches in a composed routine: our own judgement."""


def filled(scales: Scales, choices: Sequence[Choice], shape: RoutineShape, most_seconds: float) -> Draft:
    """The longest draft within this time; an empty one where not even the least fits."""
    draft = _least(scales, choices, shape, most_seconds)
    if not draft.entries:
        return draft
    return fuller(scales, choices, _raised(scales, draft, most_seconds, Draft.below_usual), most_seconds)


def fuller(scales: Scales, choices: Sequence[Choice], draft: Draft, most_seconds: float) -> Draft:
    """This draft with what else there is room for."""
    taken = draft.slugs
    for choice in choices:
        if choice.slug not in taken and not choice.stretch.only_rests:
            draft = _joined(scales, draft, choice, most_seconds)
    return _exchanged(scales, _raised(scales, draft, most_seconds, Draft.least_grown), most_seconds)


def _raised(scales: Scales, draft: Draft, most_seconds: float, in_turn: Callable[[Draft], Iterator[Entry]]) -> Draft:
    """The draft with entries raised rung by rung, always the first `in_turn` that still fits, until none does."""
    while True:
        raised = (draft.raised(entry, entry.rung + 1) for entry in in_turn(draft))
        fitting = next((more for more in raised if scales.fits(more, most_seconds)), None)
        if fitting is None:
            return draft
        draft = fitting


def _least(scales: Scales, choices: Sequence[Choice], shape: RoutineShape, most_seconds: float) -> Draft:
    """A draft of what the shape must have, with the least doses; empty where none fits."""
    for order in _orders(scales, choices):
        draft = Draft()
        for choice in needed(order, shape):
            draft = draft.with_entry(Entry(choice))
        if draft.entries and scales.in_order(draft) and scales.can_fit(draft, most_seconds):
            return draft
    return Draft()


def _orders(scales: Scales, choices: Sequence[Choice]) -> Iterator[Sequence[Choice]]:
    """The orders to try: by turn; then with the shortest opener first; then the shortest of all first."""
    yield choices
    shortest = sorted(choices, key=scales.least_seconds)
    yield sorted(shortest, key=lambda choice: (not choice.opens, 0 if choice.opens else choices.index(choice)))
    yield shortest


def _joined(scales: Scales, draft: Draft, choice: Choice, most_seconds: float) -> Draft:
    """The draft with this choice, if its usual dose fits and the order stays good; else the draft."""
    if choice.strong and draft.strong >= _MOST_STRONG:
        return draft
    joined = draft.with_entry(Entry(choice, choice.usual))
    return joined if scales.fits(joined, most_seconds) and scales.in_order(joined) else draft


def _exchanged(scales: Scales, draft: Draft, most_seconds: float) -> Draft:
    """The draft with more of one stretch and less of another, repeated while that fills the time better."""
    while scales.seconds(draft) < CLOSE_ENOUGH * most_seconds:
        fuller = _fullest(scales, draft, most_seconds)
        if fuller is None:
            break
        draft = fuller
    return draft


def _fullest(scales: Scales, draft: Draft, most_seconds: float) -> Draft | None:
    """The draft after the exchange that adds most; None where none fills the time better."""
    seconds = scales.seconds(draft)
    for exchange in _by_gain(scales, draft, most_seconds - seconds):
        exchanged = draft.exchanged(exchange)
        # The exchange may also move a question, which changes the length again.
        if seconds < scales.seconds(exchanged) <= most_seconds:
            return exchanged
    return None


def _by_gain(scales: Scales, draft: Draft, room: float) -> list[RungExchange]:
    """Every exchange that adds time and fits into the room, those that add most first."""
    rungs = [scales.on_each_rung(entry.choice) for entry in draft.entries]
    gains = []
    for exchange in draft.exchanges():
        more, less = rungs[exchange.more], rungs[exchange.less]
        now = more[draft.entries[exchange.more].rung] + less[draft.entries[exchange.less].rung]
        gain = more[exchange.above] + less[exchange.below] - now
        if 0.0 < gain <= room:
            gains.append((gain, exchange))
    return [exchange for _, exchange in sorted(gains, key=lambda one: -one[0])]
