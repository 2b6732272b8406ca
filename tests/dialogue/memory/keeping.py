"""Somebody at a place in a routine, the turns that bring them there, and what of it a store has."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from skill.content.model import Posture
from skill.dialogue.memory.duplicates import stamped
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.record import to_person
from skill.ports.store import JsonRecord, Owner
from skill.ports.turn import Turn
from skill.practice import Practice
from skill.stores.sqlite import SqliteStore
from skill.timeline import Place

SOMEBODY = Owner("account")
AT = datetime(2026, 3, 1, 7, 0, tzinfo=UTC)
BEGUN = int(AT.timestamp())


def turn(number: int, conversation: str = "here", copy: JsonRecord | None = None, intent: str = "ReadyIntent") -> Turn:
    """The turn with this number, so many seconds after the first."""
    at = AT + timedelta(seconds=number)
    return Turn(f"r{number}", intent, at, SOMEBODY, conversation, opens=copy is None, copy=copy)


def at_place(routine: str, number: int, sent_by: Turn | None = None) -> Person:
    """Somebody who is at this repetition of a routine, as the turn leaves them."""
    practice = Practice(routine, "today", Place("sphinx", None, number), Posture.FRONT, int(AT.timestamp()))
    if sent_by is None:
        return Person(practices=(practice,))
    led = replace(practice, conversation=sent_by.conversation, touched=sent_by.epoch)
    return stamped(Person(practices=(led,), begun=BEGUN), sent_by)


def repetitions(store: SqliteStore) -> dict[str, int]:
    """What is kept: the repetition in each routine, the newest first."""
    kept = store.read(SOMEBODY)
    assert kept is not None
    return {practice.routine: practice.place.repetition for practice in to_person(kept.record).practices}
