"""A first word that comes late after the other speaker's newer one: it hears the present place, and moves nothing."""

from datetime import timedelta

import pytest

from skill.dialogue.guide import Answered, Guide
from skill.dialogue.memory.duplicates import stamped
from skill.dialogue.memory.person import Person, Word
from skill.dialogue.memory.record import to_person, to_record
from skill.ports.turn import LAUNCH, Slot, Turn
from skill.replaced import replace
from skill.stores.sqlite import SqliteStore
from skill.timeline import Place, Side
from tests.dialogue.memory.keeping import AT, BEGUN, SOMEBODY
from tests.library import LIBRARY

BEGAN, HERE = Place("pelvic-tilts", None, 1, "arch"), Place("knee-to-chest", Side.RIGHT)


@pytest.fixture(name="guide")
def _guide(store: SqliteStore) -> Guide:
    """The bedroom said "start the lower back routine" at second twenty, and "next" at second forty."""
    guide = Guide(LIBRARY, store)
    begun = guide.answer(asked(20, "bedroom", "StartRoutineIntent"))
    guide.answer(asked(40, "bedroom", "AMAZON.NextIntent", begun))
    return guide


def asked(second: int, device: str, intent: str, after: Answered | None = None) -> Turn:
    """What this device sent at that second; `after` is the reply that it had heard before."""
    slots = {"routine": Slot("lower back", ("lower-back",))} if intent == "StartRoutineIntent" else {}
    at, copy = AT + timedelta(seconds=second), after.copy if after else None
    name = f"{device} {second} {intent}"
    return Turn(name, intent, at, SOMEBODY, device, opens=after is None, device=device, slots=slots, copy=copy)


def person(store: SqliteStore) -> Person:
    kept = store.read(SOMEBODY)
    assert kept is not None
    return to_person(kept.record)


def version(store: SqliteStore) -> int:
    kept = store.read(SOMEBODY)
    assert kept is not None
    return kept.version


def here(told: Answered) -> Place:
    record = told.copy["record"]
    assert isinstance(record, dict)
    return to_person(record).practices[0].place


@pytest.mark.parametrize("intent", ["StartRoutineIntent", LAUNCH, "AMAZON.NextIntent", "AMAZON.StartOverIntent"])
def test_it_is_told_the_present_place_and_moves_nothing_back(guide: Guide, store: SqliteStore, intent: str) -> None:
    before = person(store)
    told = guide.answer(asked(10, "kitchen", intent))
    assert here(told) == HERE
    assert person(store) == replace(before, earlier=(Word("kitchen", BEGUN + 10),))


def test_delivered_again_once_all_of_that_is_done_it_begins_nothing(guide: Guide, store: SqliteStore) -> None:
    late = asked(10, "kitchen", "StartRoutineIntent")
    guide.answer(late)
    finished = stamped(person(store).without_practice(), asked(70, "bedroom", "AMAZON.NextIntent"))
    store.write(SOMEBODY, to_record(finished), after=version(store))
    assert person(store).practices == ()
    guide.answer(late)
    assert person(store) == finished


def test_one_of_another_device_that_is_newer_is_done(guide: Guide, store: SqliteStore) -> None:
    assert here(guide.answer(asked(50, "kitchen", "StartRoutineIntent"))) == BEGAN
    assert person(store).practices[0].conversation == "kitchen"


def test_a_yes_to_what_was_told_is_saved_as_this_conversations(guide: Guide, store: SqliteStore) -> None:
    told = guide.answer(asked(10, "kitchen", "StartRoutineIntent"))
    guide.answer(asked(55, "kitchen", "AMAZON.YesIntent", told))
    led = person(store).practices[0]
    assert (led.place, led.conversation) == (HERE, "kitchen")


def test_a_late_stop_takes_no_reply_from_who_is_being_led(guide: Guide, store: SqliteStore) -> None:
    led = person(store).practices[0].sent
    assert led is not None
    guide.answer(asked(10, "kitchen", "AMAZON.StopIntent"))
    assert person(store).practices[0].sent == led


def test_another_routine_that_was_begun_before_is_kept_beside_it(guide: Guide, store: SqliteStore) -> None:
    late = asked(10, "kitchen", "StartRoutineIntent")
    guide.answer(Turn(**{**vars(late), "slots": {"routine": Slot("hips", ("hips",))}}))
    assert {practice.routine for practice in person(store).practices} == {"hips", "lower-back"}
