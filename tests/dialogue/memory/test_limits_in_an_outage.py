"""What somebody cannot do outlives the store's absence: in the conversation's copy, or as unknown, and then said."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from skill.dialogue.memory.memory import FOUND, UNKNOWN, Memory
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.record import to_person, to_record
from skill.ports.store import JsonRecord
from skill.stores.sqlite import SqliteStore
from skill.tailoring.tailoring import Tailoring
from tests.dialogue.memory.keeping import SOMEBODY, turn
from tests.properties.unreliable_store import UnreliableStore

LIMITS = ("floor", "kneeling", "lying-flat")
SAYS_NOT_TO_KNEEL = Person(tailoring=Tailoring(limits=("kneeling",)))


@pytest.fixture
def unreliable() -> Iterator[UnreliableStore]:
    with closing(SqliteStore(":memory:")) as store:
        yield UnreliableStore(store)


def kept(store: UnreliableStore) -> Person:
    record = store.behind.read(SOMEBODY)
    assert record is not None
    return to_person(record.record)


def having_read(store: UnreliableStore, person: Person) -> JsonRecord:
    """The copy of a conversation that began with this person in the store."""
    store.write(SOMEBODY, to_record(person), after=0)
    memory, first = Memory(store, LIMITS), turn(1)
    return memory.keep(first, memory.recall(first), person)


def away(store: UnreliableStore, person: Person) -> JsonRecord:
    """The copy of a conversation that began without the store, and has heard this of the person."""
    store.down = True
    memory, first = Memory(store, LIMITS), turn(1)
    return memory.keep(first, memory.recall(first), person)


def test_a_limit_that_was_read_holds_on_when_the_store_goes_away(unreliable: UnreliableStore) -> None:
    copy = having_read(unreliable, SAYS_NOT_TO_KNEEL)
    unreliable.down = True
    tailoring = Memory(unreliable, LIMITS).recall(turn(2, copy=copy)).person.tailoring
    assert (tailoring.limits, tailoring.unknown) == (("kneeling",), ())


def test_what_is_offered_after_a_warning_sign_is_in_the_copy_too(unreliable: UnreliableStore) -> None:
    copy = having_read(unreliable, Person(offer="gentle-start"))
    unreliable.down = True
    assert Memory(unreliable, LIMITS).recall(turn(2, copy=copy)).person.offer == "gentle-start"


def test_an_unread_person_may_have_any_limit_and_is_told_so(unreliable: UnreliableStore) -> None:
    unreliable.down = True
    recalled = Memory(unreliable, LIMITS).recall(turn(1))
    assert recalled.person.tailoring.limits_now == LIMITS
    assert recalled.notices == (UNKNOWN,)


def test_somebody_of_whom_nothing_is_kept_is_new_and_not_unknown(unreliable: UnreliableStore) -> None:
    assert Memory(unreliable, LIMITS).recall(turn(1)).person == Person()


def test_what_was_agreed_to_is_unknown_no_more_and_nothing_of_it_is_in_the_record(unreliable: UnreliableStore) -> None:
    copy = away(unreliable, Person(tailoring=Tailoring(unknown=LIMITS).agreed_to(["lying-flat"])))
    assert copy["unknown"] == ["floor", "kneeling"]
    assert copy["record"] == {"schema": to_record(Person())["schema"]}
    assert Memory(unreliable, LIMITS).recall(turn(2, copy=copy)).person.tailoring.unknown == ("floor", "kneeling")


@pytest.mark.parametrize("unknown", [None, "kneeling", {"kneeling": True}])
def test_a_copy_that_does_not_say_what_is_unknown_leaves_all_unknown(
    unreliable: UnreliableStore, unknown: JsonRecord | str | None
) -> None:
    copy = {**away(unreliable, Person()), "unknown": unknown}
    assert Memory(unreliable, LIMITS).recall(turn(2, copy=copy)).person.tailoring.unknown == LIMITS


@pytest.mark.parametrize("damage", [{"record": {"schema": 2, "practices": "torn"}}, {"last_kept": {"schema": "two"}}])
def test_a_damaged_copy_is_as_good_as_none(unreliable: UnreliableStore, damage: JsonRecord) -> None:
    unreliable.write(SOMEBODY, to_record(SAYS_NOT_TO_KNEEL), after=0)
    copy = {**away(unreliable, Person()), **damage}
    assert Memory(unreliable, LIMITS).recall(turn(2, copy=copy)).person.tailoring.unknown == LIMITS
    unreliable.down = False
    recalled = Memory(unreliable, LIMITS).recall(turn(3, copy=copy))
    assert (recalled.person, recalled.writable) == (SAYS_NOT_TO_KNEEL, True)


def test_what_was_said_meanwhile_and_what_was_kept_are_one_and_neither_is_lost(unreliable: UnreliableStore) -> None:
    unreliable.write(SOMEBODY, to_record(SAYS_NOT_TO_KNEEL), after=0)
    copy = away(unreliable, Person(tailoring=Tailoring(limits=("floor",), unknown=("kneeling", "lying-flat"))))
    unreliable.down = False
    memory, second = Memory(unreliable, LIMITS), turn(2, copy=copy)
    recalled = memory.recall(second)
    assert recalled.notices == (FOUND,)
    memory.keep(second, recalled, recalled.person)
    assert set(kept(unreliable).tailoring.limits) == {"floor", "kneeling"}
    assert recalled.person.tailoring.unknown == ()


def test_what_was_for_another_day_is_not_for_today(unreliable: UnreliableStore) -> None:
    for_yesterday = Tailoring(limits_today=("kneeling",), resting_day=20)
    unreliable.write(SOMEBODY, to_record(Person(tailoring=for_yesterday)), after=0)
    for_today = Tailoring(limits_today=("floor",), resting_day=21)
    copy = away(unreliable, Person(tailoring=replace(for_today, unknown=LIMITS)))
    unreliable.down = False
    assert Memory(unreliable, LIMITS).recall(turn(2, copy=copy)).person.tailoring == for_today
