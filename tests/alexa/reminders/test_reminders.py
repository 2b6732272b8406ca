"""Reminders by voice through the whole skill, which asks a service like Amazon's over HTTP for each of them."""

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from skill.alexa.identity import Identity
from skill.alexa.reminders import AlexaReminders
from skill.alexa.requests import Sender, envelope, intent_request
from skill.alexa.skill import AlexaSkill
from skill.assembly import the_library
from skill.dialogue.guide import Guide
from skill.ports.time_zones import Device
from skill.ports.turn import Slot
from skill.stores.sqlite import SqliteStore
from tests.alexa.conftest import KEY
from tests.alexa.reminders.amazon_reminders import PATH, TOKEN, Amazon, error, rule_of, serving
from tests.alexa.strict import complaints

BEGIN = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)
"""A Monday; in London it is half past seven as well."""

YES, NO = intent_request("AMAZON.YesIntent", {}), intent_request("AMAZON.NoIntent", {})
MORE = intent_request("MoreIntent", {})
LIST, CANCEL = intent_request("ListRemindersIntent", {}), intent_request("CancelRemindersIntent", {})
SECOND = intent_request("ChooseIntent", {"choice": Slot("second", ("second",))})
LOWER_BACK = intent_request("StartRoutineIntent", {"routine": Slot("lower back", ("lower-back",))})
DIRECTIVE = {
    "type": "Connections.SendRequest",
    "name": "AskFor",
    "payload": {
        "@type": "AskForPermissionsConsentRequest",
        "@version": "1",
        "permissionScope": "alexa::alerts:reminders:skill:readwrite",
    },
}


def remind(days: str = "every-day", at: str = "07:00") -> dict[str, Any]:
    return intent_request("RemindMeIntent", {"days": Slot(days, (days,)), "time": Slot(at)})


def remind_at(at: str) -> dict[str, Any]:
    return intent_request("RemindMeAtIntent", {"time": Slot(at)})


def permission(token: str, status: str, code: str = "200") -> dict[str, Any]:
    scope = {"permissionScope": "alexa::alerts:reminders:skill:readwrite", "status": status}
    told = {"code": code, "message": "as documented"}
    return {"type": "Connections.Response", "name": "AskFor", "status": told, "token": token, "payload": scope}


def words_of(answer: Mapping[str, Any]) -> str:
    """What is heard, its silences left out."""
    return " ".join(re.sub(r"<[^>]*>", "", answer["outputSpeech"]["ssml"]).split())


class London:
    def zone_of(self, device: Device) -> str:
        assert device.token
        return "Europe/London"


class Caller:
    """Somebody with an Echo: sends requests, judges every response, and hears what is said."""

    def __init__(self, skill: AlexaSkill, endpoint: str) -> None:
        self.skill, self.endpoint = skill, endpoint
        self.at, self.count, self.session = BEGIN, 0, 1
        self.attributes: dict[str, Any] | None = None
        self.sent: dict[str, Any] = {}
        self.answer: dict[str, Any] = {}

    def send(self, request: Mapping[str, Any], after: float = 10) -> str:
        """What is heard, its silences left out; a session that was closed is followed by a new one."""
        self.at += timedelta(seconds=after)
        self.count += 1
        sender = Sender("somebody", "speaker", f"session {self.session}")
        sent = envelope(sender, {**request, "requestId": f"{self.count}"}, self.at, self.attributes)
        sent["context"]["System"] |= {"apiEndpoint": self.endpoint, "apiAccessToken": TOKEN}
        response = self.skill.handle(sent)
        self.sent = sent
        assert complaints(response) == []
        self.answer = response["response"]
        closed = self.answer["shouldEndSession"]
        self.attributes = None if closed else response["sessionAttributes"]
        self.session += closed
        return words_of(self.answer)


@pytest.fixture
def amazon() -> Iterator[Amazon]:
    with serving(Amazon()) as service:
        yield service


@pytest.fixture
def caller(people: Path, amazon: Amazon) -> Iterator[Caller]:
    with closing(SqliteStore(str(people))) as store:
        reminders = AlexaReminders({amazon.endpoint})
        yield Caller(AlexaSkill(Guide(the_library(), store, London(), reminders), Identity(KEY)), amazon.endpoint)


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


def test_without_permission_alexa_asks_and_then_it_is_made(caller: Caller, amazon: Amazon) -> None:
    amazon.allowed = False
    caller.send(remind())
    assert caller.send(YES) == "For that, Alexa has to ask you first."
    (directive,) = caller.answer["directives"]
    token = directive.pop("token")
    assert directive == DIRECTIVE
    assert caller.answer["shouldEndSession"] is True
    amazon.allowed = True
    assert "I will remind you. What would you like?" in caller.send(permission(token, "ACCEPTED"))
    assert rule_of(amazon.ordered[0]) == "FREQ=DAILY;BYHOUR=7;BYMINUTE=0"


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        ("ACCEPTED", "200", "I may not keep reminders yet. You can allow it in the Alexa app."),
        ("DENIED", "200", "Then there is no reminder. You can allow it later, in the Alexa app."),
        ("NOT_ANSWERED", "200", "I got no answer to that, so there is no reminder yet."),
        ("ASKED_TOMORROW", "200", "The reminders do not answer just now. Try again in a while."),
        ("ACCEPTED", "500", "The reminders do not answer just now. Try again in a while."),
    ],
)
def test_without_leave_nothing_is_made_and_nobody_is_asked_twice(
    status: str, code: str, words: str, caller: Caller, amazon: Amazon
) -> None:
    amazon.allowed = False
    caller.send(remind())
    caller.send(YES)
    token = caller.answer["directives"][0]["token"]
    assert caller.send(permission(token, status, code)) == f"{words} What would you like?"
    assert amazon.kept == {}


