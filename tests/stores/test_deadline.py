"""A turn waits for its store two and a half seconds at most, however often the store has to be asked."""

import pytest

from skill.ports.store import Owner, StoreDown
from skill.stores.deadline import Deadline
from skill.stores.dynamodb import DynamoStore

ANNA = Owner("account-one", "voice-anna")


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_read_and_a_write_as_slow_as_they_may_be_fit_into_a_turn() -> None:
    clock = Clock()
    deadline = Deadline(clock)

    deadline.begin()
    deadline.spare(1.0)
    clock.now += 1.5

    deadline.spare(1.0)


def test_a_further_call_that_might_not_end_in_time_is_not_made() -> None:
    clock = Clock()
    deadline = Deadline(clock)

    deadline.begin()
    clock.now += 1.6

    with pytest.raises(StoreDown, match="no time left"):
        deadline.spare(1.0)


def test_a_read_is_tried_once_more_only_where_it_can_end_in_time(table: DynamoStore) -> None:
    clock = Clock()
    hurried = DynamoStore(table._client, table._table, Deadline(clock))
    hurried.turn_begins()
    clock.now += 1.0
    assert hurried.read(ANNA) is None
    clock.now += 0.1
    with pytest.raises(StoreDown, match="no time left"):
        hurried.read(ANNA)


def test_the_next_turn_has_all_its_time_again() -> None:
    clock = Clock()
    deadline = Deadline(clock)

    deadline.begin()
    clock.now += 60.0
    deadline.begin()

    deadline.spare(1.0)


def test_outside_turns_there_is_no_deadline() -> None:
    Deadline(Clock()).spare(1000.0)


def test_a_table_is_not_asked_when_the_turn_has_no_time_left(table: DynamoStore) -> None:
    clock = Clock()
    hurried = DynamoStore(table._client, table._table, Deadline(clock))
    hurried.turn_begins()
    clock.now += 2.0

    for call in (lambda: hurried.read(ANNA), lambda: hurried.write(ANNA, {"practices": []}, after=0)):
        with pytest.raises(StoreDown, match="no time left"):
            call()

    assert table.read(ANNA) is None
