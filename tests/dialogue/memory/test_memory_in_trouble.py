"""Nobody's place is lost to a store that fails, or to a record that this version cannot read."""

import logging
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from skill.dialogue.memory.memory import Memory
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.record import to_person, to_record
from skill.ports.store import JsonRecord, Kept
from skill.stores import sqlite_file
from skill.stores.sqlite import SqliteStore
from tests.dialogue.memory.keeping import SOMEBODY, at_place, repetitions, turn


@pytest.mark.parametrize("record", [{"schema": 99, "news": [1, 2]}, {"schema": 1, "practices": "torn"}])
def test_a_record_that_cannot_be_read_is_left_alone(store: SqliteStore, record: JsonRecord) -> None:
    store.write(SOMEBODY, record, after=0)
    memory, first = Memory(store), turn(1)
    copy = memory.keep(first, memory.recall(first), at_place("lower-back", 3, first))
    second = turn(2, copy=copy)
    assert memory.recall(second).person == at_place("lower-back", 3, first)
    memory.keep(second, memory.recall(second), at_place("lower-back", 4, second))
    assert store.read(SOMEBODY) == Kept(record, 1)


def test_a_newer_record_that_appears_in_the_middle_is_left_alone_too(store: SqliteStore) -> None:
    memory, first = Memory(store), turn(1)
    copy = memory.keep(first, memory.recall(first), at_place("lower-back", 3, first))
    store.write(SOMEBODY, {"schema": 99}, after=1)
    second = turn(2, copy=copy)
    kept = memory.keep(second, memory.recall(second), at_place("lower-back", 4, second))
    assert store.read(SOMEBODY) == Kept({"schema": 99}, 2)
    record = kept["record"]
    assert isinstance(record, dict)
    assert to_person(record) == at_place("lower-back", 4, second)


def test_somebody_who_did_not_come_for_a_year_is_somebody_new(store: SqliteStore) -> None:
    now = turn(1).epoch
    store.write(SOMEBODY, to_record(replace(at_place("lower-back", 3), forget_at=now - 1)), after=0)
    recalled = Memory(store).recall(turn(1))
    assert (recalled.person, recalled.version) == (Person(), 1)
    store.write(SOMEBODY, to_record(replace(at_place("lower-back", 3), forget_at=now)), after=1)
    assert Memory(store).recall(turn(1)).person.practices != ()


def test_with_a_store_that_cannot_be_read_somebody_is_guided_without_memory(
    store: SqliteStore, caplog: pytest.LogCaptureFixture
) -> None:
    memory, first = Memory(store), turn(1)
    store.close()
    with caplog.at_level(logging.WARNING):
        recalled = memory.recall(first)
        copy = memory.keep(first, recalled, at_place("lower-back", 3, first))
    assert (recalled.person, recalled.writable) == (Person(), False)
    assert memory.recall(turn(2, copy=copy)).person == at_place("lower-back", 3, first)
    assert "guiding without memory" in caplog.text
    assert "account" not in caplog.text


def test_an_unread_person_is_found_again_when_the_store_is_back(store: SqliteStore, path: Path) -> None:
    store.write(SOMEBODY, to_record(at_place("lower-back", 5)), after=0)
    store.close()
    first = turn(1)
    copy = Memory(store).keep(first, Memory(store).recall(first), at_place("bedtime", 1, first))
    with closing(SqliteStore(str(path))) as back:
        second = turn(2, copy=copy)
        recalled = Memory(back).recall(second)
        Memory(back).keep(second, recalled, recalled.person)
        assert repetitions(back) == {"bedtime": 1, "lower-back": 5}


def test_while_another_program_locks_the_store_the_copy_goes_on_and_is_written_later(
    store: SqliteStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    monkeypatch.setattr(sqlite_file, "WAIT_SECONDS", 0.01)
    with closing(SqliteStore(str(path))) as impatient:
        memory, first = Memory(impatient), turn(1)
        copy = memory.keep(first, memory.recall(first), at_place("lower-back", 3, first))
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            second = turn(2, copy=copy)
            copy = memory.keep(second, memory.recall(second), at_place("lower-back", 4, second))
        assert repetitions(impatient) == {"lower-back": 3}
        third = turn(3, copy=copy)
        assert memory.recall(third).person == at_place("lower-back", 4, second)
        memory.keep(third, memory.recall(third), at_place("lower-back", 5, third))
        assert repetitions(impatient) == {"lower-back": 5}
