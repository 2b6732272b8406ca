"""Packs fits into a short text for the record, grouped by equal figures: a person may have one for every stretch."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Annotated, Any

from skill.plain_record import Packed
from skill.tailoring.fits.fit import Fit
from skill.tailoring.fits.marking import MARK_LETTERS

_FIRST_DAY = 739_617
"""The first of January 2026: days are counted from there, because that takes fewer digits."""


def kept_fits(fits: Iterable[Fit]) -> tuple[Fit, ...]:
    """The fits that change something, in the order in which they are packed."""
    return tuple(sorted((fit for fit in fits if not fit.usual), key=lambda fit: (_figures(fit), fit.mark)))


def packed_fits(fits: tuple[Fit, ...]) -> str:
    """The fits as text: for each group its figures, a space, and the marks of all stretches that have them."""
    groups = groupby(kept_fits(fits), key=_figures)
    return " ".join(f"{figures} {''.join(fit.mark for fit in group)}" for figures, group in groups)


def unpacked_fits(packed: Any) -> Any:
    """The fits from their text; what is no text is returned as it is, for the record's own reader.

    Raises ValueError for a text that was not packed here.
    """
    return tuple(_unpacked(packed.split())) if isinstance(packed, str) else packed


PackedFits = Annotated[tuple[Fit, ...], Packed(packed_fits, unpacked_fits)]
"""Fits, which a record stores as one short text."""


def _figures(fit: Fit) -> str:
    """The figures of a fit, separated by commas; a nought is empty, and commas at the end are dropped."""
    since = max(fit.day - _FIRST_DAY, 1) if fit.day else 0
    later = (fit.later_hold, fit.later_repetitions)
    figures = (fit.hold, fit.repetitions, int(fit.easier), since, *later, fit.back)
    return ",".join(str(figure or "") for figure in figures).rstrip(",")


def _unpacked(words: list[str]) -> Iterator[Fit]:
    for figures, marks in zip(words[::2], words[1::2], strict=True):
        numbers = [int(figure or 0) for figure in figures.split(",")] + [0] * 7
        hold, repetitions, easier, since, later_hold, later_repetitions, back, *_ = numbers
        day = since + _FIRST_DAY if since else 0
        for start in range(0, len(marks), MARK_LETTERS):
            mark = marks[start : start + MARK_LETTERS]
            yield Fit(mark, hold, repetitions, bool(easier), later_hold, later_repetitions, day, back)
