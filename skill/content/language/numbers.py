"""Spells numbers as words; the speller is loaded only for those that the library does not keep."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unicode_rbnf import RbnfEngine

MOST_KEPT = 200
"""The library keeps the words of all numbers below: minutes, seconds, repetitions and days are mostly that."""


@cache
def _speller(language: str) -> "RbnfEngine":
    from unicode_rbnf import RbnfEngine  # noqa: PLC0415

    return RbnfEngine.for_language(language)


@cache
def spelled(number: int, language: str) -> str:
    """A whole number in words, such as "twenty-five"."""
    from unicode_rbnf import FormatPurpose  # noqa: PLC0415

    return _speller(language).format_number(number, purpose=FormatPurpose.CARDINAL).text


def numbers_in(language: str) -> tuple[str, ...]:
    """The words of the numbers that are kept, from nought."""
    return tuple(spelled(number, language) for number in range(MOST_KEPT))
