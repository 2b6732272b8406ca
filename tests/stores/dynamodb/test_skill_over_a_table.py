"""The whole skill over a table: what a turn costs, and a routine begun on one device and gone on with on another."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from skill.alexa.skill import AlexaSkill
from skill.assembly import build_skill
from skill.device.speaker import Exchange, Speaker, Whose
from skill.device.transcript import place_in, words_of
from skill.home import a_speaker
from skill.ports.store import Store
from skill.settings import Settings, SqlitePlace
from skill.stores.dynamodb import DynamoStore
from tests.stores.dynamodb.line import Line

EVENING = datetime(2026, 3, 2, 19, 0, tzinfo=UTC)
KITCHEN, BEDROOM = Whose(device="kitchen"), Whose(device="bedroom")


def skill_over(store: Store) -> AlexaSkill:
    return build_skill(Settings(SqlitePlace(":memory:"), b"a key that hides who they are"), store)


def speaker(store: Store, whose: Whose = KITCHEN) -> Speaker:
    """A device of its own, and a Lambda of its own: nothing is shared but the table."""
    return a_speaker(skill_over(store), whose)


def later(before: Exchange, **time: float) -> datetime:
    return before.at + timedelta(**time)


def routines_kept(exchange: Exchange) -> list[str]:
    record = exchange.response["sessionAttributes"]["record"]
    return [practice["routine"] for practice in record["practices"]]


def test_a_routine_begun_in_the_kitchen_goes_on_in_the_bedroom_next_day(store: Store) -> None:
    kitchen, bedroom = speaker(store), speaker(store, BEDROOM)
    begun = kitchen.say("alexa, ask gentle back to start my lower back routine", EVENING)
    asked = kitchen.say("alexa, how long is left", later(begun, seconds=80))
    stopped = kitchen.say("alexa, stop", later(asked, seconds=10))

    opened = bedroom.say("alexa, open gentle back", later(stopped, days=1))
    assert "lower back" in words_of(opened.playing.speech).lower()
    assert place_in(opened) == place_in(stopped)
    resumed = bedroom.say("yes", bedroom.answer_time())
    assert place_in(resumed) == place_in(stopped)
    lying = bedroom.say("ready", bedroom.answer_time())
    on = bedroom.say("alexa, next", later(lying, seconds=20))
    assert routines_kept(on) == ["lower-back"]
    assert place_in(on) != place_in(stopped)


def test_two_devices_at_once_lose_neither_routine(store: Store) -> None:
    kitchen, bedroom = speaker(store), speaker(store, BEDROOM)
    cooking = kitchen.say("alexa, ask gentle back to start my lower back routine", EVENING)
    sleepy = bedroom.say("alexa, ask gentle back to start gentle start", later(cooking, seconds=20))
    assert routines_kept(sleepy) == ["gentle-start", "lower-back"]
    cooked = kitchen.say("alexa, next", later(cooking, seconds=40))
    assert routines_kept(cooked)[0] == "lower-back"
    kitchen.say("alexa, stop", later(cooking, seconds=60))
    bedroom.say("alexa, stop", later(cooking, seconds=70))
    opened = speaker(store, Whose(device="bathroom")).say("alexa, open gentle back", later(cooking, hours=1))
    assert sorted(routines_kept(opened)) == ["gentle-start", "lower-back"]


def test_a_conversation_takes_one_read_and_a_write_a_turn(table: DynamoStore) -> None:
    kitchen = speaker(table)
    with Line(table) as line:
        begun = kitchen.say("alexa, ask gentle back to start my lower back routine", EVENING)
        assert line.taken() == ["GetItem", "UpdateItem"]
        for minute, words in enumerate(("alexa, next", "alexa, how long is left", "alexa, pause", "alexa, help"), 1):
            kitchen.say(words, later(begun, seconds=20 * minute))
            assert line.taken() == ["UpdateItem"]
        kitchen.end("USER_INITIATED", later(begun, seconds=110))
        assert line.taken() == ["UpdateItem"]
        kitchen.say("alexa, open gentle back", later(begun, hours=3))
        assert line.taken() == ["GetItem", "UpdateItem"]


@pytest.mark.parametrize("fails", [Line.next_fails, Line.next_answer_is_lost])
def test_a_read_that_fails_once_is_tried_again_and_nobody_hears_of_it(
    table: DynamoStore, fails: Callable[[Line], None]
) -> None:
    before = speaker(table).say("alexa, ask gentle back to start my lower back routine", EVENING)
    bedroom = speaker(table, BEDROOM)
    with Line(table) as line:
        fails(line)
        opened = bedroom.say("alexa, open gentle back", later(before, hours=1))
        assert line.taken() == ["GetItem", "GetItem", "UpdateItem"]
    assert place_in(opened) == place_in(before)
    assert "just now" not in words_of(opened.playing.speech)


def test_after_a_read_that_failed_twice_nothing_is_written_until_another_one_succeeds(table: DynamoStore) -> None:
    before = speaker(table).say("alexa, ask gentle back to start my lower back routine", EVENING)
    bedroom = speaker(table, BEDROOM)
    with Line(table) as line:
        line.next_fails("ThrottlingException")
        line.next_fails("ThrottlingException")
        opened = bedroom.say("alexa, open gentle back", later(before, hours=1))
        assert words_of(opened.playing.speech).startswith(
            "I cannot reach what I know of you, or keep your place, just now."
        )
        assert line.taken() == ["GetItem", "GetItem"]
        bedroom.say("alexa, help", later(before, hours=1, seconds=30))
        assert line.taken() == ["GetItem", "UpdateItem"]
    again = speaker(table).say("alexa, open gentle back", later(before, hours=2))
    assert place_in(again) == place_in(before)


def test_after_a_write_that_failed_the_next_turn_saves_what_both_have_changed(table: DynamoStore) -> None:
    kitchen = speaker(table)
    begun = kitchen.say("alexa, ask gentle back to start my lower back routine", EVENING)
    with Line(table) as line:
        line.next_fails("ThrottlingException")
        kitchen.say("alexa, next", later(begun, seconds=20))
        assert line.taken() == ["UpdateItem"]
        after = kitchen.say("alexa, next", later(begun, seconds=40))
        assert line.taken() == ["UpdateItem"]
    opened = speaker(table, BEDROOM).say("alexa, open gentle back", later(begun, hours=1))
    assert place_in(opened) == place_in(after)


def test_a_conflict_takes_one_write_more_and_where_need_be_one_read(table: DynamoStore) -> None:
    kitchen = speaker(table)
    begun = kitchen.say("alexa, ask gentle back to start my lower back routine", EVENING)
    speaker(table, BEDROOM).say("alexa, open gentle back", later(begun, seconds=10))
    with Line(table) as line:
        kitchen.say("alexa, next", later(begun, seconds=20))
        assert [call for call in line.taken() if call != "GetItem"] == ["UpdateItem", "UpdateItem"]


def test_a_write_that_landed_unheard_does_not_keep_the_next_ones_out(table: DynamoStore) -> None:
    kitchen = speaker(table)
    begun = kitchen.say("alexa, ask gentle back to start my lower back routine", EVENING)
    with Line(table) as line:
        line.next_answer_is_lost()
        kitchen.say("alexa, next", later(begun, seconds=20))
    after = kitchen.say("alexa, next", later(begun, seconds=40))
    opened = speaker(table, BEDROOM).say("alexa, open gentle back", later(begun, hours=1))
    assert place_in(opened) == place_in(after)


def test_a_device_that_goes_on_brings_no_forgotten_person_back(table: DynamoStore) -> None:
    kitchen = speaker(table)
    begun = kitchen.say("alexa, ask gentle back to start my lower back routine", EVENING)
    (item,) = items_in(table)
    table.forget_household(item["account"]["S"])
    kitchen.say("alexa, next", later(begun, seconds=20))
    kitchen.say("alexa, stop", later(begun, seconds=40))
    assert items_in(table) == []


def test_everything_of_a_household_is_deleted_with_one_query(table: DynamoStore) -> None:
    anna, ben = Whose(person="anna"), Whose(person="ben", device="bedroom")
    begun = speaker(table, anna).say("alexa, ask gentle back to start my lower back routine", EVENING)
    kitchen = speaker(table, ben)
    kitchen.say("alexa, ask gentle back to forget everybody", later(begun, seconds=20))
    assert len(items_in(table)) == 2
    with Line(table) as line:
        kitchen.say("yes", kitchen.answer_time())
        assert line.taken() == ["GetItem", "Query", "BatchWriteItem"]
    assert items_in(table) == []


def items_in(table: DynamoStore) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = table._client.scan(TableName=table._table)["Items"]
    return items
