"""The library, the templates, the recognizer and the compiled model: each made once for all these tests."""

import json
from typing import Any

import pytest

from skill.assembly import the_templates
from skill.content.library import Library
from skill.home import the_recognizer
from skill.recognizer.recognizer import Recognizer
from skill.recognizer.templates.templates import TEMPLATES_FOLDER, Templates
from tests.library import LIBRARY, LOCALES


@pytest.fixture(scope="session")
def library() -> Library:
    return LIBRARY


@pytest.fixture(scope="session")
def all_templates() -> dict[str, Templates]:
    return {locale: the_templates(locale) for locale in LOCALES}


@pytest.fixture(scope="session")
def templates(all_templates: dict[str, Templates]) -> Templates:
    return all_templates["en-US"]


@pytest.fixture(scope="session")
def recognizer() -> Recognizer:
    return the_recognizer("en-US")


@pytest.fixture(scope="session", params=LOCALES)
def language_model(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The committed model of each locale in turn; another test says when one is stale."""
    text = (TEMPLATES_FOLDER / f"{request.param}.json").read_text(encoding="utf-8")
    model: dict[str, Any] = json.loads(text)["interactionModel"]["languageModel"]
    return model
