"""Spells numbers as words; the speller is loaded only for numbers that the library has not stored."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unicode_rbnf import RbnfEngine

MOST_KEPT = 200
"""The library stores the words of all numbers below this: most minutes, seconds, repetitions and days."""


@cache
def _speller(language: str) -> "RbnfEngine":
    from unicode_rbnf import RbnfEngine  # noqa: PLC0415

    return RbnfEngine.for_language(language)


@cache
def spelled(number: int, language: str) -> str:
    """The whole number in words, such as "twenty-five"."""
    from unicode_rbnf import FormatPurpose  # noqa: PLC0415

    return _speller(language).format_number(number, purpose=FormatPurpose.CARDINAL).text


def numbers_in(language: str) -> tuple[str, ...]:
    """The words of the numbers that the library stores, from nought."""
    return tuple(spelled(number, language) for number in range(MOST_KEPT))
