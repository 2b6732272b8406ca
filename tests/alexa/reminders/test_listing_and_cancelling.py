"""Reminders are told a few at a time, and cancelled after a yes, one or all."""

from tests.alexa.reminders.amazon_reminders import PATH, Amazon, error, rule_of
from tests.alexa.reminders.caller import CANCEL, LIST, MORE, NO, SECOND, YES, Caller, remind


def test_reminders_are_told_three_at_a_time(caller: Caller) -> None:
    assert caller.send(LIST) == "You have no reminders from me. What would you like?"
    for days in ("monday", "tuesday", "wednesday", "thursday"):
        caller.send(remind(days))
        caller.send(YES)
    assert caller.send(LIST) == (
        "You have four reminders. The first are: every Monday at seven in the morning, every Tuesday at seven in the "
        "morning, and every Wednesday at seven in the morning. Do you want more?"
    )
    assert caller.send(MORE) == "Then there are: every Thursday at seven in the morning. What would you like?"


def test_one_reminder_is_cancelled_after_a_yes(caller: Caller, amazon: Amazon) -> None:
    caller.send(remind())
    caller.send(YES)
    asked = "You have one reminder, every day at seven in the morning. Shall I cancel it?"
    assert caller.send(CANCEL) == asked
    assert caller.send(NO) == "Nothing was cancelled. What would you like?"
    assert len(amazon.kept) == 1
    caller.send(CANCEL)
    caller.send(YES)
    assert amazon.kept == {}
    assert amazon.asked[-1] == f"DELETE {PATH}/5c3a%2F1"


def test_of_several_reminders_one_or_all_can_be_cancelled(caller: Caller, amazon: Amazon) -> None:
    for days in ("monday", "tuesday"):
        caller.send(remind(days))
        caller.send(YES)
    assert caller.send(CANCEL).endswith("Shall I cancel both? Say yes, or the first, or the second.")
    caller.send(SECOND)
    assert [rule_of(one) for one in amazon.kept.values()] == ["FREQ=WEEKLY;BYDAY=MO;BYHOUR=7;BYMINUTE=0"]
    caller.send(remind("friday"))
    caller.send(YES)
    caller.send(CANCEL)
    caller.send(YES)
    assert amazon.kept == {}


def test_what_somebody_else_has_cancelled_meanwhile_counts_as_cancelled(caller: Caller, amazon: Amazon) -> None:
    caller.send(remind())
    caller.send(YES)
    caller.send(CANCEL)
    amazon.refuses["DELETE"] = (404, error("ALERT_NOT_FOUND"))
    assert "ancelled. What would you like?" in caller.send(YES)


def test_what_is_over_is_told_by_nobody_and_what_the_app_wrote_is_understood(caller: Caller, amazon: Amazon) -> None:
    old = {"type": "SCHEDULED_ABSOLUTE", "scheduledTime": "2026-01-06T07:15:00.000", "timeZoneId": "Europe/London"}
    weekly = {**old, "recurrence": {"freq": "WEEKLY", "byDay": ["SA", "MO"]}}
    ruled = {**old, "recurrence": {"recurrenceRules": ["FREQ=WEEKLY;BYDAY=TU,TH;INTERVAL=1;"]}}
    odd = {"type": "SCHEDULED_RELATIVE", "offsetInSeconds": 60}
    for number, trigger in enumerate([old, weekly, ruled, odd]):
        amazon.kept[f"{number}"] = {"alertToken": f"{number}", "status": "ON", "trigger": trigger}
    amazon.kept["9"] = {"alertToken": "9", "status": "COMPLETED", "trigger": old}
    assert caller.send(LIST) == (
        "You have three reminders: tomorrow at seven fifteen in the morning, every Monday and Saturday at seven "
        "fifteen in the morning, and every Tuesday and Thursday at seven fifteen in the morning. What would you like?"
    )
