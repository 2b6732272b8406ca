"""The library, the templates, the recognizer and the compiled model: each made once for all these tests."""

from typing import Any

import pytest

from skill.content.library import Library, read_library
from skill.recognizer.model import compile_model
from skill.recognizer.recognizer import Recognizer
from skill.recognizer.templates import TEMPLATES_FOLDER, Templates, read_templates


@pytest.fixture(scope="session")
def library() -> Library:
    return read_library()


@pytest.fixture(scope="session")
def templates() -> Templates:
    return read_templates(TEMPLATES_FOLDER / "en")


@pytest.fixture(scope="session")
def recognizer(templates: Templates, library: Library) -> Recognizer:
    return Recognizer(templates, library)


@pytest.fixture(scope="session")
def language_model(library: Library, templates: Templates) -> dict[str, Any]:
    compiled: dict[str, Any] = compile_model(library, templates)["interactionModel"]["languageModel"]
    return compiled
