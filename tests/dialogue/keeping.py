"""Somebody at a place in a routine, the turns that bring them there, and what of it a store has."""

from dataclasses import replace
from datetime import UTC, datetime

from skill.content.model import Posture
from skill.dialogue.person import Person
from skill.dialogue.record import to_person
from skill.dialogue.store import JsonRecord, Owner
from skill.dialogue.turn import Turn, short_id
from skill.practice import Practice
from skill.stores.sqlite import SqliteStore
from skill.timeline import Place

SOMEBODY = Owner("account")
AT = datetime(2026, 3, 1, 7, 0, tzinfo=UTC)


def turn(number: int, conversation: str = "here", copy: JsonRecord | None = None, intent: str = "ReadyIntent") -> Turn:
    return Turn(f"r{number}", intent, AT, SOMEBODY, conversation, opens=copy is None, copy=copy)


def at_place(routine: str, number: int, sent_by: Turn | None = None) -> Person:
    """Somebody who is at this repetition of a routine, as the turn leaves them."""
    practice = Practice(routine, "today", Place("sphinx", None, number), Posture.FRONT, 1_772_348_400)
    person = Person(practices=(practice,))
    return replace(person, last_request=short_id(sent_by.id), writer=sent_by.conversation) if sent_by else person


def repetitions(store: SqliteStore) -> dict[str, int]:
    """What is kept: the repetition in each routine, the newest first."""
    kept = store.read(SOMEBODY)
    assert kept is not None
    return {practice.routine: practice.place.repetition for practice in to_person(kept.record).practices}
