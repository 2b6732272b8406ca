"""Anybody who asks for it in writing gets a card in the Alexa app, with or without a screen; nothing else sends one."""

from collections.abc import Iterator

import pytest

from skill.dialogue.answers.table import ANSWERS
from tests.alexa.strict import SCHEMA
from tests.nightly import some_of
from tests.screens.room import Room

OTHERS = sorted(intent for intent in ANSWERS if intent.endswith("Intent") and intent != "SendStepsIntent")


@pytest.fixture(name="room")
def _room() -> Iterator[Room]:
    with Room(screen=False) as room:
        room.open()
        yield room


def test_the_steps_of_a_stretch_are_a_card_with_a_sentence_a_line(room: Room) -> None:
    room.say("SendStepsIntent", stretch="bridge")
    card = room.answer["card"]
    assert (card["type"], card["title"]) == ("Simple", "Bridge pose")
    first, second, *_ = card["content"].splitlines()
    assert (first, second) == ("This is how bridge pose goes, lying on your back.", "Knees bent, feet flat.")
    assert "directives" not in room.answer
    assert list(SCHEMA.iter_errors(room.response)) == []


def test_the_app_is_named_where_there_is_one_and_only_there(room: Room) -> None:
    room.say("SendStepsIntent", stretch="bridge")
    assert "Here are the steps of bridge pose." in room.speech
    room.say("SendStepsIntent", routine="five-gentle-minutes")
    assert "Here is the list of five gentle minutes." in room.speech
    room.token = "a token"
    room.say("SendStepsIntent", stretch="bridge")
    assert "The steps of bridge pose are in your Alexa app." in room.speech
    room.say("SendStepsIntent", routine="five-gentle-minutes")
    assert "The list of five gentle minutes is in your Alexa app." in room.speech


def test_where_somebody_is_led_it_is_the_stretch_of_that_moment(room: Room) -> None:
    room.say("StartStretchIntent", stretch="knee-to-chest")
    room.say("ReadyIntent", 120)
    room.say("SendStepsIntent", 30)
    assert room.answer["card"]["title"] == "Knee to chest stretch"
    assert "Draw your right knee towards your chest." in room.answer["card"]["content"].splitlines()


def test_the_card_of_a_routine_is_its_list(room: Room) -> None:
    room.say("SendStepsIntent", routine="five-gentle-minutes")
    assert room.answer["card"] == {
        "type": "Simple",
        "title": "Five gentle minutes",
        "content": "Pelvic tilts\nKnee to chest stretch\nKnee rolls",
    }


def test_of_a_name_that_nobody_knows_it_is_asked_which_is_meant(room: Room) -> None:
    room.say("SendStepsIntent", stretch="cartwheel")
    assert "card" not in room.answer
    assert "Do you mean" in room.speech


@pytest.mark.parametrize("intent", some_of(OTHERS, 12))
def test_nothing_else_sends_a_card(room: Room, intent: str) -> None:
    room.say("StartRoutineIntent", routine="five-gentle-minutes")
    room.say("ReadyIntent", 120)
    room.say(intent, 30)
    assert "card" not in room.answer
