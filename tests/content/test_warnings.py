"""What people say when something is wrong is heard as what it is, and what only sounds like it is not."""

import pytest

from skill.content.library import Library
from skill.content.warnings import Warnings


@pytest.fixture(name="warnings")
def _warnings(library: Library) -> Warnings:
    return library.warnings["en"]


EMERGENCY = (
    "I can't breathe",
    "i cannot breathe",
    "I can\u2019t breathe!",
    "cant breathe",
    "it doesn't hurt but I can't breathe",
    "that doesn't hurt, but my chest hurts",
    "there is no pain but there is numbness between my legs",
    "no, pain in my chest",
    "no I can't get up",
    "my back hurts and I just wet myself",
    "help, I can not feel my legs",
    "I don't feel my legs any more",
    "I have pins and needles and both my legs are numb",
    "since yesterday I can't pee",
    "my bottom has gone numb",
    "I think I'm having a heart attack",
    "my face is drooping",
    "I was hit by a car last week",
    "I've fallen and I can't get up",
    "without warning my chest hurts",
    "please call an ambulance",
)

URGENT = (
    "I have a fever and my back hurts",
    "I fell yesterday",
    "my leg keeps getting worse and worse",
    "it is worse at night",
    "my foot stays numb",
    "one leg is getting weaker",
    "I've been losing weight",
    "it's not painful it's agony",
    "I don't have a fever but I had cancer",
    "both my legs hurt",
)

PAIN = (
    "ouch",
    "Ow!",
    "that hurts",
    "this really hurts my knee",
    "it's a sharp pain",
    "my foot fell asleep",
    "I feel dizzy",
    "my shoulder doesn't hurt but my knee hurts",
    "no it hurts",
    "no, it hurts",
    "it hasn't stopped hurting",
    "it doesn't hurt less",
    "it didn't hurt before",
    "it never hurt like this",
    "the pain went down my leg",
    "my back hurts",
    "my back is killing me",
    "I don't have a fever, but it's sharp",
)

NOTHING = (
    "that doesn't hurt",
    "it does not hurt at all",
    "no pain",
    "I have no pain",
    "I'm not in pain any more",
    "I don't have any chest pain",
    "no pain in my chest",
    "my leg isn't numb",
    "no, I'm not numb",
    "it hurts less now",
    "I am pain free",
    "it hurt yesterday but not now",
    "the pain is gone",
    "no pins and needles",
    "I'm not dizzy",
    "start the back pain routine",
    "next",
    "how long is left",
    "now",
    "slow down",
    "show me the cobra",
    "my neighbour is here",
    "",
)


@pytest.mark.parametrize(
    ("said", "level"),
    [
        *((said, "emergency") for said in EMERGENCY),
        *((said, "urgent") for said in URGENT),
        *((said, "pain") for said in PAIN),
        *((said, None) for said in NOTHING),
    ],
)
def test_words_mean_their_level(said: str, level: str | None, warnings: Warnings) -> None:
    assert warnings.level_in(said) == level


@pytest.mark.parametrize("level", ["emergency", "urgent", "pain"])
def test_every_phrase_means_the_level_it_is_listed_under(level: str, warnings: Warnings) -> None:
    phrases: tuple[str, ...] = getattr(warnings, level)
    assert {phrase: warnings.level_in(phrase) for phrase in phrases} == dict.fromkeys(phrases, level)


def test_every_negation_means_nothing_wrong(warnings: Warnings) -> None:
    assert {phrase: warnings.level_in(phrase) for phrase in warnings.negations} == dict.fromkeys(warnings.negations)


def test_every_reason_for_coming_is_one_and_is_pain_while_guiding(warnings: Warnings) -> None:
    for phrase in warnings.reason_for_coming:
        assert (warnings.is_reason_for_coming(phrase), warnings.level_in(phrase)) == (True, "pain"), phrase


@pytest.mark.parametrize(
    ("said", "is_reason"),
    [
        ("hello my lower back hurts", True),
        ("my back hurts and my knee hurts", False),
        ("my back hurts and I have a fever", False),
        ("ouch my back hurts", False),
        ("my back hurts and I can't breathe", False),
        ("I don't have back pain", False),
        ("that hurts", False),
        ("hello", False),
    ],
)
def test_only_what_brought_someone_here_is_a_reason_for_coming(said: str, is_reason: bool, warnings: Warnings) -> None:
    assert warnings.is_reason_for_coming(said) is is_reason


def test_a_warning_is_heard_at_the_end_of_a_very_long_speech(warnings: Warnings) -> None:
    assert warnings.level_in("la " * 500 + "I can't breathe") == "emergency"