@pytest.mark.parametrize("token", ["", "here", "here 7 MO", "here 07:00 XX", "there 07:00 MO", "here 07:00 2026-13-01"])
def test_a_token_that_is_none_of_ours_makes_nothing(token: str, caller: Caller, amazon: Amazon) -> None:
    assert caller.send(permission(token, "ACCEPTED")).startswith("I did not get what was allowed.")
    assert amazon.asked == []


@pytest.mark.parametrize("status", ["ACCEPTED", "DENIED"])
@pytest.mark.parametrize("new_session", [True, False])
def test_the_stretch_goes_on_once_alexa_has_asked(
    status: str, new_session: bool, caller: Caller, amazon: Amazon
) -> None:
    amazon.allowed = False
    caller.send(LOWER_BACK)
    release = caller.send(remind(), after=120)
    attributes = caller.attributes
    place = practice_of(attributes)["place"]
    assert release.endswith("from tomorrow on. Shall I remind you?")
    caller.send(YES, after=30)
    token = caller.answer["directives"][0]["token"]
    amazon.allowed = True
    if not new_session:
        # Amazon says that the session is over meanwhile; should it go on after all, nothing changes.
        caller.session, caller.attributes = caller.session - 1, attributes
    told = caller.send(permission(token, status), after=20)
    assert ("I will remind you." in told) == (status == "ACCEPTED")
    assert told.endswith("Ready?")
    assert practice_of(caller.attributes)["place"] == place


def practice_of(attributes: dict[str, Any] | None) -> dict[str, Any]:
    assert attributes is not None
    practice: dict[str, Any] = attributes["record"]["practices"][0]
    return practice


AWAY = "The reminders do not answer just now. Try again in a while."
NOT_HERE = "This device cannot keep reminders. Please ask on an Echo."
FULL = "There are as many reminders as I may keep. Cancel one first."
BUSY = "There have been too many reminders just now. Try again later."


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        ((400, error("INVALID_TRIGGER")), AWAY),
        ((403, error("DEVICE_NOT_SUPPORTED")), NOT_HERE),
        ((403, ""), NOT_HERE),
        ((403, error("MAX_REMINDERS_EXCEEDED")), FULL),
        ((429, error("RATE_EXCEEDED")), BUSY),
        ((500, error("INTERNAL_ERROR")), AWAY),
        ((503, "<html>"), AWAY),
        ((504, "[]"), AWAY),
    ],
)
def test_every_refusal_has_its_sentence_and_a_next_step(
    refusal: tuple[int, str], words: str, caller: Caller, amazon: Amazon
) -> None:
    amazon.refuses["POST"] = refusal
    caller.send(remind())
    assert caller.send(YES) == f"{words} What would you like?"


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        ((401, ""), "I may not keep reminders yet. You can allow it in the Alexa app."),
        ((403, error("DEVICE_NOT_SUPPORTED")), NOT_HERE),
        ((429, error("RATE_EXCEEDED")), BUSY),
        ((200, "half an ans"), AWAY),
        ((200, '{"alerts": "none"}'), AWAY),
        ((302, ""), AWAY),
    ],
)
@pytest.mark.parametrize("wish", [LIST, CANCEL], ids=["list", "cancel"])
def test_what_cannot_be_looked_up_is_said_to_be_so(
    wish: dict[str, Any], refusal: tuple[int, str], caller: Caller, amazon: Amazon, words: str
) -> None:
    amazon.refuses["GET"] = refusal
    assert caller.send(wish) == f"{words} What would you like?"


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_service_that_hangs_is_not_waited_for(method: str, caller: Caller, amazon: Amazon) -> None:
    amazon.hangs = method
    caller.send(LOWER_BACK)
    caller.send(remind(), after=120)
    version = (caller.attributes or {})["version"]
    begun = monotonic()
    told = caller.send(YES)
    assert monotonic() - begun < 2.5
    assert told.startswith("The reminders do not answer just now. Try again in a while.")
    assert told.endswith("Ready?")
    assert (caller.attributes or {})["version"] == version + 1


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


def test_of_several_all_are_cancelled_or_one(caller: Caller, amazon: Amazon) -> None:
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


def test_a_device_that_names_no_service_of_amazons_cannot_keep_reminders(caller: Caller, amazon: Amazon) -> None:
    caller.endpoint = "https://api.amazonalexa.com.evil.example"
    caller.send(remind())
    assert caller.send(YES).startswith("This device cannot keep reminders.")
    assert amazon.asked == []


def test_neither_the_record_nor_the_log_holds_a_token_or_a_reminder(
    caller: Caller, amazon: Amazon, people: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    caller.send(remind())
    caller.send(YES)
    caller.send(LIST)
    amazon.refuses["GET"] = (500, error("INTERNAL_ERROR"))
    caller.send(LIST)
    told = caplog.text + str((caller.attributes or {})["record"])
    assert "no reminders: status 500" in told
    assert TOKEN not in told
    for word in (TOKEN.encode(), b"5c3a", b"07:00"):
        assert word not in people.read_bytes()
