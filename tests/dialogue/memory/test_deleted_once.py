"""What was deleted stays deleted, and what was begun anew after it is not deleted by the same word once more."""

from dataclasses import replace
from datetime import timedelta

import pytest

from skill.dialogue.guide import Answered, Guide
from skill.dialogue.memory.record import to_person
from skill.ports.turn import Slot, Turn
from skill.stores.sqlite import SqliteStore
from tests.dialogue.memory.keeping import AT, SOMEBODY
from tests.library import LIBRARY


@pytest.fixture(name="guide")
def _guide(store: SqliteStore) -> Guide:
    return Guide(LIBRARY, store)


def asked(second: int, device: str, intent: str, after: Answered | None = None) -> Turn:
    """What this device sends at that second; `after` is the reply that it had heard before."""
    at, copy = AT + timedelta(seconds=second), after.copy if after else None
    name = f"{device} {second} {intent}"
    return Turn(name, intent, at, SOMEBODY, device, opens=after is None, device=device, copy=copy)


def begun(second: int, device: str, routine: str) -> Turn:
    """This device begins a routine at that second."""
    return replace(asked(second, device, "StartRoutineIntent"), slots={"routine": Slot(routine, (routine,))})


def routines(store: SqliteStore) -> list[str]:
    kept = store.read(SOMEBODY)
    return [practice.routine for practice in to_person(kept.record).practices] if kept else []


@pytest.mark.parametrize("wish", ["ForgetMeIntent", "ForgetHouseholdIntent"])
def test_a_yes_delivered_again_deletes_nothing_that_was_begun_since(
    guide: Guide, store: SqliteStore, wish: str
) -> None:
    started = guide.answer(begun(1, "kitchen", "lower-back"))
    question = guide.answer(asked(2, "kitchen", wish, started))
    deleted = asked(3, "kitchen", "AMAZON.YesIntent", question)
    told = guide.answer(deleted)
    assert routines(store) == []
    guide.answer(begun(9, "bedroom", "hips"))
    assert guide.answer(replace(deleted)).reply == told.reply
    assert routines(store) == ["hips"]


def test_a_conversation_from_before_brings_nothing_back_into_what_was_begun_since(
    guide: Guide, store: SqliteStore
) -> None:
    kitchen = guide.answer(begun(1, "kitchen", "lower-back"))
    kitchen = guide.answer(asked(2, "kitchen", "AMAZON.NextIntent", kitchen))
    question = guide.answer(asked(3, "bedroom", "ForgetMeIntent"))
    guide.answer(asked(4, "bedroom", "AMAZON.YesIntent", question))
    guide.answer(begun(9, "hall", "hips"))
    guide.answer(asked(60, "kitchen", "AMAZON.NextIntent", kitchen))
    assert routines(store) == ["hips"]
