"""What a table adds to the contract: tables that are not ours, and what a household costs to read and to delete."""

import json
from typing import Any

import pytest

from skill.ports.store import Kept, NotOurs, Owner, Refused, StoreDown
from skill.stores.dynamodb import DynamoStore
from tests.stores.dynamodb.line import Line
from tests.stores.dynamodb.table import TABLE, make_table, shape_of
from tests.stores.engines import table_in_moto

ANNA = Owner("account-one", "voice-anna")
KEY = {"account": {"S": "account-one"}, "person": {"S": "voice-anna"}}
UNDONE = {"UnprocessedItems": {TABLE: [{"DeleteRequest": {"Key": KEY}}]}}

OTHER_KEYS = {
    "one key": {"id": "S"},
    "no person": {"account": "S"},
    "the wrong way round": {"person": "S", "account": "S"},
}


@pytest.mark.parametrize("keys", OTHER_KEYS)
def test_a_table_of_another_shape_is_left_alone(table: DynamoStore, keys: str) -> None:
    other = DynamoStore(table._client, f"songs-{table._table}")
    make_table(other._client, other._table, shape_of(OTHER_KEYS[keys]))
    with pytest.raises(NotOurs, match=r"songs-\S+ at http\S+ has other keys than ours.*GENTLE_BACK_STORE or --store"):
        other.check()
    assert other._client.scan(TableName=other._table)["Items"] == []
    table._client.delete_table(TableName=other._table)


def test_a_table_that_is_not_there_is_one_sentence(table: DynamoStore) -> None:
    missing = DynamoStore(table._client, "nowhere")
    for use in (missing.check, lambda: missing.read(ANNA), lambda: missing.write(ANNA, {}, after=0)):
        with pytest.raises(StoreDown, match=r"nowhere at http\S+ is not there: check the table in GENTLE_BACK_STORE"):
            use()
    assert not missing.healthy()


def test_looking_whether_a_table_can_be_used_leaves_nothing_in_it(table: DynamoStore) -> None:
    table.check()
    assert table.healthy()
    assert table._client.scan(TableName=table._table)["Items"] == []


def test_a_household_takes_one_query_to_read_and_a_batch_more_to_delete(table: DynamoStore) -> None:
    for voice in range(30):
        table.write(Owner("account-one", f"voice-{voice}"), {"voice": voice}, after=0)
    with Line(table) as line:
        assert len(table.household("account-one")) == 30
        assert line.taken() == ["Query"]
        table.forget_household("account-one")
        assert line.taken() == ["Query", "BatchWriteItem", "BatchWriteItem"]
    assert table.household("account-one") == {}


def test_whoever_reads_sees_the_last_write() -> None:
    # The engines here never lag behind, as Amazon's may: so what is asked for is looked at instead.
    asked: list[bool] = []
    with table_in_moto() as table:
        events = table._client.meta.events

        def listen(params: dict[str, Any], **_: object) -> None:
            asked.append(json.loads(params["body"])["ConsistentRead"])

        events.register("before-call.dynamodb", listen)
        table.read(ANNA)
        table.household("account-one")
        events.unregister("before-call.dynamodb", listen)
    assert asked == [True, True]


def test_a_household_of_more_than_a_megabyte_is_read_and_deleted_whole(table: DynamoStore) -> None:
    for voice in range(4):
        table.write(Owner("account-one", f"voice-{voice}"), {"notes": "x" * 390_000}, after=0)
    assert len(table.household("account-one")) == 4
    table.forget_household("account-one")
    assert table.household("account-one") == {}


def test_what_a_batch_left_undone_is_deleted_in_the_next() -> None:
    with table_in_moto() as table, Line(table) as line:
        table.write(ANNA, {}, after=0)
        line.next_answers({"Items": [KEY]})
        line.next_answers(UNDONE)
        table.forget_household("account-one")
        assert line.taken() == ["UpdateItem", "Query", "BatchWriteItem", "BatchWriteItem"]
        assert table.read(ANNA) is None


def test_a_household_that_cannot_be_deleted_whole_now_is_said_so() -> None:
    with table_in_moto() as table, Line(table) as line:
        line.next_answers({"Items": [KEY]})
        for _ in range(4):
            line.next_answers(UNDONE)
        with pytest.raises(StoreDown, match="too busy to forget a household whole; ask again"):
            table.forget_household("account-one")
        assert line.taken() == ["Query", *["BatchWriteItem"] * 4]


def test_the_old_item_comes_with_the_refusal_where_the_engine_returns_it() -> None:
    with table_in_moto() as table, Line(table) as line:
        table.write(ANNA, {"step": 1}, after=0)
        with pytest.raises(Refused) as refusal:
            table.write(ANNA, {"step": 2}, after=0)
        assert refusal.value.current == Kept({"step": 1}, 1)
        assert line.taken() == ["UpdateItem", "UpdateItem"]
