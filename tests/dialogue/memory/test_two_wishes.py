"""What somebody wished of one device is not undone by another that writes from an older copy."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from skill.dialogue.memory.duplicates import stamped
from skill.dialogue.memory.following import Following
from skill.dialogue.memory.habit import Habit
from skill.dialogue.memory.memory import Memory
from skill.dialogue.memory.merging import merged
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.record import to_person
from skill.dialogue.memory.subject import Offer, Rest
from skill.ports.store import JsonRecord
from skill.stores.sqlite import SqliteStore
from skill.tailoring.fits.fit import Fit
from skill.tailoring.steps.made import MadeStep
from skill.tailoring.tailoring import Tailoring
from skill.timeline import Flow
from skill.timeline.changes import Changes
from skill.timeline.manner import Amount, Manner
from tests.cases.each_of import each_of
from tests.dialogue.memory.keeping import SOMEBODY, turn
from tests.properties.unreliable_store import UnreliableStore

READY, BEGIN = Question(Ask.READY, Rest()), Question(Ask.BEGIN, Offer("lower-back"))

TODAY = 739_680
BRIDGE = (MadeStep("bridge", 20),)


@each_of(
    ("since", "mine", "theirs", "both"),
    [
        (Tailoring(), Tailoring(never=("cobra",)), Tailoring(own=BRIDGE), Tailoring(never=("cobra",), own=BRIDGE)),
        (Tailoring(own=BRIDGE), Tailoring(), Tailoring(own=BRIDGE, seen=3), Tailoring(seen=3)),
        (Tailoring(), Tailoring(never=("cobra",)), Tailoring(never=("frog",)), Tailoring(never=("frog", "cobra"))),
        (Tailoring(limits=("low",)), Tailoring(), Tailoring(limits=("low", "kneel")), Tailoring(limits=("kneel",))),
        (
            Tailoring(fits=(Fit("aa", hold=5),)),
            Tailoring(fits=(Fit("aa", hold=10), Fit("bb", hold=5))),
            Tailoring(fits=(Fit("aa", hold=5, easier=True), Fit("cc", repetitions=1))),
            Tailoring(fits=(Fit("cc", repetitions=1), Fit("aa", hold=10, easier=True), Fit("bb", hold=5))),
        ),
        (
            Tailoring(fits=(Fit("aa", hold=5),)),
            Tailoring(),
            Tailoring(fits=(Fit("aa", hold=5),), seen=3),
            Tailoring(seen=3),
        ),
        (
            Tailoring(),
            Tailoring(manner=Manner(Amount.FEWER)),
            Tailoring(manner=Manner(breath_seconds=7)),
            Tailoring(manner=Manner(Amount.FEWER, breath_seconds=7)),
        ),
        (Tailoring(), Tailoring(own=BRIDGE), Tailoring(own=BRIDGE * 2), Tailoring(own=BRIDGE)),
    ],
)
def test_what_each_changed_is_kept_and_mine_where_both_changed_the_same(
    since: Tailoring, mine: Tailoring, theirs: Tailoring, both: Tailoring
) -> None:
    known = Person()
    kept = merged(*(replace(known, tailoring=tailoring) for tailoring in (mine, theirs, since)))
    assert kept.tailoring == both


def test_a_programme_left_on_one_device_is_not_followed_again_because_of_the_other() -> None:
    known = Person(following=Following("two-weeks", 4), changes=Changes(("lying",)))
    mine = replace(known, changes=Changes(("lying", "lying")), asked=READY)
    theirs = replace(known, following=Following(), flow=Flow.HANDS_FREE, offer="bedtime", zone="Europe/Berlin")
    assert merged(mine, theirs, known) == replace(theirs, changes=mine.changes, asked=mine.asked)
    assert merged(theirs, mine, known) == replace(theirs, changes=mine.changes)


def test_what_is_open_in_a_conversation_is_nobody_elses() -> None:
    mine, theirs = replace(Person(), writer="ready", asked=READY), replace(Person(), writer="begin", asked=BEGIN)
    assert merged(mine, theirs, Person()).asked == READY
    assert merged(mine, theirs, mine).asked == READY
    assert merged(mine, theirs, mine).writer == "ready"


def test_the_routine_done_last_is_theirs_where_i_have_done_none_since() -> None:
    theirs = Person(habit=Habit(made=BRIDGE, made_name="fitted"))
    assert merged(Person(finished=1), theirs, Person()).habit.made_for("fitted") == BRIDGE


class Talk:
    """One conversation of somebody, whose copy goes along with what they say next."""

    def __init__(self, line: UnreliableStore, name: str) -> None:
        self.memory, self.name = Memory(line), name
        self.copy: JsonRecord | None = None

    def says(self, number: int, wish: Callable[[Person], Person] = lambda person: person) -> None:
        said = turn(number, self.name, self.copy)
        recalled = self.memory.recall(said).on(TODAY)
        self.copy = self.memory.keep(said, recalled, stamped(wish(recalled.person), said))


@pytest.fixture
def line() -> Iterator[UnreliableStore]:
    with closing(SqliteStore(":memory:")) as store:
        yield UnreliableStore(store)


def no_cobra(person: Person) -> Person:
    return replace(person, tailoring=replace(person.tailoring, never=("cobra",)))


def longer(person: Person) -> Person:
    return replace(person, tailoring=person.tailoring.with_fit(Fit("aa", hold=5)))


def hands_free(person: Person) -> Person:
    return replace(person, flow=Flow.HANDS_FREE)


def usual(person: Person) -> Person:
    return replace(person, flow=Flow.USUAL)


def kept(line: UnreliableStore) -> tuple[tuple[str, ...], tuple[Fit, ...], Flow]:
    found = line.behind.read(SOMEBODY)
    assert found is not None
    person = to_person(found.record)
    return person.tailoring.never, person.tailoring.fits, person.flow


def test_a_wish_outlives_what_another_device_says_from_before_it(line: UnreliableStore) -> None:
    kitchen, bedroom = Talk(line, "kitchen"), Talk(line, "bedroom")
    kitchen.says(1)
    bedroom.says(2)
    kitchen.says(3, no_cobra)
    bedroom.says(4, longer)
    kitchen.says(5, hands_free)
    bedroom.says(6)
    assert kept(line) == (("cobra",), (Fit("aa", hold=5),), Flow.HANDS_FREE)


def test_what_was_taken_back_elsewhere_does_not_come_back_with_an_old_copy(line: UnreliableStore) -> None:
    kitchen, bedroom = Talk(line, "kitchen"), Talk(line, "bedroom")
    kitchen.says(1, hands_free)
    bedroom.says(2)
    bedroom.says(3, usual)
    kitchen.says(4, no_cobra)
    kitchen.says(5)
    assert kept(line) == (("cobra",), (), Flow.USUAL)


def test_a_wish_that_could_not_be_saved_is_still_a_wish_of_this_conversation(line: UnreliableStore) -> None:
    kitchen, bedroom = Talk(line, "kitchen"), Talk(line, "bedroom")
    kitchen.says(1)
    bedroom.says(2)
    line.down = True
    kitchen.says(3, no_cobra)
    kitchen.says(4, hands_free)
    line.down = False
    bedroom.says(5, longer)
    kitchen.says(6)
    assert kept(line) == (("cobra",), (Fit("aa", hold=5),), Flow.HANDS_FREE)


def test_a_wish_whose_landing_was_not_heard_of_is_made_once(line: UnreliableStore) -> None:
    kitchen = Talk(line, "kitchen")
    kitchen.says(1)
    line.next_answer_is_lost = True
    kitchen.says(2, no_cobra)
    kitchen.says(3, hands_free)
    assert kept(line) == (("cobra",), (), Flow.HANDS_FREE)


def test_a_conversation_begun_without_the_store_adds_its_wishes_to_what_is_found_again(line: UnreliableStore) -> None:
    kitchen, bedroom = Talk(line, "kitchen"), Talk(line, "bedroom")
    bedroom.says(1, longer)
    line.down = True
    kitchen.says(2, no_cobra)
    line.down = False
    bedroom.says(3, hands_free)
    kitchen.says(4)
    assert kept(line) == (("cobra",), (Fit("aa", hold=5),), Flow.HANDS_FREE)


def test_what_rested_yesterday_does_not_rest_for_good(line: UnreliableStore) -> None:
    kitchen, bedroom = Talk(line, "kitchen"), Talk(line, "bedroom")
    yesterday = Tailoring(resting=("cobra",), resting_day=TODAY - 1)
    kitchen.says(1, lambda person: replace(person, tailoring=yesterday))
    bedroom.says(2)
    bedroom.says(3, lambda person: replace(person, tailoring=Tailoring(resting=("frog",), resting_day=TODAY)))
    kitchen.says(4, lambda person: replace(person.on(TODAY), flow=Flow.HANDS_FREE))
    found = line.behind.read(SOMEBODY)
    assert found is not None
    tailoring = to_person(found.record).tailoring
    assert (tailoring.resting, tailoring.resting_day) == (("frog",), TODAY)
