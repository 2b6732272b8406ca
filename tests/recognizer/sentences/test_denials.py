"""Words that something is wrong win over every wish, and those that deny it are none."""

import pytest

from skill.recognizer.meaning import HeardSlot
from skill.recognizer.recognizer import Recognizer
from tests.cases.each_of import each_of


@each_of("words", ["ouch", "it hurts", "no, it hurts", "stop, that hurts", "my back hurts", "IT HURTS!!"])
def test_pain_wins_over_every_wish(recognizer: Recognizer, words: str) -> None:
    assert recognizer.understand(words).intent == "PainIntent"


@each_of(
    "words",
    [
        "that doesn't hurt",
        "it doesn\u2019t hurt",
        "no pain",
        "I'm not numb",
        "pain free",
        "nothing hurts",
        "I'm fine",
        "all good",
        "no chest pain or anything like it",
        "the funny thing is that it doesn't hurt",
        "don't call an ambulance",
    ],
)
def test_what_is_denied_is_no_alarm_and_says_that_all_is_well(recognizer: Recognizer, words: str) -> None:
    assert recognizer.understand(words).intent == "AllWellIntent"


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("no pain, but my leg is numb", "NerveSignIntent"),
        ("I'm fine, it just hurts", "PainIntent"),
        ("no, the left side hurts", "PainIntent"),
        ("it hasn't stopped hurting", "PainIntent"),
        ("delete my data, I can't feel my legs", "RedFlagIntent"),
    ],
)
def test_one_denial_hides_no_other_alarm(recognizer: Recognizer, words: str, intent: str) -> None:
    assert recognizer.understand(words).intent == intent


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("I can't feel my legs", "emergency"),
        ("start the bridge, and I have chest pain", "emergency"),
        ("my leg is getting weaker", "urgent"),
    ],
)
def test_a_sign_of_danger_wins_over_pain_and_wishes(recognizer: Recognizer, words: str, level: str) -> None:
    understood = recognizer.understand(words)
    assert understood.intent == "RedFlagIntent"
    assert understood.slots["sign"] == HeardSlot(words, (level,))
