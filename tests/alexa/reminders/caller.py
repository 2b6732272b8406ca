"""Somebody with an Echo who speaks of reminders to the whole skill, and what they send."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from skill.alexa.requests import Sender, envelope, intent_request
from skill.alexa.skill import AlexaSkill
from skill.ports.time_zones import Device
from skill.ports.turn import Slot
from tests.alexa.reminders.amazon_reminders import TOKEN
from tests.alexa.strict import complaints

BEGIN = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)
"""A Monday; in London it is half past seven as well."""

YES, NO = intent_request("AMAZON.YesIntent", {}), intent_request("AMAZON.NoIntent", {})
MORE = intent_request("MoreIntent", {})
LIST, CANCEL = intent_request("ListRemindersIntent", {}), intent_request("CancelRemindersIntent", {})
SECOND = intent_request("ChooseIntent", {"choice": Slot("second", ("second",))})
LOWER_BACK = intent_request("StartRoutineIntent", {"routine": Slot("lower back", ("lower-back",))})


def remind(days: str = "every-day", at: str = "07:00") -> dict[str, Any]:
    return intent_request("RemindMeIntent", {"days": Slot(days, (days,)), "time": Slot(at)})


def remind_at(at: str) -> dict[str, Any]:
    return intent_request("RemindMeAtIntent", {"time": Slot(at)})


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
