"""Reads a file of phrases into variants by key: nested tables become dotted keys, a single string one variant."""

from collections.abc import Iterator, Mapping
from typing import Any

from skill.content.language.spoken_rules import plain
from skill.content.reading.faults import Complaint
from skill.content.reading.reading import Table, Unusable

Phrases = Mapping[str, tuple[str, ...]]


def phrases_from(table: Table) -> Phrases:
    """Every phrase of one language by its dotted key; raises `Unusable` naming each value that is no phrase."""
    leaves = dict(_leaves(table, ""))
    if wrong := [key for key, leaf in leaves.items() if not _said(leaf)]:
        raise Unusable([Complaint(key, "must be a sentence or a list of sentences") for key in wrong])
    return {key: (leaf,) if isinstance(leaf, str) else tuple(leaf) for key, leaf in leaves.items()}


def _leaves(table: Table, before: str) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{before}{key}.")
        else:
            yield before + key, value


def _said(leaf: Any) -> bool:
    variants = [leaf] if isinstance(leaf, str) else leaf
    return isinstance(variants, list) and bool(variants) and all(isinstance(text, str) and text for text in variants)


def spoken(phrases: Phrases, language: str) -> Iterator[Complaint]:
    """The complaints about the words of these phrases; `phrase_keys` checks their keys and gaps."""
    for path, text in plain(phrases, "", language):
        yield Complaint(path.removeprefix("."), text)
