"""Reminders by voice: read back, made on a yes, once, and at the time that was said."""

import pytest

from skill.alexa.requests import intent_request
from skill.ports.turn import Slot
from tests.alexa.reminders.amazon_reminders import PATH, Amazon, rule_of
from tests.alexa.reminders.caller import CANCEL, NO, YES, Caller, remind, remind_at, words_of


@pytest.mark.parametrize("created", [200, 201])
def test_a_reminder_is_read_back_and_made_on_a_yes(created: int, caller: Caller, amazon: Amazon) -> None:
    amazon.created = created
    question = "Every day at seven in the morning, from tomorrow on. Shall I remind you?"
    assert caller.send(remind()) == question
    assert amazon.asked == []
    assert "Every day at seven in the morning, I will remind you. What would you like?" in caller.send(YES)
    assert amazon.asked == [f"GET {PATH}", f"POST {PATH}"]
    (order,) = amazon.ordered
    assert order == {
        "requestTime": "2026-01-05T07:30:20",
        "trigger": {
            "type": "SCHEDULED_ABSOLUTE",
            "timeZoneId": "Europe/London",
            "recurrence": {
                "startDateTime": "2026-01-05T07:30:20",
                "recurrenceRules": ["FREQ=DAILY;BYHOUR=7;BYMINUTE=0;BYSECOND=0;INTERVAL=1;"],
            },
        },
        "alertInfo": {
            "spokenInfo": {
                "content": [{"locale": "en-US", "text": "Time for your back. Say: Alexa, open gentle back."}]
            }
        },
        "pushNotification": {"status": "DISABLED"},
    }


def test_no_reminder_is_made_without_a_yes(caller: Caller, amazon: Amazon) -> None:
    caller.send(remind())
    assert "What would you like?" in caller.send(NO)
    assert amazon.asked == []


@pytest.mark.parametrize(
    ("wish", "rule", "words"),
    [
        ("weekdays 18:30", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=18;BYMINUTE=30", "On weekdays at six thirty"),
        ("weekends MO", "FREQ=WEEKLY;BYDAY=SA,SU;BYHOUR=8;BYMINUTE=0", "At weekends at eight in the morning"),
        ("sunday 12:05", "FREQ=WEEKLY;BYDAY=SU;BYHOUR=12;BYMINUTE=5", "Every Sunday at twelve oh five in the aft"),
        ("every-evening 07:00", "FREQ=DAILY;BYHOUR=19;BYMINUTE=0", "Every day at seven in the evening"),
        ("every-morning 07:00", "FREQ=DAILY;BYHOUR=7;BYMINUTE=0", "Every day at seven in the morning"),
        ("every-day 00:00", "FREQ=DAILY;BYHOUR=0;BYMINUTE=0", "Every day at midnight"),
    ],
)
def test_days_and_times_are_ordered_as_they_are_read_back(
    wish: str, rule: str, words: str, caller: Caller, amazon: Amazon
) -> None:
    assert caller.send(remind(*wish.split())).startswith(words)
    caller.send(YES)
    assert rule_of(amazon.ordered[0]) == rule


def test_a_time_alone_is_meant_once_and_tomorrow_when_it_is_past(caller: Caller, amazon: Amazon) -> None:
    assert caller.send(remind_at("19:00")) == "Today at seven in the evening. Shall I remind you?"
    past = "Today seven in the morning is over. Tomorrow at seven in the morning. Shall I remind you?"
    caller.send(NO)
    assert caller.send(remind_at("07:00")) == past
    caller.send(YES)
    assert amazon.ordered[0]["trigger"]["scheduledTime"] == "2026-01-06T07:00:00"
    assert "recurrence" not in amazon.ordered[0]["trigger"]


def test_a_yes_that_comes_too_late_for_today_is_asked_for_again(caller: Caller, amazon: Amazon) -> None:
    caller.send(remind_at("07:31"))
    assert caller.send(YES, after=60).endswith("Tomorrow at seven thirty-one in the morning. Shall I remind you?")
    assert amazon.asked == []


def test_the_time_is_asked_for_and_the_days_are_not_forgotten(caller: Caller, amazon: Amazon) -> None:
    assert caller.send(remind("weekdays", "")) == "At what time?"
    assert caller.send(remind_at("?")) == "I did not get the time. At what time?"
    assert caller.send(remind_at("20:00")) == "On weekdays at eight in the evening. Shall I remind you?"
    assert caller.send(remind_at("21:00")) == "On weekdays at nine in the evening. Shall I remind you?"
    caller.send(YES)
    assert rule_of(amazon.ordered[0]).endswith("BYHOUR=21;BYMINUTE=0")


def test_days_that_nobody_knows_are_said_to_be_so_and_every_day_is_proposed(caller: Caller) -> None:
    unknown = intent_request("RemindMeIntent", {"days": Slot("every full moon"), "time": Slot("20:00")})
    assert caller.send(unknown) == ("I did not get the days. Every day at eight in the evening. Shall I remind you?")


def test_a_bare_number_is_a_time_only_where_one_was_asked_for(caller: Caller) -> None:
    seven = intent_request("JumpToNumberIntent", {"number": Slot("seven", ("7",))})
    assert "remind" not in caller.send(seven)
    caller.send(remind("monday", ""))
    told = "Every Monday at seven in the morning, from next Monday on. Shall I remind you?"
    assert caller.send(seven) == told


def test_the_same_reminder_is_not_made_twice(caller: Caller, amazon: Amazon) -> None:
    for _ in range(2):
        caller.send(remind())
        assert "I will remind you" in caller.send(YES)
    assert len(amazon.kept) == 1


def test_a_yes_that_is_delivered_twice_makes_one_reminder_and_is_answered_twice(caller: Caller, amazon: Amazon) -> None:
    caller.send(remind())
    heard = caller.send(YES)
    assert words_of(caller.skill.handle(caller.sent)["response"]) == heard
    assert len(amazon.ordered) == 1


def test_a_yes_that_comes_again_after_the_reminder_was_cancelled_does_not_make_it_anew(
    caller: Caller, amazon: Amazon
) -> None:
    caller.send(remind())
    caller.send(YES)
    late = caller.sent
    caller.send(CANCEL)
    caller.send(YES)
    again = caller.sent
    caller.skill.handle(late)
    assert (amazon.kept, len(amazon.ordered)) == ({}, 1)
    caller.send(remind())
    caller.send(YES)
    caller.skill.handle(again)
    assert len(amazon.kept) == 1
