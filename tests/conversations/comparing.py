"""A reply told as briefly as the conversation tells it: what stands for many lines there stands for many here."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby

MANY = "…"
_BRIEFLY = "[listens]"

Lines = Sequence[str]


def as_briefly(heard: Lines, expected: Lines) -> tuple[str, ...]:
    """What was heard, left out where `expected` leaves out; equal to `expected` if that is what was heard.

    Where the two differ, the lines heard that are most like the expected ones are shown in their place.
    """
    heard = _without_reprompt(heard, expected)
    if MANY not in expected:
        return tuple(heard)
    passages = [tuple(lines) for many, lines in groupby(expected, MANY.__eq__) if not many]
    if sum(map(len, passages)) > len(heard):
        return tuple(heard)
    found = iter(_found(heard, passages, open_start=expected[0] == MANY, open_end=expected[-1] == MANY))
    together = [(MANY,) if many else next(found) for many, _ in groupby(expected, MANY.__eq__)]
    return tuple(line for lines in together for line in lines)


def _without_reprompt(heard: Lines, expected: Lines) -> Lines:
    briefly = not expected or expected[-1] == _BRIEFLY
    return (*heard[:-1], _BRIEFLY) if briefly and heard[-1].startswith("[listens") else heard


def _found(heard: Lines, passages: Sequence[tuple[str, ...]], *, open_start: bool, open_end: bool) -> list[Lines]:
    """The lines heard for each passage, in order; the first and the last stay at their ends."""
    found: list[Lines] = []
    start = 0
    for number, passage in enumerate(passages):
        room = len(heard) - sum(map(len, passages[number:]))
        starts = range(start, room + 1)
        if number == 0 and not open_start:
            starts = range(1)
        elif number == len(passages) - 1 and not open_end:
            starts = range(room, room + 1)
        begin = _most_alike(heard, passage, starts)
        found.append(heard[begin : begin + len(passage)])
        start = begin + len(passage)
    return found


def _most_alike(heard: Lines, passage: tuple[str, ...], starts: range) -> int:
    """Where the passage is, the first time; else where the lines are most like it."""
    candidates = {begin: tuple(heard[begin : begin + len(passage)]) for begin in starts}
    same = next((begin for begin, lines in candidates.items() if lines == passage), None)
    if same is not None:
        return same
    wanted = "\n".join(passage)
    return max(starts, key=lambda begin: SequenceMatcher(None, wanted, "\n".join(candidates[begin])).ratio())
