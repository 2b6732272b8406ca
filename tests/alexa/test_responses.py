"""Whatever is wished in whatever situation, the response is one that Alexa takes and a person can hear.

By day most wishes are tried in one situation, and each situation with many wishes; what the dialogue says of every
wish in every phase is another test's.
"""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest

from skill.alexa.requests import LAUNCH_REQUEST, Sender, ended_request, envelope, intent_request
from skill.alexa.skill import AlexaSkill
from skill.dialogue.answers.table import ANSWERS
from skill.ports.turn import LAUNCH, Slot
from tests.alexa.strict import complaints
from tests.cases.each_of import each_of
from tests.nightly import some_of

BEGIN = datetime(2026, 1, 5, 7, tzinfo=UTC)
SENDER = Sender("somebody", "speaker", "first")
NEXT_DAY = Sender("somebody", "speaker", "second")

SLOTS: Mapping[str, Mapping[str, Slot]] = {
    "StartRoutineIntent": {"routine": Slot("bedtime & more", ())},
    "StartStretchIntent": {"stretch": Slot("the knee one", ("knee-rolls", "knee-press"))},
    "HowToIntent": {"stretch": Slot("happy baby", ("happy-baby",))},
    "RedFlagIntent": {"sign": Slot("my foot drops", ("urgent",))},
}
WISHES = [intent for intent in ANSWERS if intent != LAUNCH]
MAY_LEAVE_SILENTLY = {"AMAZON.NavigateHomeIntent"}


def wish(intent: str) -> dict[str, Any]:
    return intent_request(intent, SLOTS.get(intent, {}))


LOWER_BACK = intent_request("StartRoutineIntent", {"routine": Slot("lower back", ("lower-back",))})
SITUATIONS = {
    "at first": [],
    "after a greeting": [(LAUNCH_REQUEST, 0)],
    "in the first words": [(LOWER_BACK, 2)],
    "inside a hold": [(LOWER_BACK, 47)],
    "at the question": [(LOWER_BACK, 165)],
    "in a pause": [(LOWER_BACK, 47), (wish("AMAZON.PauseIntent"), 30)],
    "after a question back": [(wish("StartStretchIntent"), 8)],
    "after pain": [(LOWER_BACK, 47), (wish("PainIntent"), 20)],
    "before starting over": [(LOWER_BACK, 47), (wish("AMAZON.StartOverIntent"), 12)],
}


class Talker:
    """Sends requests one after another, and judges every response."""

    def __init__(
        self, skill: AlexaSkill, sender: Sender = SENDER, at: datetime = BEGIN, *, screen: bool = False
    ) -> None:
        self.skill, self.sender, self.at, self.screen = skill, sender, at, screen
        self.attributes: dict[str, Any] | None = None
        self.count = 0

    def send(self, request: Mapping[str, Any], seconds: float = 0) -> dict[str, Any]:
        """The answer to a request; so many seconds pass afterwards."""
        self.count += 1
        named = {**request, "requestId": f"{self.sender.session}.{self.count}"}
        sent = envelope(self.sender, named, self.at, self.attributes)
        if self.screen:
            sent["context"]["System"]["device"]["supportedInterfaces"] = {"Alexa.Presentation.APL": {}}
        # As it goes over the line.
        response: dict[str, Any] = json.loads(json.dumps(self.skill.handle(sent)))
        assert complaints(response, screen=self.screen) == []
        self.attributes = response["sessionAttributes"]
        self.at += timedelta(seconds=seconds)
        answer: dict[str, Any] = response["response"]
        return answer


@each_of(("intent", "situation"), some_of(list(product(WISHES, SITUATIONS)), 29))
def test_every_wish_gets_a_response_that_alexa_takes(
    intent: str, situation: str, another: Callable[[], AlexaSkill]
) -> None:
    talker = Talker(another())
    for request, seconds in SITUATIONS[situation]:
        talker.send(request, seconds)
    assert "outputSpeech" in talker.send(wish(intent)) or intent in MAY_LEAVE_SILENTLY


