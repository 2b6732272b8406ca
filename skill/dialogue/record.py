"""A person as a record that a store can keep, and back: whole numbers only, marks packed small."""

from typing import Any

from pydantic import TypeAdapter, ValidationError

from skill.dialogue.person import SCHEMA, Person
from skill.dialogue.store import JsonRecord

_PERSON = TypeAdapter(Person)
_POINTS = ("begins", "ends")
_REPLY_POINTS = ("arrives", "ends", "given_up")
_RATE_PARTS = 1000


class Unreadable(Exception):
    """The record was written by a newer version, or is damaged; it is to be left as it is."""


def to_record(person: Person) -> JsonRecord:
    """The person as plain JSON: seconds as whole tenths, the speech rate in thousandths."""
    record: dict[str, Any] = _PERSON.dump_python(person, mode="json", exclude_defaults=True)
    if "measures" in record:
        record["measures"] = [round(rate * _RATE_PARTS) for rate in record["measures"]]
    for sent in _sent(record):
        sent["marks"] = [_packed(mark) for mark in sent["marks"]]
        sent.update({name: _tenths(sent[name]) for name in _REPLY_POINTS})
    return {**record, "schema": person.schema}


def to_person(record: JsonRecord) -> Person:
    """The person of a record; raises Unreadable."""
    schema = record.get("schema")
    if not isinstance(schema, int) or schema > SCHEMA:
        raise Unreadable(f"schema {schema!r}, but this version reads up to {SCHEMA}")
    try:
        return _PERSON.validate_python(_unpacked_record(record))
    except (ValidationError, TypeError, ValueError, KeyError, AttributeError) as wrong:
        raise Unreadable("its fields do not fit") from wrong


def _unpacked_record(record: dict[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = {**record}
    plain["measures"] = [rate / _RATE_PARTS for rate in plain.get("measures", [])]
    plain["practices"] = [dict(practice) for practice in plain.get("practices", [])]
    for practice in plain["practices"]:
        sent = practice.get("sent")
        if sent:
            marks = [_unpacked(mark) for mark in sent["marks"]]
            practice["sent"] = {**sent, "marks": marks, **{name: _seconds(sent[name]) for name in _REPLY_POINTS}}
    return plain


def _sent(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [practice["sent"] for practice in record.get("practices", []) if practice.get("sent")]


def _tenths(point: dict[str, float]) -> list[int]:
    return [round(point.get(kind, 0.0) * 10) for kind in ("speech", "silence")]


def _seconds(tenths: list[int]) -> dict[str, float]:
    speech, silence = tenths
    return {"speech": speech / 10, "silence": silence / 10}


def _packed(mark: dict[str, Any]) -> list[Any]:
    place = mark["place"]
    named = [place["step"], place.get("side", ""), place.get("repetition", 1), place.get("part", "")]
    return [*named, *(tenth for name in _POINTS for tenth in _tenths(mark[name]))]


def _unpacked(packed: list[Any]) -> dict[str, Any]:
    step, side, repetition, part, *tenths = packed
    place = {"step": step, "side": side or None, "repetition": repetition, "part": part or None}
    return {"place": place, "begins": _seconds(tenths[:2]), "ends": _seconds(tenths[2:])}
