"""Writes a person as a small JSON record for a store, and reads it back."""

from dataclasses import fields
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from skill.dialogue.memory.migrations import migrated
from skill.dialogue.memory.packed_reply import packed_sent, unpacked_sent
from skill.dialogue.memory.person import SCHEMA, Person
from skill.dialogue.memory.question import Ask, Question
from skill.plain_record import UnknownField, read_plain, write_plain
from skill.ports.store import JsonRecord
from skill.replaced import replace

_RATE_PARTS = 1000
_NO_SCHEMA = 1000
"""Above any real schema: a larger number is damage, and is not logged."""


class Unreadable(Exception):
    """The record is damaged, or was written by a newer version of the skill; it must stay as it is."""


def to_record(person: Person) -> JsonRecord:
    """The person as plain JSON: seconds as whole tenths, the speech rate in thousandths, defaults left out.

    `Tailoring.unknown` is left out too: it says something about the store, not about the person.
    """
    record: dict[str, Any] = write_plain(Person, replace(person, tailoring=person.tailoring.told, asked=None))
    if person.asked is not None:
        record["asked"] = _packed_question(person.asked)
    # In the order of the fields, which deflates best.
    record = {field.name: record[field.name] for field in fields(Person) if field.name in record}
    if "measures" in record:
        rates = ((round(measure["rate"] * _RATE_PARTS), measure.get("speaker", "")) for measure in record["measures"])
        record["measures"] = " ".join(f"{rate}.{speaker}" for rate, speaker in rates)
    if "met" in record:
        record["met"] = " ".join(record["met"])
    for practice in record.get("practices", []):
        if practice.get("sent"):
            practice["sent"] = packed_sent(practice["sent"])
    return {**record, "schema": person.schema}


def to_person(record: JsonRecord) -> Person:
    """The person of a record of this schema or an earlier one; raises Unreadable."""
    schema = record.get("schema")
    if not isinstance(schema, int) or schema > SCHEMA:
        # Only a plausible number goes into the log as it is; of anything else its type.
        told = schema if isinstance(schema, int) and schema < _NO_SCHEMA else f"of the kind {type(schema).__name__}"
        raise Unreadable(f"schema {told}, but this version reads up to {SCHEMA}")
    try:
        plain = _unpacked(migrated(record))
        person: Person = read_plain(Person, plain)
    except UnknownField as unknown:
        raise Unreadable("it has fields that this version does not know, and would lose") from unknown
    except (TypeError, ValueError, KeyError, AttributeError, IndexError) as wrong:
        raise Unreadable("its fields do not fit") from wrong
    return person if _on_the_map(person.zone) else replace(person, zone="")


def _on_the_map(zone: str) -> bool:
    """Whether this machine knows the zone; an unknown one is dropped, and asked for again."""
    try:
        return not zone or bool(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def _packed_question(asked: Question) -> dict[str, Any]:
    """The kind of a question, with its subject and counts, where it has any."""
    about = write_plain(type(asked.subject), asked.subject)
    told = f".{asked.told_day}" if asked.told_day else ""
    put = f"{asked.times}.{asked.alike}.{asked.by}{told}" if asked.by else ""
    return {"kind": asked.kind.value, **({"about": about} if about else {}), **({"put": put} if put else {})}


def _question(packed: dict[str, Any]) -> Question:
    """The question of a record. The types that its subject may have share no field, so the fields tell which it is."""
    kind, about = Ask(packed["kind"]), packed.get("about", {})
    fitting = [sort for sort in kind.about if about.keys() <= {field.name for field in fields(sort)}]
    subject = read_plain(fitting[0], about)
    times, alike, by, *told = packed.get("put", "0.0.").split(".")
    return Question(kind, subject, int(times), by, int(alike), int(*told))


def _unpacked(record: dict[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = {**record}
    if "asked" in plain:
        plain["asked"] = _question(plain["asked"])
    plain["measures"] = [_measure(measure) for measure in plain.get("measures", "").split()]
    plain["met"] = plain["met"].split() if "met" in plain else []
    plain["practices"] = [dict(practice) for practice in plain.get("practices", [])]
    for practice in plain["practices"]:
        if practice.get("sent"):
            practice["sent"] = unpacked_sent(practice["sent"])
    return plain


def _measure(packed: str) -> dict[str, Any]:
    rate, _, speaker = packed.partition(".")
    return {"rate": int(rate) / _RATE_PARTS, "speaker": speaker}
