"""The page of what one can say is what the templates say, and has every wish."""

import yaml

from skill.content.library import Library
from skill.recognizer.templates.templates import TEMPLATES_FOLDER, VOICE_COMMANDS, Templates
from skill.recognizer.voice_commands import PAGE, voice_commands

UNASKED = {"AMAZON.FallbackIntent", "AMAZON.NavigateHomeIntent"}
"""What nobody wishes of us: Alexa gives it."""


def test_the_committed_page_is_fresh(library: Library) -> None:
    assert PAGE.read_text(encoding="utf-8") == voice_commands(library)


def test_every_wish_is_on_the_page(templates: Templates) -> None:
    named = yaml.safe_load((TEMPLATES_FOLDER / "en" / VOICE_COMMANDS).read_text(encoding="utf-8"))
    assert {intent for wishes in named.values() for intent in wishes} == set(templates.intents) - UNASKED


def test_a_wish_is_shown_in_sentences_that_people_say(library: Library) -> None:
    page = voice_commands(library)
    assert '**By the time you have:** "i have ten minutes today"' in page
    assert "**It hurts:** " in page
    assert "{pain}" not in page.replace("`", "").split("<details>")[0]
