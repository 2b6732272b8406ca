"""Migrates a record of an earlier schema to the next one, until it has today's."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from skill.dialogue.memory.person import SCHEMA

Migration = Callable[[dict[str, Any]], dict[str, Any]]
"""From a record of one schema to one of the next; it changes nothing of what it is given."""


def _second(record: dict[str, Any]) -> dict[str, Any]:
    """The second has preferences and habits, which the first would drop whenever it writes.

    Its measures name their speaker, which nobody can tell of those there are. The first also kept a word of nobody,
    from before anybody had written; it meant nothing.
    """
    words = [word for word in record.get("earlier", []) if word["conversation"]]
    measures = " ".join(f"{rate}." for rate in record.get("measures", []))
    rest = {name: field for name, field in record.items() if name not in ("earlier", "measures")}
    return {**rest, **({"earlier": words} if words else {}), **({"measures": measures} if measures else {})}


def _third(record: dict[str, Any]) -> dict[str, Any]:
    """The third says what a question is about by name. Of those that the second left open "Ready?" is still understood.

    It counts no misheard words: how often a question was put again stands with the question.
    """
    asked = record.get("asked", {})
    rest = {name: field for name, field in record.items() if name not in ("asked", "misheard")}
    if asked.get("kind") not in ("ready", "paused"):
        return rest
    about = {"about": {"finished": True}} if "finished" in asked.get("about", ()) else {}
    return {**rest, "asked": {"kind": asked["kind"], **about}}


MIGRATIONS: Mapping[int, Migration] = MappingProxyType({1: _second, 2: _third})
"""By the schema that each begins with; there is one for every schema before that of now."""


def migrated(record: dict[str, Any]) -> dict[str, Any]:
    """The record as one of today's schema; raises KeyError for a schema that there never was."""
    schema = record["schema"]
    while schema != SCHEMA:
        record, schema = MIGRATIONS[schema](record), schema + 1
    return {**record, "schema": SCHEMA}
