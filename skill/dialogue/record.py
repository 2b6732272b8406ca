"""A person as a record that a store can keep, and back: whole numbers only, and small."""

from typing import Any

from pydantic import TypeAdapter, ValidationError

from skill.dialogue.packing import packed_sent, unpacked_sent
from skill.dialogue.person import SCHEMA, Person
from skill.dialogue.store import JsonRecord

_PERSON = TypeAdapter(Person)
_RATE_PARTS = 1000


class Unreadable(Exception):
    """The record was written by a newer version, or is damaged; it is to be left as it is."""


def to_record(person: Person) -> JsonRecord:
    """The person as plain JSON: seconds as whole tenths, the speech rate in thousandths, usual values left out."""
    record: dict[str, Any] = _PERSON.dump_python(person, mode="json", exclude_defaults=True)
    if "measures" in record:
        record["measures"] = [round(rate * _RATE_PARTS) for rate in record["measures"]]
    if "met" in record:
        record["met"] = " ".join(record["met"])
    for practice in record.get("practices", []):
        if practice.get("sent"):
            practice["sent"] = packed_sent(practice["sent"])
    return {**record, "schema": person.schema}


def to_person(record: JsonRecord) -> Person:
    """The person of a record; raises Unreadable."""
    schema = record.get("schema")
    if not isinstance(schema, int) or schema > SCHEMA:
        raise Unreadable(f"schema {schema!r}, but this version reads up to {SCHEMA}")
    try:
        return _PERSON.validate_python(_unpacked(record))
    except (ValidationError, TypeError, ValueError, KeyError, AttributeError, IndexError) as wrong:
        raise Unreadable("its fields do not fit") from wrong


def _unpacked(record: dict[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = {**record}
    plain["measures"] = [rate / _RATE_PARTS for rate in plain.get("measures", [])]
    plain["met"] = plain["met"].split() if "met" in plain else []
    plain["practices"] = [dict(practice) for practice in plain.get("practices", [])]
    for practice in plain["practices"]:
        if practice.get("sent"):
            practice["sent"] = unpacked_sent(practice["sent"])
    return plain