@each_of(("intent", "situation"), some_of(list(product(WISHES, SITUATIONS)), 53))
def test_every_wish_before_a_screen_gets_a_response_that_a_screen_takes(
    intent: str, situation: str, another: Callable[[], AlexaSkill]
) -> None:
    talker = Talker(another(), screen=True)
    for request, seconds in SITUATIONS[situation]:
        talker.send(request, seconds)
    assert "outputSpeech" in talker.send(wish(intent)) or intent in MAY_LEAVE_SILENTLY


def test_the_judge_of_screens_would_find_something(skill: AlexaSkill) -> None:
    talker = Talker(skill, screen=True)
    response: dict[str, Any] = {"version": "1.0", "sessionAttributes": {}, "response": talker.send(LAUNCH_REQUEST)}
    (document,) = response["response"]["directives"]
    assert complaints(response, screen=True) == []
    assert complaints(response) == ["shown where there is no screen", *_too_large(response)]
    document["token"] = ""
    document["document"]["version"] = "2024.1"
    assert complaints(response, screen=True) == ["a token of ", "a document of APL 2024.1"]
    response["response"]["directives"] = [document, document]
    assert "2 documents" in complaints(response, screen=True)
    document["datasources"] = {"screen": "x" * 60_000}
    assert any(fault.endswith(" bytes") for fault in complaints(response, screen=True))


def _too_large(response: dict[str, Any]) -> list[str]:
    size = len(json.dumps(response).encode())
    return [f"{size} bytes"] if size > 24_000 else []


@each_of(("intent", "days"), some_of(list(product([LAUNCH, *WISHES], [0, 1, 15, 400])), 47))
def test_every_wish_of_somebody_who_comes_back_gets_a_response(
    intent: str, days: int, another: Callable[[], AlexaSkill]
) -> None:
    skill = another()
    before = Talker(skill)
    before.send(LOWER_BACK, 47)
    before.send(ended_request("USER_INITIATED"))
    back = Talker(skill, NEXT_DAY, BEGIN + timedelta(days=days, minutes=5))
    answer = back.send(LAUNCH_REQUEST if intent == LAUNCH else wish(intent))
    assert "outputSpeech" in answer or intent in MAY_LEAVE_SILENTLY


@pytest.mark.parametrize("last", ["AMAZON.StopIntent", "AMAZON.CancelIntent"])
def test_leaving_closes_with_one_short_sentence_and_no_reprompt(last: str, skill: AlexaSkill) -> None:
    talker = Talker(skill)
    talker.send(LOWER_BACK, 47)
    answer = talker.send(wish(last))
    assert answer["shouldEndSession"] is True
    assert "reprompt" not in answer
    assert "<break" not in answer["outputSpeech"]["ssml"]
    assert answer["outputSpeech"]["ssml"].count(".") <= 2


def test_going_home_in_the_middle_of_nothing_says_nothing_and_closes(skill: AlexaSkill) -> None:
    assert Talker(skill).send(wish("AMAZON.NavigateHomeIntent")) == {"shouldEndSession": True}


def test_the_end_of_a_session_takes_no_speech_and_decides_nothing(skill: AlexaSkill) -> None:
    talker = Talker(skill)
    talker.send(LOWER_BACK, 47)
    assert talker.send(ended_request("EXCEEDED_MAX_REPROMPTS")) == {}


def test_a_whole_routine_by_ready_alone_is_answered_well_to_its_end(skill: AlexaSkill) -> None:
    talker = Talker(skill)
    answer = talker.send(LOWER_BACK, 240)
    turns = 1
    while not answer["shouldEndSession"]:
        answer = talker.send(wish("ReadyIntent"), 240)
        turns += 1
        assert turns < 20, "it never ends"
    assert turns > 3
