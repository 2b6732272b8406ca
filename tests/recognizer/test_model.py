"""The compiled model is fresh, is what Alexa takes, and has every stretch and routine in it."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from skill.content.library import Library
from skill.recognizer.model import stale_models, write_models
from skill.recognizer.templates import TEMPLATES_FOLDER, Templates

MOST_BYTES = 1_500_000
SCHEMA = Path(__file__).with_name("amazon_model_schema.json")
SAMPLES_ALEXA_BRINGS = {"AMAZON.FallbackIntent", "AMAZON.NavigateHomeIntent"}
REQUIRED = {"AMAZON.CancelIntent", "AMAZON.HelpIntent", "AMAZON.StopIntent", "AMAZON.NavigateHomeIntent"}
SLOTS = {
    "StartRoutineIntent": [{"name": "routine", "type": "ROUTINE"}],
    "StartStretchIntent": [{"name": "stretch", "type": "STRETCH"}],
    "HowToIntent": [{"name": "stretch", "type": "STRETCH"}],
    "RedFlagIntent": [{"name": "sign", "type": "WARNING"}],
    "ResumeRoutineIntent": [{"name": "routine", "type": "ROUTINE"}],
    "CorrectStretchIntent": [{"name": "stretch", "type": "STRETCH"}],
    "ChooseIntent": [{"name": "choice", "type": "CHOICE"}],
    "CorrectSideIntent": [{"name": "side", "type": "SIDE"}],
    "CorrectNumberIntent": [{"name": "number", "type": "COUNT"}],
}
CLOSED = {
    "CHOICE": ["first", "second", "third", "last"],
    "SIDE": ["left", "right", "both"],
    "COUNT": [str(number) for number in range(1, 31)],
}
TYPES = ["ROUTINE", "STRETCH", "WARNING", *CLOSED]

Model = dict[str, Any]


def test_the_committed_model_is_fresh(library: Library) -> None:
    assert stale_models(TEMPLATES_FOLDER, library) == ()


def test_a_changed_model_is_told_to_be_stale(library: Library, tmp_path: Path) -> None:
    (tmp_path / "en").symlink_to(TEMPLATES_FOLDER / "en")
    assert stale_models(tmp_path, library) == (tmp_path / "en-US.json",)
    assert write_models(tmp_path, library) == (tmp_path / "en-US.json",)
    assert stale_models(tmp_path, library) == ()
    (tmp_path / "en-US.json").write_text("{}", encoding="utf-8")
    assert stale_models(tmp_path, library) == (tmp_path / "en-US.json",)


def test_alexa_takes_the_model() -> None:
    text = (TEMPLATES_FOLDER / "en-US.json").read_text(encoding="utf-8")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    faults = [
        f"{fault.json_path}: {fault.message}" for fault in Draft202012Validator(schema).iter_errors(json.loads(text))
    ]
    assert faults == []
    assert len(text.encode()) < MOST_BYTES


def test_our_schema_refuses_what_alexa_refuses() -> None:
    schema = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    good = {"name": "HopIntent", "slots": [], "samples": ["hop", "let's hop {stretch}"]}
    bad: list[Model] = [
        {"samples": ["hop!"]},
        {"samples": ["hop 5"]},
        {"samples": ["Hop", ""]},
        {"name": "hop intent"},
        {"sample": []},
    ]
    for change in ({}, *bad):
        language = {"invocationName": "gentle back", "intents": [{**good, **change}], "types": []}
        assert schema.is_valid({"interactionModel": {"languageModel": language}}) == (change == {}), change


def test_names_are_there_once_and_slots_have_one_type(language_model: Model) -> None:
    intents = language_model["intents"]
    assert max(Counter(intent["name"] for intent in intents).values()) == 1
    assert {intent["name"]: intent["slots"] for intent in intents if intent["slots"]} == SLOTS
    assert [slot_type["name"] for slot_type in language_model["types"]] == TYPES


def test_the_intents_that_every_skill_needs_are_there(language_model: Model) -> None:
    assert {intent["name"] for intent in language_model["intents"]} >= REQUIRED | SAMPLES_ALEXA_BRINGS


def test_every_intent_has_at_least_three_samples(language_model: Model) -> None:
    few = {intent["name"] for intent in language_model["intents"] if len(intent["samples"]) < 3}
    assert few == SAMPLES_ALEXA_BRINGS


def test_no_sample_is_in_two_intents(language_model: Model) -> None:
    said = Counter(sample for intent in language_model["intents"] for sample in intent["samples"])
    assert [sample for sample, times in said.items() if times > 1] == []


def test_an_intent_has_a_slot_in_all_of_its_samples_or_in_none(language_model: Model) -> None:
    for intent in language_model["intents"]:
        expected = {slot["name"] for slot in intent["slots"]}
        for sample in intent["samples"]:
            assert set(re.findall(r"\{(\w+)\}", sample)) == expected, (intent["name"], sample)


def test_what_alexa_knows_by_herself_is_left_out(language_model: Model) -> None:
    (stop,) = [intent for intent in language_model["intents"] if intent["name"] == "AMAZON.StopIntent"]
    assert "stop" not in stop["samples"]
    assert "good night" in stop["samples"]


def test_every_stretch_and_routine_has_its_slug_and_two_other_names(library: Library, language_model: Model) -> None:
    values = {slot_type["name"]: slot_type["values"] for slot_type in language_model["types"]}
    assert [value["id"] for value in values["ROUTINE"]] == sorted(library.routines)
    assert [value["id"] for value in values["STRETCH"]] == sorted(library.stretches)
    assert [value["id"] for value in values["WARNING"]] == ["emergency", "urgent"]
    for value in values["ROUTINE"] + values["STRETCH"]:
        assert len(set(value["name"]["synonyms"]) - {value["name"]["value"]}) >= 2, value["id"]


def names_of(slot_type: Model) -> list[str]:
    return [name for value in slot_type["values"] for name in (value["name"]["value"], *value["name"]["synonyms"])]


def test_no_name_means_two_things(language_model: Model) -> None:
    types = language_model["types"]
    of_content = [name for slot_type in types if slot_type["name"] not in CLOSED for name in names_of(slot_type)]
    closed = [names_of(slot_type) for slot_type in types if slot_type["name"] in CLOSED]
    for names in (of_content, *closed):
        assert [name for name, times in Counter(names).items() if times > 1] == []


def test_what_no_content_fills_has_the_values_that_the_answers_know(language_model: Model) -> None:
    values = {
        slot_type["name"]: [value["id"] for value in slot_type["values"]] for slot_type in language_model["types"]
    }
    assert {name: values[name] for name in CLOSED} == CLOSED


def test_no_sentence_with_a_choice_a_side_or_a_number_in_it_is_in_two_intents(language_model: Model) -> None:
    names = {slot_type["name"]: names_of(slot_type) for slot_type in language_model["types"]}
    said: Counter[str] = Counter()
    for intent in language_model["intents"]:
        slots = {slot["name"]: names[slot["type"]] for slot in intent["slots"] if slot["type"] in CLOSED}
        sentences = {
            sample.replace(f"{{{slot}}}", name)
            for sample in intent["samples"]
            for slot, names_there in (slots or {"": [""]}).items()
            for name in names_there
        }
        said.update(sentences)
    assert [sentence for sentence, times in said.items() if times > 1] == []


def test_at_least_four_hundred_sentence_skeletons_are_known(templates: Templates) -> None:
    assert len({(skeleton.intent, skeleton.template) for skeleton in templates.skeletons}) >= 400
    assert len(templates.skeletons) == len({(skeleton.intent, skeleton.template) for skeleton in templates.skeletons})
