"""Nobody's place is lost: whatever the store does, whoever else writes, and whatever was written before."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from skill.content.model import Posture
from skill.dialogue.memory import Memory, merged
from skill.dialogue.person import Person
from skill.dialogue.record import to_person, to_record
from skill.dialogue.store import JsonRecord, Kept, Owner
from skill.dialogue.turn import ENDED, Turn
from skill.practice import Practice
from skill.stores import sqlite_file
from skill.stores.sqlite import SqliteStore
from skill.timeline import Place

SOMEBODY = Owner("account")
AT = datetime(2026, 3, 1, 7, 0, tzinfo=UTC)


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    return tmp_path / "people.sqlite"


@pytest.fixture(name="store")
def _store(path: Path) -> Iterator[SqliteStore]:
    with closing(SqliteStore(str(path))) as store:
        yield store


def turn(number: int, conversation: str = "here", copy: JsonRecord | None = None, intent: str = "ReadyIntent") -> Turn:
    return Turn(f"r{number}", intent, AT, SOMEBODY, conversation, opens=copy is None, copy=copy)


def at_place(routine: str, number: int, sent_by: Turn | None = None) -> Person:
    """Somebody who is at this repetition of a routine, as the turn leaves them."""
    practice = Practice(routine, "today", Place("sphinx", None, number), Posture.FRONT, 1_772_348_400)
    person = Person(practices=(practice,))
    return replace(person, last_request=sent_by.id, writer=sent_by.conversation) if sent_by else person


def repetitions(store: SqliteStore) -> dict[str, int]:
    """What is kept: the repetition in each routine, the newest first."""
    kept = store.read(SOMEBODY)
    assert kept is not None
    return {practice.routine: practice.place.repetition for practice in to_person(kept.record).practices}


def test_what_is_kept_in_one_turn_is_recalled_in_the_next(store: SqliteStore) -> None:
    memory, first = Memory(store), turn(1)
    memory.keep(first, memory.recall(first), at_place("lower-back", 3, first))
    assert memory.recall(turn(2, "tomorrow")).person == at_place("lower-back", 3, first)


def test_inside_a_conversation_the_copy_is_enough(store: SqliteStore, path: Path) -> None:
    memory, first = Memory(store), turn(1)
    copy = memory.keep(first, memory.recall(first), at_place("lower-back", 3, first))
    store.close()
    assert memory.recall(turn(2, copy=copy)).person == at_place("lower-back", 3, first)
    assert path.exists()


def test_a_new_conversation_asks_the_store_whatever_copy_comes_along(store: SqliteStore) -> None:
    copy: JsonRecord = {"record": to_record(at_place("bedtime", 1)), "version": 1, "writable": True}
    stranger = replace(turn(1, copy=copy), opens=True)
    assert Memory(store).recall(stranger).person == Person()


def test_the_same_request_twice_is_kept_once(store: SqliteStore) -> None:
    memory, first = Memory(store), turn(1)
    once = memory.keep(first, memory.recall(first), at_place("lower-back", 3, first))
    twice = memory.keep(first, memory.recall(first), at_place("lower-back", 4, first))
    assert repetitions(store) == {"lower-back": 3}
    assert (once["version"], twice["version"]) == (1, 1)


def test_a_write_that_landed_without_our_hearing_of_it_is_a_success(store: SqliteStore) -> None:
    memory, first = Memory(store), turn(1)
    nothing_yet = memory.recall(first)
    store.write(SOMEBODY, to_record(at_place("lower-back", 3, first)), after=0)
    copy = memory.keep(first, nothing_yet, at_place("lower-back", 3, first))
    assert copy["version"] == 1
    assert repetitions(store) == {"lower-back": 3}


def test_a_late_request_of_the_same_conversation_moves_nothing_back(store: SqliteStore) -> None:
    memory, late, newer = Memory(store), turn(1), turn(2)
    nothing_yet = memory.recall(late)
    store.write(SOMEBODY, to_record(at_place("lower-back", 5, newer)), after=0)
    memory.keep(late, nothing_yet, at_place("lower-back", 2, late))
    assert repetitions(store) == {"lower-back": 5}


def test_a_late_end_of_a_session_is_dropped(store: SqliteStore) -> None:
    memory, end = Memory(store), turn(1, "yesterday's", intent=ENDED)
    nothing_yet = memory.recall(end)
    store.write(SOMEBODY, to_record(at_place("lower-back", 5, turn(2, "today's"))), after=0)
    memory.keep(end, nothing_yet, at_place("bedtime", 2, end))
    assert repetitions(store) == {"lower-back": 5}


def test_two_devices_at_once_lose_neither_place(store: SqliteStore) -> None:
    memory = Memory(store)
    kitchen, bedroom = turn(1, "kitchen"), turn(2, "bedroom")
    seen_by_kitchen, seen_by_bedroom = memory.recall(kitchen), memory.recall(bedroom)
    memory.keep(kitchen, seen_by_kitchen, at_place("desk", 2, kitchen))
    memory.keep(bedroom, seen_by_bedroom, at_place("bedtime", 4, bedroom))
    assert repetitions(store) == {"bedtime": 4, "desk": 2}


def test_a_second_device_does_not_move_the_place_of_the_first(store: SqliteStore) -> None:
    memory = Memory(store)
    both = turn(1, "kitchen")
    copy = memory.keep(both, memory.recall(both), at_place("desk", 2, both))
    bedroom = turn(2, "bedroom")
    memory.keep(bedroom, memory.recall(bedroom), at_place("bedtime", 1, bedroom))
    kitchen = turn(3, "kitchen", copy=copy)
    memory.keep(kitchen, memory.recall(kitchen), at_place("desk", 7, kitchen))
    assert repetitions(store) == {"desk": 7, "bedtime": 1}


def test_what_was_merged_once_stays_merged_in_the_next_turn(store: SqliteStore) -> None:
    memory, first = Memory(store), turn(1, "kitchen")
    copy = memory.keep(first, memory.recall(first), at_place("desk", 2, first))
    bedroom = turn(2, "bedroom")
    memory.keep(bedroom, memory.recall(bedroom), at_place("bedtime", 4, bedroom))
    for number in (3, 4):
        kitchen = turn(number, "kitchen", copy=copy)
        recalled = memory.recall(kitchen)
        moved = at_place("desk", number, kitchen).practices[0]
        person = replace(recalled.person.with_practice(moved, 3), last_request=kitchen.id, writer="kitchen")
        copy = memory.keep(kitchen, recalled, person)
    assert repetitions(store) == {"desk": 4, "bedtime": 4}


def test_what_each_device_has_learned_is_added_up() -> None:
    mine = Person(met=("cobra",), told=("safety",), finished=2)
    theirs = Person(met=("sphinx", "cobra"), told=("welcome",), finished=3)
    both = merged(mine, theirs)
    assert (set(both.met), set(both.told), both.finished) == ({"cobra", "sphinx"}, {"safety", "welcome"}, 3)


def test_no_more_than_three_routines_are_kept_and_mine_is_the_first() -> None:
    theirs = Person(practices=tuple(at_place(name, 1).practices[0] for name in ("desk", "hips", "bedtime")))
    both = merged(at_place("hips", 9), theirs)
    assert [(practice.routine, practice.place.repetition) for practice in both.practices] == [
        ("hips", 9),
        ("desk", 1),
        ("bedtime", 1),
    ]


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
    now = int(AT.timestamp())
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


def test_who_could_not_be_read_is_not_overwritten_when_the_store_is_back(store: SqliteStore, path: Path) -> None:
    store.write(SOMEBODY, to_record(at_place("lower-back", 5)), after=0)
    store.close()
    first = turn(1)
    copy = Memory(store).keep(first, Memory(store).recall(first), at_place("bedtime", 1, first))
    with closing(SqliteStore(str(path))) as back:
        second = turn(2, copy=copy)
        Memory(back).keep(second, Memory(back).recall(second), at_place("bedtime", 2, second))
        assert repetitions(back) == {"lower-back": 5}


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
