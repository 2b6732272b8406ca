"""Packs a manner into the bits of one small number for the record."""

from typing import Annotated, Any

from skill.plain_record import Packed
from skill.timeline.manner import BREATHS, Amount, Manner

_AMOUNTS = tuple(Amount)
_FEW = 4
"""How many amounts of words there may be, and how many breaths: two bits each."""

_LIKINGS = 8
"""How many combinations there are of three yes-or-no likings, a bit each."""


def packed_manner(manner: Manner) -> int:
    """The manner as a number: from the lowest, two bits for the amount, two for the breath, one for each liking."""
    likings = manner.counts_down + 2 * manner.chimes + 4 * manner.in_breaths
    return _AMOUNTS.index(manner.amount) + _FEW * BREATHS.index(manner.breath_seconds) + _FEW * _FEW * likings


def unpacked_manner(packed: Any) -> Any:
    """The manner from its number; anything else, as older records have it, is returned as it is.

    Raises IndexError for a number that this version does not know.
    """
    if not isinstance(packed, int):
        return packed
    likings, rest = divmod(packed, _FEW * _FEW)
    if likings >= _LIKINGS:
        raise IndexError(packed)
    breath, amount = divmod(rest, _FEW)
    return Manner(_AMOUNTS[amount], BREATHS[breath], bool(likings & 1), bool(likings & 2), bool(likings & 4))


PackedManner = Annotated[Manner, Packed(packed_manner, unpacked_manner)]
"""A manner, which a record stores as one small number."""
