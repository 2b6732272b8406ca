"""What Alexa hands on as words, what she is told to listen for, and what she learns to be for nobody."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from skill.assembly import what_reads
from skill.ports.awaited import AWAITED
from skill.recognizer.recognizer import FALLBACK
from skill.recognizer.templates.templates import TEMPLATES_FOLDER, Templates
from tests.library import LOCALES
from tests.recognizer.templates.test_templates import faults_of, folder_with

Model = dict[str, Any]

PROMISED = {
    "TellMyIntent": "my", "TellIFeelIntent": "i feel", "TellICannotIntent": "i can't", "TellItIsIntent": "it's",
    "TellThereIsIntent": "there's", "TellGetMeIntent": "get me", "TellCanIIntent": "can i",
    "TellWhatAboutIntent": "what about",
}  # fmt: skip
OPPOSITES = {
    "i can": "i can't", "i am": "i am not", "i do": "i don't", "i have": "i haven't", "it is": "it is not",
    "there is": "there's no", "yes": "no",
}  # fmt: skip
FEWEST_STRANGERS, MOST_STRANGERS = 20, 60


def owners(templates: Templates) -> dict[str, str]:
    return {way: intent for intent, ways in templates.preambles.items() for way in ways}


def test_what_people_begin_with_is_a_preamble(templates: Templates) -> None:
    known = owners(templates)
    assert {intent: way for intent, way in PROMISED.items() if known.get(way) != intent} == {}


def test_no_preamble_shares_an_intent_with_its_opposite(templates: Templates) -> None:
    known = owners(templates)
    assert [pair for pair in OPPOSITES.items() if known.get(pair[0], "none") == known[pair[1]]] == []


def test_a_preamble_has_one_slot_of_free_words_behind_each_of_its_ways(
    language_model: Model, templates: Templates
) -> None:
    there = {intent["name"]: intent for intent in language_model["intents"]}
    free = [name for name, one in there.items() if "AMAZON.SearchQuery" in [slot["type"] for slot in one["slots"]]]
    assert free == list(templates.preambles)
    for name in free:
        assert there[name]["slots"] == [{"name": "told", "type": "AMAZON.SearchQuery"}]
        assert [bool(re.fullmatch(r"[a-z' ]+ \{told\}", sample)) for sample in there[name]["samples"]].count(False) == 0


def test_ways_of_other_words_and_ways_said_twice_are_faults(tmp_path: Path) -> None:
    preambles = "CanIntent: [i can, i can't]\nMyIntent: [my]\nMineIntent: [my]\nNoIntent: [i am, i'm]\n"
    assert faults_of(folder_with(tmp_path, preambles=preambles)) == (
        "preambles.yaml: CanIntent: its ways are not the same words, shortened or not",
        "preambles.yaml: my: said for MyIntent and for MineIntent",
    )


@pytest.mark.parametrize("locale", LOCALES)
def test_our_own_reader_refuses_what_alexa_is_told_to_refuse(locale: str, templates: Templates) -> None:
    strangers = [words for one in templates.written if one.intent == FALLBACK for words in one.samples]
    assert FEWEST_STRANGERS <= len(strangers) <= MOST_STRANGERS
    read = {words: what_reads(locale).recognizer.understand(words).intent for words in strangers}
    assert {words: intent for words, intent in read.items() if intent != FALLBACK} == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_alexa_can_be_told_to_listen_for_whatever_a_question_waits_for(locale: str) -> None:
    model = json.loads((TEMPLATES_FOLDER / f"{locale}.json").read_text(encoding="utf-8"))["interactionModel"]
    slots = {one["name"]: one["slots"] for one in model["languageModel"]["intents"]}
    prompts = {prompt["id"]: [one["value"] for one in prompt["variations"]] for prompt in model["prompts"]}
    asked = {
        (one["name"], slot["name"]): slot["prompts"]["elicitation"]
        for one in model["dialog"]["intents"]
        for slot in one["slots"]
        if slot["elicitationRequired"] or slot["prompts"]
    }
    assert list(asked) == [(one.intent, one.slot) for one in AWAITED]
    assert list(asked.values()) == list(prompts)
    assert [intent["name"] for intent in model["dialog"]["intents"]] == [one.intent for one in AWAITED]
    for intent in model["dialog"]["intents"]:
        assert [{"name": slot["name"], "type": slot["type"]} for slot in intent["slots"]] == slots[intent["name"]]
    assert all(len(said) == 1 and re.fullmatch(r"[A-Z][a-z ,]+[.?]", said[0]) for said in prompts.values())


def test_alexa_asks_nothing_by_herself_and_how_easily_she_gives_up_is_hers(locale_model: Model) -> None:
    assert locale_model["dialog"]["delegationStrategy"] == "SKILL_RESPONSE"
    assert "modelConfiguration" not in locale_model["languageModel"]


@pytest.fixture(params=LOCALES)
def locale_model(request: pytest.FixtureRequest) -> Model:
    path = TEMPLATES_FOLDER / f"{request.param}.json"
    model: Model = json.loads(path.read_text(encoding="utf-8"))["interactionModel"]
    return model
