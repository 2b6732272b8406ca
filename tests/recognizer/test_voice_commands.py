"""The page of what one can say is what the templates say, and has every wish."""

import yaml

from skill.content.library import Library
from skill.recognizer.recognizer import Recognizer
from skill.recognizer.templates.templates import FIRST_WORDS, TEMPLATES_FOLDER, VOICE_COMMANDS, Templates
from skill.recognizer.voice_commands import PAGE, voice_commands

UNASKED = {"AMAZON.FallbackIntent", "AMAZON.NavigateHomeIntent"}
"""What nobody wishes of us: Alexa gives it."""


def test_the_committed_page_is_fresh(library: Library) -> None:
    assert PAGE.read_text(encoding="utf-8") == voice_commands(library)


def test_every_wish_is_on_the_page(templates: Templates) -> None:
    named = yaml.safe_load((TEMPLATES_FOLDER / "en" / VOICE_COMMANDS).read_text(encoding="utf-8"))
    assert {intent for wishes in named.values() for intent in wishes} == set(templates.intents) - UNASKED


def test_the_first_page_has_sentences_that_are_understood_as_it_says(recognizer: Recognizer) -> None:
    situations = yaml.safe_load((TEMPLATES_FOLDER / "en" / FIRST_WORDS).read_text(encoding="utf-8"))
    said = {words: intent for sentences in situations.values() for words, intent in sentences.items()}
    assert {words: recognizer.understand(words).intent for words in said} == said
    assert 50 <= len(said) <= 70


def test_the_first_page_comes_before_all_ways_to_say_a_wish(library: Library) -> None:
    first, _, rest = voice_commands(library).partition("\n## Everything\n")
    assert '"that hurts"' in first
    assert "<details>" not in first
    assert "<details>" in rest
    assert first.count("\n") < 40


def test_a_wish_is_shown_in_sentences_that_people_say(library: Library) -> None:
    page = voice_commands(library)
    assert '**By the time you have:** "i have ten minutes today"' in page
    assert "**It hurts:** " in page
    assert "{pain}" not in page.replace("`", "").split("<details>")[0]
