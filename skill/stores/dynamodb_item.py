"""A record as a DynamoDB item, and back: its keys, the record's text, its version, and when the table may drop it."""

import json
import zlib
from typing import Any

from skill.ports.store import JsonRecord, JsonValue, Kept, Owner, StoreDown
from skill.stores.dictionary import DICTIONARIES

Item = dict[str, Any]
"""Attributes as DynamoDB writes them: each value under the letter of its type (S, N, B)."""

_NAMES = {"#account": "account", "#record": "record", "#version": "version", "#forget_at": "forget_at"}
"""Placeholders for the attributes' names, some of which DynamoDB may reserve."""

LONGEST_PLAIN_CHARACTERS = 512
"""A record up to this length is stored undeflated, so that one can read it in the table."""

_END_OF_DAYS = 10**11
"""In seconds since 1970: more than three thousand years."""

_FIRST = "attribute_not_exists(#account)"
_NEXT = "attribute_exists(#account) AND #version = :after"


class Damaged(StoreDown):
    """An item holds no readable record; it is left as it is."""


def key_of(owner: Owner) -> Item:
    """The key of an owner's item."""
    return {"account": {"S": owner.account}, "person": {"S": owner.voice}}


def change_to(record: JsonRecord, after: int) -> Item:
    """The parameters of UpdateItem that set our attributes, on condition that version `after` is stored (0: none).

    Attributes of a newer version of the skill stay as they are. The record is stored as text, exactly as in SQLite, and
    deflated when it is long, for writes are charged by the kilobyte. `forget_at` stands beside it, in seconds since
    1970, for the table's time to live.
    """
    values = {":record": _value(record), ":version": {"N": str(after + 1)}}
    if after:
        values[":after"] = {"N": str(after)}
    if _is_day(record.get("forget_at")):
        values[":forget_at"] = {"N": str(record["forget_at"])}
    expiry = "SET #forget_at = :forget_at," if ":forget_at" in values else "REMOVE #forget_at SET"
    condition = _NEXT if after else _FIRST
    return {
        "UpdateExpression": f"{expiry} #record = :record, #version = :version",
        "ConditionExpression": condition,
        "ExpressionAttributeNames": _NAMES,
        "ExpressionAttributeValues": values,
        "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
    }


def kept_in(item: Item) -> Kept:
    """The record of an item; raises `Damaged`."""
    try:
        record = json.loads(_text_in(item["record"]))
        version = int(item["version"]["N"])
    except (KeyError, TypeError, ValueError, RecursionError, zlib.error) as error:
        raise Damaged(_damage(item)) from error
    if not isinstance(record, dict) or version < 1:
        raise Damaged(_damage(item))
    return Kept(record, version)


def _is_day(seconds: JsonValue) -> bool:
    """Whether these are seconds since 1970 that DynamoDB takes; it would refuse an item with anything else."""
    return type(seconds) is int and 0 < seconds < _END_OF_DAYS


def _value(record: JsonRecord) -> Item:
    text = json.dumps(record, allow_nan=False, separators=(",", ":"))
    return {"S": text} if len(text) <= LONGEST_PLAIN_CHARACTERS else {"B": _deflated(text.encode())}


def _deflated(text: bytes) -> bytes:
    deflating = zlib.compressobj(level=9, memLevel=9, zdict=DICTIONARIES[0])
    return deflating.compress(text) + deflating.flush()


def _text_in(value: Item) -> str:
    """The text of a record, inflated if need be; the oldest items have no dictionary. Raises zlib.error."""
    if "B" not in value:
        return str(value["S"])
    inflating = zlib.decompressobj(zdict=_dictionary_of(value["B"]))
    text = inflating.decompress(value["B"]) + inflating.flush()
    if not inflating.eof:
        raise zlib.error("the deflated text is cut off")
    return text.decode()


def _dictionary_of(deflated: bytes) -> bytes:
    """The dictionary that this was deflated with, by its checksum after the two bytes of the header (RFC 1950)."""
    checksum = deflated[2:6]
    return next((one for one in DICTIONARIES if zlib.adler32(one).to_bytes(4, "big") == checksum), DICTIONARIES[0])


def _damage(item: Item) -> str:
    account, person = (item.get(name, {}).get("S", "?") for name in ("account", "person"))
    return f"The item of account {account}, person {person} holds no record that can be read; restore or delete it."
