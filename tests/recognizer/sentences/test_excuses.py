"""Anybody who is called away pauses or stops, whatever leads on; any other wish with the excuse counts."""

import pytest

from skill.recognizer.recognizer import Recognizer
from tests.cases.each_of import each_of


@each_of(
    ("words", "intent"),
    [
        ("the doorbell just went", "AMAZON.PauseIntent"),
        ("sorry the doorbell just went", "AMAZON.PauseIntent"),
        ("the phone is ringing go", "AMAZON.PauseIntent"),
        ("hang on the baby's crying", "AMAZON.PauseIntent"),
        ("the phone is ringing stop", "AMAZON.StopIntent"),
        ("my taxi's here", "AMAZON.StopIntent"),
        ("time's up for me let me go", "AMAZON.StopIntent"),
        ("let me go please", "AMAZON.StopIntent"),
        ("let's go", "ReadyIntent"),
        ("go", "ReadyIntent"),
    ],
)
def test_leaving_is_not_going_on(recognizer: Recognizer, words: str, intent: str) -> None:
    assert recognizer.understand(words).intent == intent


@pytest.mark.parametrize(
    "words", ["my heart jumped when the phone rang", "the cat's been sick on the rug", "start the washing machine"]
)
def test_what_is_told_of_a_house_is_no_excuse(recognizer: Recognizer, words: str) -> None:
    assert recognizer.understand(words).intent == "AMAZON.FallbackIntent"


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("pause it and tell me how long is left", "AMAZON.PauseIntent"),
        ("skip this one and how long is left", "AMAZON.NextIntent"),
        ("yes go on with that", "AMAZON.YesIntent"),
        ("just today, okay", "ChooseIntent"),
        ("slower and stop", "AMAZON.StopIntent"),
    ],
)
def test_of_two_wishes_the_one_that_waits_or_does_something_is_answered(
    recognizer: Recognizer, words: str, intent: str
) -> None:
    assert recognizer.understand(words).intent == intent
