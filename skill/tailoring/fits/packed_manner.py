"""Packs a manner for the record, into the bits of one small number."""

from typing import Annotated, Any

from skill.plain_record import Packed
from skill.timeline.manner import BREATHS, Amount, Manner

_AMOUNTS = tuple(Amount)
_FEW = 4
"""So many amounts and breaths there may be: two bits each."""

_LIKINGS = 8
"""In so many ways may the likings be: a bit each."""


def packed_manner(manner: Manner) -> int:
    """Two bits for the amount of words, two for the breath, and one for each liking."""
    likings = manner.counts_down + 2 * manner.chimes + 4 * manner.in_breaths
    return _AMOUNTS.index(manner.amount) + _FEW * BREATHS.index(manner.breath_seconds) + _FEW * _FEW * likings


def unpacked_manner(packed: Any) -> Any:
    """The manner as it was; what is no number, as records had it once, is left to whoever reads it.

    Raises IndexError for what this version does not know.
    """
    if not isinstance(packed, int):
        return packed
    likings, rest = divmod(packed, _FEW * _FEW)
    if likings >= _LIKINGS:
        raise IndexError(packed)
    breath, amount = divmod(rest, _FEW)
    return Manner(_AMOUNTS[amount], BREATHS[breath], bool(likings & 1), bool(likings & 2), bool(likings & 4))


PackedManner = Annotated[Manner, Packed(packed_manner, unpacked_manner)]
"""A manner that a record holds as one small number."""
