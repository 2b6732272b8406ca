"""Marks: three-letter hashes that stand for slugs, so that a record that names many stretches stays small."""

from base64 import urlsafe_b64encode
from functools import cache
from hashlib import sha256

MARK_LETTERS = 3


@cache
def mark_of(stretch: str) -> str:
    """The mark of a stretch's slug: the first letters of its SHA-256 in base 64."""
    return urlsafe_b64encode(sha256(stretch.encode()).digest())[:MARK_LETTERS].decode()


def marks_in(packed: str) -> tuple[str, ...]:
    """The marks in a text that joins them without separators."""
    return tuple(packed[start : start + MARK_LETTERS] for start in range(0, len(packed), MARK_LETTERS))
