"""What an item of the table looks like: our attributes, those of a newer version, and damage."""

from hashlib import sha256
from typing import Any

import pytest

from skill.ports.store import Kept, Owner, StoreDown
from skill.stores.dynamodb import DynamoStore

ANNA = Owner("account-one", "voice-anna")
KEY = {"account": {"S": "account-one"}, "person": {"S": "voice-anna"}}

SPOILT: dict[str, dict[str, Any]] = {
    "no record": {"version": {"N": "1"}},
    "no version": {"record": {"S": "{}"}},
    "half a record": {"record": {"S": '{"step": '}, "version": {"N": "1"}},
    "a list for a record": {"record": {"S": "[]"}, "version": {"N": "1"}},
    "a map for a record": {"record": {"M": {}}, "version": {"N": "1"}},
    "a record too deep": {"record": {"S": "[" * 100_000}, "version": {"N": "1"}},
    "words for a version": {"record": {"S": "{}"}, "version": {"S": "one"}},
    "half a version": {"record": {"S": "{}"}, "version": {"N": "1.5"}},
    "version nought": {"record": {"S": "{}"}, "version": {"N": "0"}},
}


def put(store: DynamoStore, attributes: dict[str, Any]) -> None:
    store._client.put_item(TableName=store._table, Item={**KEY, **attributes})


def item_in(store: DynamoStore) -> dict[str, Any]:
    item: dict[str, Any] = store._client.get_item(TableName=store._table, Key=KEY, ConsistentRead=True)["Item"]
    return item


def test_a_record_lies_beside_its_version_and_the_day_to_forget_it(table: DynamoStore) -> None:
    table.write(ANNA, {"step": 1, "forget_at": 1_800_000_000}, after=0)
    assert item_in(table) == {
        **KEY,
        "record": {"S": '{"step":1,"forget_at":1800000000}'},
        "version": {"N": "1"},
        "forget_at": {"N": "1800000000"},
    }


def test_a_record_without_a_day_to_be_forgotten_loses_the_old_one(table: DynamoStore) -> None:
    table.write(ANNA, {"forget_at": 1_800_000_000}, after=0)
    table.write(ANNA, {}, after=1)
    assert item_in(table) == {**KEY, "record": {"S": "{}"}, "version": {"N": "2"}}


@pytest.mark.parametrize("day", ["soon", None, -1, 10**40, True])
def test_a_day_that_is_none_is_not_given_to_the_table(table: DynamoStore, day: Any) -> None:
    table.write(ANNA, {"forget_at": day}, after=0)
    assert "forget_at" not in item_in(table)
    assert table.read(ANNA) == Kept({"forget_at": day}, 1)


def test_what_a_newer_version_added_to_an_item_is_left_there(table: DynamoStore) -> None:
    newer = {"streak": {"N": "12"}, "picture": {"M": {"of": {"L": [{"BOOL": True}]}}}}
    table.write(ANNA, {"step": 1}, after=0)
    put(table, {**item_in(table), **newer})
    table.write(ANNA, {"step": 2}, after=1)
    assert item_in(table) == {**KEY, **newer, "record": {"S": '{"step":2}'}, "version": {"N": "2"}}


@pytest.mark.parametrize("damage", SPOILT)
def test_a_damaged_item_is_one_sentence_and_stays_as_it_is(table: DynamoStore, damage: str) -> None:
    put(table, SPOILT[damage])
    before = item_in(table)
    sentence = "account account-one, person voice-anna holds no record that can be read; restore or delete it"
    with pytest.raises(StoreDown, match=sentence):
        table.read(ANNA)
    with pytest.raises(StoreDown, match=sentence):
        table.household("account-one")
    with pytest.raises(StoreDown, match=sentence):
        table.write(ANNA, {"step": 1}, after=0)
    assert item_in(table) == before


def test_a_damaged_item_can_be_forgotten(table: DynamoStore) -> None:
    put(table, SPOILT["half a record"])
    table.forget_household("account-one")
    assert table.read(ANNA) is None


def test_a_record_larger_than_an_item_may_be_is_one_sentence(table: DynamoStore) -> None:
    table.write(ANNA, {"step": 1}, after=0)
    with pytest.raises(StoreDown, match="does not take a record this large"):
        table.write(ANNA, {"notes": [sha256(bytes([n % 256, n // 256])).hexdigest() for n in range(16_000)]}, after=1)
    assert table.read(ANNA) == Kept({"step": 1}, 1)
