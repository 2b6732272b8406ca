"""That somebody is to be asked first is one figure: kept, carried along, undone by nobody who does not know of it."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from skill.dialogue.memory.memory import AskedFirst, Memory
from skill.dialogue.memory.merging import asked_first, merged
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.record import to_person, to_record
from skill.limits import ASK_FIRST_SECONDS
from skill.stores.sqlite import SqliteStore
from skill.timeline import Flow
from tests.cases.each_of import each_of
from tests.dialogue.memory.keeping import SOMEBODY, turn
from tests.properties.unreliable_store import UnreliableStore

AT = 1_772_438_400
IN_DANGER = Person(ask_first_at=AT)


@pytest.fixture
def unreliable() -> Iterator[UnreliableStore]:
    with closing(SqliteStore(":memory:")) as store:
        yield UnreliableStore(store)


@each_of(
    ("mine", "theirs", "since", "both"),
    [
        (0, 0, 0, 0),
        (AT, 0, 0, AT),
        (0, AT, 0, AT),
        (AT, AT, AT, AT),
        (0, AT, AT, 0),
        (AT, 0, AT, 0),
        (0, AT + 9, AT, AT + 9),
        (AT + 9, 0, AT, AT + 9),
        (AT, AT + 9, AT, AT + 9),
    ],
)
def test_a_newer_emergency_counts_and_else_who_is_well_anywhere_is_well(
    mine: int, theirs: int, since: int, both: int
) -> None:
    assert asked_first(mine, theirs, since) == both
    kept = merged(*(Person(ask_first_at=at) for at in (mine, theirs, since)))
    assert kept.ask_first_at == both


def test_it_is_one_whole_number_in_the_record_and_comes_back() -> None:
    assert to_record(IN_DANGER) == {"ask_first_at": AT, "schema": 3}
    assert to_person({"ask_first_at": AT, "schema": 3}) == IN_DANGER
    assert "ask_first_at" not in to_record(Person())


@pytest.mark.parametrize(
    ("seconds", "asked"), [(0, AT), (-60, AT), (ASK_FIRST_SECONDS - 1, AT), (ASK_FIRST_SECONDS, 0)]
)
def test_it_lasts_for_forty_eight_hours(seconds: int, asked: int) -> None:
    assert ASK_FIRST_SECONDS == 172_800
    assert IN_DANGER.asked_first_until(AT + seconds).ask_first_at == asked


def test_it_is_in_the_copy_when_the_store_goes_away(unreliable: UnreliableStore) -> None:
    unreliable.write(SOMEBODY, to_record(IN_DANGER), after=0)
    memory, first = Memory(unreliable), turn(1)
    copy = memory.keep(first, memory.recall(first), IN_DANGER)
    unreliable.down = True
    assert memory.recall(turn(2, copy=copy)).person.ask_first_at == AT


def test_it_counts_from_the_turn_on_that_finds_it_again(unreliable: UnreliableStore) -> None:
    unreliable.write(SOMEBODY, to_record(IN_DANGER), after=0)
    unreliable.down = True
    memory, first = Memory(unreliable), turn(1)
    copy = memory.keep(first, memory.recall(first), Person(flow=Flow.HANDS_FREE))
    unreliable.down = False
    found = memory.recall(turn(2, copy=copy)).person
    assert (found.ask_first_at, found.flow) == (AT, Flow.HANDS_FREE)


def test_a_turn_that_did_not_know_of_it_is_not_kept_but_answered_anew(unreliable: UnreliableStore) -> None:
    memory, first = Memory(unreliable), turn(1, "kitchen")
    copy = memory.keep(first, memory.recall(first), Person())
    elsewhere = turn(2, "bedroom")
    memory.keep(elsewhere, memory.recall(elsewhere), replace(IN_DANGER, writer="bedroom"))
    mine = turn(3, "kitchen", copy)
    recalled = memory.recall(mine)
    with pytest.raises(AskedFirst) as meanwhile:
        memory.keep(mine, recalled, Person(flow=Flow.HANDS_FREE))
    known = meanwhile.value.recalled
    assert known.person.ask_first_at == AT
    memory.keep(mine, known, replace(known.person, ask_first_at=0))
    kept = unreliable.read(SOMEBODY)
    assert kept is not None
    assert to_person(kept.record).ask_first_at == 0
