"""What people do is counted: on their own day, in the seconds that they heard, and praised once."""

from datetime import datetime, timedelta

import pytest

from skill.dialogue.memory.habit import Habit, Led
from skill.dialogue.memory.milestones import MILESTONES, reached
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.record import to_person
from skill.limits import BREAK_COST_SECONDS
from skill.stores.sqlite import SqliteStore
from tests.dialogue.listener import OWNER, Atlas, Listener

EVENING = datetime.fromisoformat("2026-03-02T23:30+11:00")


def habit_in(store: SqliteStore) -> Habit:
    kept = store.read(OWNER)
    assert kept is not None
    return to_person(kept.record).habit


def test_a_day_is_the_person_s_own(store: SqliteStore) -> None:
    listener = Listener(store, Atlas("Australia/Sydney"))
    listener.say("ask gentle back to start five gentle minutes", EVENING)
    for _ in ("lying down", "half-way"):
        listener.say("ready")
    assert habit_in(store).days.first == EVENING.date().toordinal()


def test_whoever_is_led_over_midnight_practises_on_the_day_before(store: SqliteStore) -> None:
    listener = Listener(store, Atlas("Australia/Sydney"))
    listener.say("ask gentle back to start bedtime", EVENING)
    for _ in range(3):
        listener.say("ready")
    listener.say("open gentle back", EVENING + timedelta(hours=9))
    habit = habit_in(store)
    assert [(led.routine, led.day) for led in habit.lately][:1] == [("bedtime", EVENING.date().toordinal())]


def test_only_what_was_heard_counts(store: SqliteStore) -> None:
    listener = Listener(store)
    listener.say("ask gentle back to start five gentle minutes", EVENING)
    before = listener.last.at
    listener.say("alexa, how long is left", before + timedelta(seconds=10))
    assert habit_in(store) == Habit()
    listener.say("ready")
    heard = listener.last.playing.speech
    whole = heard.seconds + BREAK_COST_SECONDS * sum(moment.silent for moment in heard.moments)
    listener.say("ready")
    assert habit_in(store).seconds_in_all == pytest.approx(whole, abs=2)
    assert habit_in(store).days.total == 1


def test_every_milestone_is_reached_once_in_a_year_of_days() -> None:
    person, heard = Person(), []
    for day in range(1, 366):
        habit = person.habit.having_led(Led("bedtime", day, 400, 1))
        person = Person(finished=person.finished + 1, habit=habit)
        new = reached(person, day) & ~person.habit.praised
        heard += [(day, MILESTONES[bit].key) for bit in range(len(MILESTONES)) if new >> bit & 1]
        praised = person.habit.praised | new
        person = Person(finished=person.finished, habit=Habit(habit.days, habit.lately, habit.seconds, praised=praised))
    assert heard == [
        *((1, "first"), (3, "days"), (7, "week"), (10, "routines"), (25, "routines"), (30, "days")),
        *((50, "routines"), (100, "routines"), (100, "days"), (250, "routines"), (365, "days")),
    ]
