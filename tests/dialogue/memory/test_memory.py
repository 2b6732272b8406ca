"""Nobody's place is lost, whoever else writes at the same time."""

from dataclasses import replace
from pathlib import Path

from skill.dialogue.memory.duplicates import stamped
from skill.dialogue.memory.memory import Memory
from skill.dialogue.memory.merging import merged
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.record import to_record
from skill.ports.store import JsonRecord
from skill.ports.turn import ENDED
from skill.stores.sqlite import SqliteStore
from tests.dialogue.memory.keeping import BEGUN, SOMEBODY, at_place, repetitions, turn


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


def test_what_was_begun_in_an_outage_is_kept_by_the_end_of_its_conversation(store: SqliteStore) -> None:
    memory, kitchen, bedroom = Memory(store), turn(1, "kitchen"), turn(2, "bedroom")
    copy = memory.keep(kitchen, memory.recall(kitchen), stamped(Person(begun=BEGUN), kitchen))
    memory.keep(bedroom, memory.recall(bedroom), at_place("bedtime", 4, bedroom))
    end = turn(3, "kitchen", copy, intent=ENDED)
    memory.keep(end, memory.recall(end), at_place("desk", 2, end))
    assert repetitions(store) == {"desk": 2, "bedtime": 4}


def test_the_end_of_a_conversation_brings_nothing_back_that_another_finished(store: SqliteStore) -> None:
    memory, kitchen, bedroom = Memory(store), turn(1, "kitchen"), turn(2, "bedroom")
    copy = memory.keep(kitchen, memory.recall(kitchen), at_place("desk", 2, kitchen))
    memory.keep(bedroom, memory.recall(bedroom), stamped(Person(begun=BEGUN), bedroom))
    end = turn(3, "kitchen", copy, intent=ENDED)
    memory.keep(end, memory.recall(end), at_place("desk", 3, end))
    assert repetitions(store) == {}


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
        person = stamped(recalled.person.with_practice(moved), kitchen)
        copy = memory.keep(kitchen, recalled, person)
    assert repetitions(store) == {"desk": 4, "bedtime": 4}


def test_what_each_device_has_learned_is_added_up() -> None:
    mine = Person(met=("cobra",), told=("safety",), finished=2)
    theirs = Person(met=("sphinx", "cobra"), told=("welcome",), finished=3)
    both = merged(mine, theirs, Person())
    assert (set(both.met), set(both.told), both.finished) == ({"cobra", "sphinx"}, {"safety", "welcome"}, 3)


def test_no_more_than_three_routines_are_kept_and_mine_is_the_first() -> None:
    theirs = Person(practices=tuple(at_place(name, 1).practices[0] for name in ("desk", "hips", "bedtime")))
    both = merged(at_place("hips", 9, turn(1)), theirs, theirs)
    assert [(practice.routine, practice.place.repetition) for practice in both.practices] == [
        ("hips", 9),
        ("desk", 1),
        ("bedtime", 1),
    ]
