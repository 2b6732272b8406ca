"""Turns a sentence into features: its words, pairs and triples of them with names as their kind, and parts of words."""

from collections.abc import Iterator, Sequence
from zlib import crc32

_PART_LENGTHS = (3, 4, 5)


def features(words: Sequence[str], typed: Sequence[str]) -> list[int]:
    """The features of a sentence as CRC-32 hashes, sorted, none twice; `typed` has every name as its kind."""
    return sorted({crc32(feature.encode()) for feature in _named(words, typed)})


def _named(words: Sequence[str], typed: Sequence[str]) -> Iterator[str]:
    yield from (f"w {word}" for word in words)
    yield from (f"k {kind}" for kind in typed if kind.startswith("{"))
    yield from (f"b {one} {two}" for one, two in zip(["^", *typed], [*typed, "$"], strict=True))
    yield from (f"s {one} {two}" for one, two in zip(typed, typed[2:], strict=False))
    yield from (f"t {one} {two} {three}" for one, two, three in zip(typed, typed[1:], typed[2:], strict=False))
    for word in words:
        yield from _parts(f"<{word}>")


def _parts(word: str) -> Iterator[str]:
    """The runs of three to five letters of a word: most of them are left when it is misheard, or inflected."""
    for length in _PART_LENGTHS:
        yield from (f"p {word[start : start + length]}" for start in range(len(word) - length + 1))
