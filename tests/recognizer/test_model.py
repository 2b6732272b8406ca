"""The compiled model is fresh, is what Alexa takes, and has every stretch and routine in it."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from skill.content.library import Library
from skill.recognizer.model import write_models
from skill.recognizer.templates.templates import TEMPLATES_FOLDER, Templates
from tests.library import LOCALES
from tests.nightly import NIGHTLY

MOST_BYTES = 1_500_000
SCHEMA = Path(__file__).with_name("amazon_model_schema.json")
SAMPLES_ALEXA_BRINGS = {"AMAZON.NavigateHomeIntent"}
REQUIRED = {
    "AMAZON.CancelIntent", "AMAZON.FallbackIntent", "AMAZON.HelpIntent", "AMAZON.NavigateHomeIntent",
    "AMAZON.StopIntent",
}  # fmt: skip
FILLED_BY_THE_LANGUAGE = {
    "CHOICE": ["first", "second", "third", "last"],
    "SIDE": ["left", "right", "both"],
    "COUNT": [str(number) for number in range(1, 31)],
    "DAYS": [
        "every-day", "every-morning", "every-afternoon", "every-evening", "today", "this-evening", "tomorrow",
        "tomorrow-morning", "tomorrow-evening",
        "weekdays", "weekends",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "monday-tuesday", "monday-wednesday", "monday-thursday", "monday-friday", "monday-saturday",
        "monday-sunday", "tuesday-wednesday", "tuesday-thursday", "tuesday-friday", "tuesday-saturday",
        "tuesday-sunday", "wednesday-thursday", "wednesday-friday", "wednesday-saturday", "wednesday-sunday",
        "thursday-friday", "thursday-saturday", "thursday-sunday", "friday-saturday", "friday-sunday",
        "saturday-sunday", "monday-wednesday-friday", "tuesday-thursday-saturday", "tuesday-thursday-sunday",
        "but-monday", "but-tuesday", "but-wednesday", "but-thursday", "but-friday", "but-saturday", "but-sunday",
    ],
    "SETTING": ["chair", "bed", "standing", "floor"],
    "REACHED": ["side", "hands-and-knees", "sitting", "chair", "foot", "standing"],
    "BODYWORD": [
        "pelvis", "tailbone", "spine", "shoulder-blades", "sitting-bones", "hip-bones", "breastbone", "glutes",
    ],
    "AREA": ["lower-back", "hips", "upper-back", "hamstrings", "sides"],
    "PART": ["arms", "head", "shoulders", "back", "hips", "legs", "feet"],
    "DAY": [
        "today", "yesterday", "day-before", "before-yesterday", "last-time", "last-week",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ],
    "SPAN": ["today", "always"],
}  # fmt: skip
FILLED_BY_THE_CONTENT = {
    "ROUTINE": "routine", "STRETCH": "stretch", "PROGRAMME": "programme", "WARNING": "sign", "LIMIT": "limit",
}  # fmt: skip
READ_BY_ALEXA = {"AMAZON.DURATION": "duration", "AMAZON.TIME": "time", "AMAZON.SearchQuery": "told"}
SLOT_OF = {
    **FILLED_BY_THE_CONTENT,
    **READ_BY_ALEXA,
    "CHOICE": "choice", "SIDE": "side", "COUNT": "number", "DAYS": "days", "SETTING": "setting",
    "REACHED": "reached", "BODYWORD": "bodyword", "AREA": "area", "PART": "part", "DAY": "day", "SPAN": "span",
}  # fmt: skip
SHARING_A_SAMPLE = ({"days", "time"}, {"duration", "setting"}, {"area", "duration"})
MAY_BE_MISSING = {
    "AddToMineIntent": {"stretch"},
    "CannotIntent": {"span"},
    "DescribeRoutineIntent": {"routine"},
    "HaveToStopIntent": {"duration", "number"},
    "HowOftenIntent": {"stretch"},
    "LeaveOutIntent": {"stretch"},
    "LikeIntent": {"stretch"},
    "MistakesIntent": {"stretch"},
    "MoreOfThisIntent": {"duration"},
    "NotSideIntent": {"span"},
    "OnlySideIntent": {"span"},
    "PictureIntent": {"stretch"},
    "RemoveFromMineIntent": {"stretch"},
    "SafeForMeIntent": {"stretch"},
    "SendStepsIntent": {"stretch", "routine"},
    "WhereAmIIntent": {"stretch"},
    "TeachIntent": {"stretch"},
    "WhatForIntent": {"stretch"},
    "WhatIsLeftOutIntent": {"stretch"},
}
"""Slots without which a wish is the same, and means less: this stretch, this time. Never the opposite, or any other."""

Model = dict[str, Any]


def test_the_committed_models_are_what_the_templates_and_the_content_give(library: Library, tmp_path: Path) -> None:
    for folder in (path for path in TEMPLATES_FOLDER.iterdir() if path.is_dir()):
        (tmp_path / folder.name).symlink_to(folder)
    written = write_models(tmp_path, library)
    assert written == tuple(tmp_path / f"{locale}.json" for locale in LOCALES)
    assert [path.name for path in written if path.read_bytes() != (TEMPLATES_FOLDER / path.name).read_bytes()] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_alexa_takes_the_model(locale: str) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    model = _read(locale) if NIGHTLY or locale == LOCALES[0] else _unlike(_read(locale), _read(LOCALES[0]))
    faults = [f"{fault.json_path}: {fault.message}" for fault in Draft202012Validator(schema).iter_errors(model)]
    assert faults == []
    assert (TEMPLATES_FOLDER / f"{locale}.json").stat().st_size < MOST_BYTES


def _read(locale: str) -> Model:
    model: Model = json.loads((TEMPLATES_FOLDER / f"{locale}.json").read_text(encoding="utf-8"))
    return model


def _unlike(model: Model, other: Model) -> Model:
    """The model with those samples of each intent only that the other has not: the rest has been looked at there."""
    intents = model["interactionModel"]["languageModel"]["intents"]
    known = {one["name"]: {*one["samples"]} for one in other["interactionModel"]["languageModel"]["intents"]}
    for intent in intents:
        intent["samples"] = [said for said in intent["samples"] if said not in known.get(intent["name"], ())]
    return model


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


def test_names_are_there_once_and_every_slot_has_its_one_type(language_model: Model) -> None:
    intents = language_model["intents"]
    assert max(Counter(intent["name"] for intent in intents).values()) == 1
    slots = {(slot["name"], slot["type"]) for intent in intents for slot in intent["slots"]}
    assert slots == {(slot, name) for name, slot in SLOT_OF.items()}
    types = [slot_type["name"] for slot_type in language_model["types"]]
    assert types == [*FILLED_BY_THE_CONTENT, *FILLED_BY_THE_LANGUAGE]


def test_the_intents_that_every_skill_needs_are_there(language_model: Model) -> None:
    assert {intent["name"] for intent in language_model["intents"]} >= REQUIRED


def test_every_intent_has_at_least_three_samples(language_model: Model) -> None:
    wishes = [intent for intent in language_model["intents"] if "told" not in [one["name"] for one in intent["slots"]]]
    few = {intent["name"] for intent in wishes if len(intent["samples"]) < 3}
    assert few == SAMPLES_ALEXA_BRINGS


def test_no_sample_is_in_two_intents(language_model: Model) -> None:
    said = Counter(sample for intent in language_model["intents"] for sample in intent["samples"])
    assert [sample for sample, times in said.items() if times > 1] == []


def test_a_slot_is_missing_only_where_the_wish_is_the_same_without_it(language_model: Model) -> None:
    for intent in language_model["intents"]:
        slots = {slot["name"] for slot in intent["slots"]}
        for sample in intent["samples"]:
            used = set(re.findall(r"\{(\w+)\}", sample))
            may_be_missing = MAY_BE_MISSING.get(intent["name"], set())
            whole = slots in (used, *SHARING_A_SAMPLE) and bool(used) == bool(slots)
            assert whole or slots - used <= may_be_missing, (intent["name"], sample)


def test_what_alexa_knows_by_itself_is_left_out(language_model: Model) -> None:
    (stop,) = [intent for intent in language_model["intents"] if intent["name"] == "AMAZON.StopIntent"]
    assert "stop" not in stop["samples"]
    assert "good night" in stop["samples"]


def test_everything_in_the_content_has_its_slug_and_two_other_names(library: Library, language_model: Model) -> None:
    values = {slot_type["name"]: slot_type["values"] for slot_type in language_model["types"]}
    assert [value["id"] for value in values["ROUTINE"]] == sorted(library.routines)
    assert [value["id"] for value in values["STRETCH"]] == sorted(library.stretches)
    assert [value["id"] for value in values["PROGRAMME"]] == sorted(library.programmes)
    assert [value["id"] for value in values["LIMIT"]] == sorted(library.limits)
    assert [value["id"] for value in values["WARNING"]] == ["emergency", "urgent"]
    for value in values["ROUTINE"] + values["STRETCH"] + values["PROGRAMME"] + values["LIMIT"]:
        assert len(set(value["name"]["synonyms"]) - {value["name"]["value"]}) >= 2, value["id"]


def test_what_no_content_fills_has_the_values_that_the_answers_know(language_model: Model) -> None:
    values = {
        slot_type["name"]: [value["id"] for value in slot_type["values"]] for slot_type in language_model["types"]
    }
    assert {name: values[name] for name in FILLED_BY_THE_LANGUAGE} == FILLED_BY_THE_LANGUAGE


def test_at_least_thirteen_hundred_templates_are_known(templates: Templates) -> None:
    assert len({(template.intent, template.text) for template in templates.written}) >= 1300
    assert len(templates.written) == len({(template.intent, template.text) for template in templates.written})
    assert max(len(template.samples) for template in templates.written) <= 40


def test_no_wish_has_more_than_a_tenth_of_all_templates(templates: Templates) -> None:
    of_each = Counter(template.intent for template in templates.written)
    assert max(of_each.values()) < len(templates.written) / 10


def test_every_folder_of_a_locale_says_something_of_its_own(all_templates: dict[str, Templates]) -> None:
    own = {locale: templates for locale, templates in all_templates.items() if (TEMPLATES_FOLDER / locale).is_dir()}
    said = {locale: {one.samples for one in templates.written} for locale, templates in own.items()}
    for locale, samples in said.items():
        others = set().union(*(said[other] for other in said if other != locale))
        assert samples - others, locale
