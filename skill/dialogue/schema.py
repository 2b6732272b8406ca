"""Schemas: how a record of each earlier one becomes a record of the next, until it is one of now."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from skill.dialogue.person import SCHEMA

Migration = Callable[[dict[str, Any]], dict[str, Any]]
"""From a record of one schema to one of the next; it changes nothing of what it is given."""


def _without_words_of_nobody(record: dict[str, Any]) -> dict[str, Any]:
    """To the second: the first kept a word of nobody, from before anybody had written; it meant nothing.

    Why the second at all: it has preferences and habits, and the first drops what it does not know when it writes.
    """
    words = [word for word in record.get("earlier", []) if word["conversation"]]
    rest = {name: field for name, field in record.items() if name != "earlier"}
    return {**rest, "earlier": words} if words else rest


MIGRATIONS: Mapping[int, Migration] = MappingProxyType({1: _without_words_of_nobody})
"""By the schema that each begins with; there is one for every schema before that of now."""


def migrated(record: dict[str, Any]) -> dict[str, Any]:
    """The record as one of today's schema; raises KeyError for a schema that there never was."""
    schema = record["schema"]
    while schema != SCHEMA:
        record, schema = MIGRATIONS[schema](record), schema + 1
    return {**record, "schema": SCHEMA}
