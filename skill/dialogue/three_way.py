"""A three-way merge: of one value that two have changed since they knew the same of it, field by field."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from skill.tailoring.fit import Fit
from skill.tailoring.packed_fits import kept_fits

Value = TypeVar("Value")


def three_way(since: Value, mine: Value, theirs: Value) -> Value:
    """What I have changed `since`, and for the rest what they have; where both changed the same field, mine."""
    if mine in (since, theirs):
        return theirs
    if theirs == since:
        return mine
    both: Value = _piece_by_piece(since, mine, theirs)
    return both


def _piece_by_piece(since: Any, mine: Any, theirs: Any) -> Any:
    """Fields by their names, fits by their stretches, words by how often they are there; what is whole stays whole."""
    if is_dataclass(mine) and not isinstance(mine, type) and type(since) is type(mine) is type(theirs):
        names = [field.name for field in fields(mine)]
        values = {name: three_way(*(getattr(one, name) for one in (since, mine, theirs))) for name in names}
        return replace(mine, **values)
    pieces = (*since, *mine, *theirs) if isinstance(mine, tuple) else ()
    if pieces and all(isinstance(piece, Fit) for piece in pieces):
        return _fits(since, mine, theirs)
    if pieces and all(isinstance(piece, str) for piece in pieces):
        return _words(since, mine, theirs)
    return mine


def _fits(*sides: tuple[Fit, ...]) -> tuple[Fit, ...]:
    """A stretch of which a side has no fit is told there as usual."""
    by_mark = [{fit.mark: fit for fit in side} for side in sides]
    marks = dict.fromkeys(fit.mark for side in sides for fit in side)
    return kept_fits(three_way(*(known.get(mark, Fit(mark)) for known in by_mark)) for mark in marks)


def _words(*sides: tuple[str, ...]) -> tuple[str, ...]:
    """In their order, and then what I have more of."""
    _, mine, theirs = sides
    counts = {word: three_way(*(side.count(word) for side in sides)) for word in (*theirs, *mine)}
    return tuple(word for word, count in counts.items() for _ in range(count))
