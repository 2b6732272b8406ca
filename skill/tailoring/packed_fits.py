"""Fits packed for the record: a mark and a few figures each, for somebody may have one for every stretch."""

from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer

from skill.tailoring.fit import Fit
from skill.tailoring.marking import MARK_LETTERS

_FIRST_DAY = 739_617
"""The first of January 2026: days are counted from there, because that takes fewer figures."""


def packed_fits(fits: tuple[Fit, ...]) -> str:
    """Each as its mark and its figures in the order of its fields; noughts are left empty."""
    return " ".join(map(_packed, fits))


def unpacked_fits(packed: Any) -> Any:
    """The fits as they were; what is no text is left to whoever reads it. Raises ValueError."""
    return tuple(map(_unpacked, packed.split())) if isinstance(packed, str) else packed


PackedFits = Annotated[tuple[Fit, ...], PlainSerializer(packed_fits), BeforeValidator(unpacked_fits)]
"""Fits that a record holds as one short text."""


def _packed(fit: Fit) -> str:
    since = max(fit.day - _FIRST_DAY, 1) if fit.day else 0
    later = (fit.later_hold, fit.later_repetitions)
    figures = (fit.hold, fit.repetitions, int(fit.easier), since, *later, fit.back)
    return fit.mark + ",".join(str(figure or "") for figure in figures).rstrip(",")


def _unpacked(packed: str) -> Fit:
    mark, figures = packed[:MARK_LETTERS], packed[MARK_LETTERS:].split(",")
    numbers = [int(figure or 0) for figure in figures] + [0] * 7
    hold, repetitions, easier, since, later_hold, later_repetitions, back, *_ = numbers
    day = since + _FIRST_DAY if since else 0
    return Fit(mark, hold, repetitions, bool(easier), later_hold, later_repetitions, day, back)
