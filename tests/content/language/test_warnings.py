"""What people say when something is wrong is heard as what it is, and what only sounds like it is not."""

import pytest

from skill.content.language.warnings import LEVELS, Level, Warnings
from skill.content.library import Library
from tests.cases.each_of import each_of
from tests.content.language.warning_words import SAID


@pytest.fixture(name="warnings")
def _warnings(library: Library) -> Warnings:
    return library.warnings["en"]


@each_of(("said", "level"), [(said, level) for level, many in SAID.items() for said in many])
def test_words_mean_their_level(said: str, level: str | None, warnings: Warnings) -> None:
    assert warnings.level_in(said) == level


@each_of("level", LEVELS)
def test_every_phrase_means_the_level_it_is_listed_under(level: Level, warnings: Warnings) -> None:
    phrases: tuple[str, ...] = getattr(warnings, level)
    assert {phrase: warnings.level_in(phrase) for phrase in phrases} == dict.fromkeys(phrases, level)


def test_what_is_harmless_means_nothing_wrong(warnings: Warnings) -> None:
    assert {phrase: warnings.level_in(phrase) for phrase in warnings.harmless} == dict.fromkeys(warnings.harmless)


def test_what_is_harmless_hides_no_warning_beside_it(warnings: Warnings) -> None:
    assert warnings.level_in("I'm sick of this and my chest hurts") == "emergency"
    assert warnings.level_in("I can't stand this pain") == "pain"
    assert warnings.level_in("feel the burn, ouch") == "pain"


def test_two_ways_to_write_a_warning_are_one(warnings: Warnings) -> None:
    for said in ("I am not dizzy", "i m not dizzy", "I\u2019m not dizzy", "im not dizzy"):
        assert warnings.level_in(said) is None, said
    for said in ("I am dizzy", "i m dizzy", "im dizzy"):
        assert warnings.level_in(said) == "dizzy", said


def test_every_negation_means_nothing_wrong(warnings: Warnings) -> None:
    assert {phrase: warnings.level_in(phrase) for phrase in warnings.negations} == dict.fromkeys(warnings.negations)


def test_every_reason_for_coming_is_one_and_is_pain_while_guiding(warnings: Warnings) -> None:
    for phrase in warnings.reason_for_coming:
        assert (warnings.is_reason_for_coming(phrase), warnings.level_in(phrase)) == (True, "pain"), phrase


@each_of(
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
