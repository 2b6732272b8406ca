"""A reminder comes back from Alexa, from a question and from a token as the one that went there."""

import json
from datetime import date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from skill.alexa.alerts import reminders_in
from skill.alexa.api_client import PlainAnswers
from skill.alexa.reminder_service import trigger_of
from skill.dialogue.answers.habit.permission import WantedReminder
from skill.ports.reminders import WEEK, Order, Reminder

MINUTES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
DAYS = st.sets(st.sampled_from(WEEK), min_size=1).map(lambda chosen: tuple(day for day in WEEK if day in chosen))
REMINDERS = st.builds(Reminder, MINUTES, DAYS) | st.builds(Reminder, MINUTES, once=st.dates(date(2020, 1, 1)))


@given(REMINDERS)
def test_a_reminder_reads_back_as_it_was_created(reminder: Reminder) -> None:
    order = Order(reminder, "Time for your back.", "en-GB", "Europe/London", datetime(2026, 1, 5, 7, 30))  # noqa: DTZ001
    trigger = json.loads(json.dumps(PlainAnswers().serialize(trigger_of(order))))
    told = {"alerts": [{"alertToken": "one", "status": "ON", "trigger": trigger}]}
    assert list(reminders_in(told)) == [("one", reminder)]


@given(REMINDERS, st.booleans())
def test_a_reminder_survives_its_token(reminder: Reminder, here: bool) -> None:
    assert Reminder.read(reminder.written) == reminder
    assert WantedReminder.read(WantedReminder(reminder, here).token) == WantedReminder(reminder, here)
    assert len(WantedReminder(reminder, here).token) < 50


@given(st.text() | st.from_regex(r"(here|elsewhere) \d\d:\d\d [A-Z0-9,-]*", fullmatch=True))
def test_any_other_letters_do_no_harm(token: str) -> None:
    wanted = WantedReminder.read(token)
    assert wanted is None or WantedReminder.read(wanted.token) == wanted
