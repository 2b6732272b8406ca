"""Compiles the interaction models, as JSON for Alexa's developer console."""

import json
from pathlib import Path
from typing import Any

from skill.content.library import Library
from skill.ports.awaited import AWAITED, Awaited
from skill.recognizer.templates.catalogue import phrases_of_warning, slot_types
from skill.recognizer.templates.expansion import slots_in
from skill.recognizer.templates.preambles import TOLD
from skill.recognizer.templates.samples import written_out
from skill.recognizer.templates.slots import SlotType, SlotValue
from skill.recognizer.templates.templates import TEMPLATES_FOLDER, Templates, read_templates

Json = dict[str, Any]


def templates_of(library: Library, locale: str, folder: Path = TEMPLATES_FOLDER) -> Templates:
    """The templates of a locale; for a locale that the library lacks, those that its whole language shares."""
    own = (folder / locale,) if locale in library.locales else ()
    return read_templates(folder / library.language_of(locale), *own)


def write_models(folder: Path, library: Library) -> tuple[Path, ...]:
    """Compile every locale's model from the templates in the folder, and write it there; returns the files written."""
    models = _models(folder, library)
    for path, text in models.items():
        path.write_text(text, encoding="utf-8")
    return tuple(models)


def compile_model(library: Library, templates: Templates) -> Json:
    """The interaction model of a language as Alexa's JSON; the same content gives the same bytes."""
    types = slot_types(library, templates)
    samples = samples_by_intent(library, templates)
    intents = {name: _intent(name, said, (*types, TOLD)) for name, said in samples.items()}
    language_model = {
        "invocationName": library.invocation(templates.manners.language),
        "intents": list(intents.values()),
        "types": [_type(slot_type) for slot_type in types if not slot_type.is_amazons],
    }
    awaited = tuple(one for one in AWAITED if one.intent in samples)
    dialogs = [_dialog(one, intents[one.intent]["slots"]) for one in awaited]
    return {
        "interactionModel": {
            "languageModel": language_model,
            "dialog": {"delegationStrategy": "SKILL_RESPONSE", "intents": dialogs},
            "prompts": [_prompt(one, library, templates.manners.language) for one in awaited],
        }
    }


def samples_by_intent(library: Library, templates: Templates) -> dict[str, tuple[str, ...]]:
    """The samples of each intent that Alexa needs: none twice, warning phrases written out, and the preambles."""
    warning = phrases_of_warning(library, templates.manners.language)
    samples: dict[str, dict[str, None]] = {intent: {} for intent in templates.intents}
    for template in templates.written:
        if not template.known_to_alexa:
            samples[template.intent].update(dict.fromkeys(written_out(template.samples, warning)))
    for intent, ways in templates.preambles.items():
        samples[intent] = {f"{way} {{{TOLD.slot}}}": None for way in ways}
    return {intent: tuple(said) for intent, said in samples.items()}


def _intent(name: str, samples: tuple[str, ...], types: tuple[SlotType, ...]) -> Json:
    slots = {slot for sample in samples for slot in slots_in(sample)}
    used = [{"name": slot_type.slot, "type": slot_type.name} for slot_type in types if slot_type.slot in slots]
    return {"name": name, "slots": used, "samples": list(samples)}


def _dialog(awaited: Awaited, slots: list[Json]) -> Json:
    """The dialog that lets the skill tell Alexa to listen for this slot: it must be required, and have a prompt.

    Only the skill decides whether a slot is missing: Alexa asks nothing by itself, and for no other slot of the intent.
    """
    return {
        "name": awaited.intent,
        "confirmationRequired": False,
        "prompts": {},
        "slots": [_dialog_slot(slot, _prompt_id(awaited) if slot["name"] == awaited.slot else "") for slot in slots],
    }


def _dialog_slot(slot: Json, prompt: str) -> Json:
    asked = {"confirmationRequired": False, "elicitationRequired": bool(prompt)}
    return {**slot, **asked, "prompts": {"elicitation": prompt} if prompt else {}}


def _prompt(awaited: Awaited, library: Library, language: str) -> Json:
    (words, *_) = library.phrases[language][awaited.asked]
    return {"id": _prompt_id(awaited), "variations": [{"type": "PlainText", "value": words}]}


def _prompt_id(awaited: Awaited) -> str:
    return f"Elicit.Slot.{awaited.intent}.{awaited.slot}"


def _type(slot_type: SlotType) -> Json:
    return {"name": slot_type.name, "values": [_value(value) for value in slot_type.values]}


def _value(value: SlotValue) -> Json:
    return {"id": value.slug, "name": {"value": value.name, "synonyms": list(value.also)}}


def _models(folder: Path, library: Library) -> dict[Path, str]:
    return {
        folder / f"{locale}.json": _text(compile_model(library, templates_of(library, locale, folder)))
        for locale in library.locales
    }


def _text(model: Json) -> str:
    return json.dumps(model, indent=2, ensure_ascii=False) + "\n"
