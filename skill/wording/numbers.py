"""Numbers as words: what a voice says instead of digits."""

from functools import cache

from unicode_rbnf import FormatPurpose, RbnfEngine


@cache
def _speller(language: str) -> RbnfEngine:
    return RbnfEngine.for_language(language)


@cache
def spelled(number: int, language: str) -> str:
    """A whole number in words, such as "twenty-five"."""
    return _speller(language).format_number(number, purpose=FormatPurpose.CARDINAL).text
