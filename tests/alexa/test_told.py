"""What Alexa hands on as words is read as if it had been typed, danger first, and none of it is kept or logged."""

import json
import logging
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from typing import Any

import pytest

from skill.alexa.requests import LAUNCH_REQUEST, intent_request
from skill.alexa.skill import AlexaSkill
from skill.assembly import the_library, what_reads
from skill.ports.turn import Slot
from skill.recognizer.meaning import Understood
from tests.alexa.test_responses import LOWER_BACK, NEXT_DAY, Talker
from tests.nightly import some_of

SIGNS = [*the_library().warnings["en"].emergency, *the_library().warnings["en"].urgent]
Skills = Callable[[], AlexaSkill]

TOLD = [
    ("TellICannotIntent", "feel my leg", "i can't feel my leg"),
    ("TellMyIntent", "chest is tight and i can't breathe", "my chest is tight and i can't breathe"),
    ("TellIIntent", "felt a pop in my back", "i felt a pop in my back"),
    ("TellGetIntent", "the paramedics", "get the paramedics"),
    ("TellMyIntent", "knee hurts", "my knee hurts"),
    ("TellIHaveIntent", "a sore knee", "i have a sore knee"),
    ("TellIHaveIntent", "ten minutes", "i have ten minutes"),
    ("TellWhatAboutIntent", "the bridge", "what about the bridge"),
    ("TellCanIIntent", "have an easier one", "can i have an easier one"),
    ("TellThereIsIntent", "somebody at the door", "there's somebody at the door"),
    ("TellThereIsNoIntent", "time for this", "there's no time for this"),
    ("TellNoIntent", "the other leg", "no the other leg"),
    ("TellWhatIntent", "did i do yesterday", "what did i do yesterday"),
]


def told(preamble: str, words: str) -> dict[str, Any]:
    return intent_request(preamble, {"told": Slot(words)})


def typed(words: str) -> dict[str, Any]:
    meant: Understood = what_reads("en-US").recognizer.understand(words)
    return intent_request(meant.intent, {name: Slot(slot.said, slot.ids) for name, slot in meant.slots.items()})


def answered(skill: AlexaSkill, request: dict[str, Any]) -> dict[str, Any]:
    """What is said to it in the middle of a hold."""
    talker = Talker(skill)
    talker.send(LOWER_BACK, 47)
    return talker.send(request)


@pytest.mark.parametrize(("preamble", "words", "whole"), TOLD)
def test_what_follows_a_preamble_is_answered_as_the_whole_sentence_is(
    preamble: str, words: str, whole: str, another: Skills
) -> None:
    assert answered(another(), told(preamble, words)) == answered(another(), typed(whole))


def test_the_preamble_that_turns_it_round_is_put_back(another: Skills) -> None:
    cannot, can = (answered(another(), told(f"TellI{able}Intent", "feel my leg")) for able in ("Cannot", "Can"))
    assert "Please speak to a doctor today" in cannot["outputSpeech"]["ssml"]
    assert "doctor" not in can["outputSpeech"]["ssml"]


@pytest.mark.parametrize("words", ["please", "the blue one", "a minute for the oven", "car won't start"])
def test_words_that_only_alexa_takes_for_a_warning_sign_are_none(words: str, another: Skills) -> None:
    response = answered(another(), intent_request("RedFlagIntent", {"sign": Slot(words)}))
    assert "doctor" not in response["outputSpeech"]["ssml"]
    assert response.get("shouldEndSession") is not True


def test_words_of_danger_that_stand_in_no_list_are_a_warning_sign_all_the_same(another: Skills) -> None:
    response = answered(
        another(), intent_request("RedFlagIntent", {"sign": Slot("my chest is all squeezed like a vice")})
    )
    assert "Call nine one one now." in response["outputSpeech"]["ssml"]


@pytest.mark.parametrize("words", ["", "car won't start", "?", "x" * 3000, "\ud800"])
def test_what_is_no_wish_is_a_word_not_understood(words: str, another: Skills) -> None:
    misheard = intent_request("AMAZON.FallbackIntent", {})
    assert answered(another(), told("TellMyIntent", words)) == answered(another(), misheard)


def test_a_preamble_of_a_newer_model_is_read_without_it(another: Skills) -> None:
    newer = told("TellOverThereIntent", "my knee hurts")
    assert answered(another(), newer) == answered(another(), typed("my knee hurts"))


@pytest.mark.parametrize(
    ("preamble", "words"),
    [("TellICannotIntent", "feel my leg"), ("TellMyIntent", "knee hurts"), ("TellIHaveIntent", "a quite sore knee")],
)
def test_nothing_of_what_was_told_is_kept_or_logged(
    preamble: str, words: str, skill: AlexaSkill, people: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        talker = Talker(skill)
        talker.send(LOWER_BACK, 47)
        talker.send(told(preamble, words))
        back = Talker(skill, NEXT_DAY, talker.at)
        back.send(LAUNCH_REQUEST)
    with closing(connect(people)) as kept:
        record = "\n".join(kept.iterdump())
    for place in (record, caplog.text, json.dumps(talker.attributes), json.dumps(back.attributes)):
        assert words not in place
        assert not any(f'"{word}' in place for word in ("feel", "hurts", "sore"))


@pytest.mark.parametrize("phrase", some_of(SIGNS, 40))
def test_no_sign_of_danger_is_kept_or_logged(
    phrase: str, skill: AlexaSkill, people: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        talker = Talker(skill)
        talker.send(LOWER_BACK, 47)
        answer = talker.send(told("TellIIntent", phrase))
    assert answer["shouldEndSession"] is True
    with closing(connect(people)) as kept:
        record = "\n".join(kept.iterdump())
    assert [place for place in (record, caplog.text, json.dumps(talker.attributes)) if phrase in place] == []


def test_a_reader_that_fails_is_apologised_for_and_says_nothing_of_the_words(
    skill: AlexaSkill, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(_self: object, words: str) -> Understood:
        raise ValueError(words)

    monkeypatch.setattr("skill.recognizer.recognizer.Recognizer.understand", fails)
    answer = answered(skill, told("TellMyIntent", "knee hurts"))
    assert "Your place is kept" in answer["outputSpeech"]["ssml"]
    assert "TellMyIntent" in caplog.text
    assert "hurts" not in caplog.text
