"""Phrases are filled, lengths are said as people say them, and a turn chooses its variants once and for all."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from skill.wording import Wording
from skill.wording.wording import sentence
from tests.cases.each_of import each_of
from tests.library import LIBRARY

WORDING = Wording(LIBRARY, "en")
SOOTHING = (
    "Take your time.",
    "No hurry.",
    "Slowly is fine.",
    "I am waiting with you.",
    "Easy does it.",
    "There is time.",
    "Gently.",
)


@each_of(
    ("seconds", "words"),
    [
        (1, "one second"),
        (20, "twenty seconds"),
        (59, "fifty-nine seconds"),
        (60, "one minute"),
        (75, "seventy-five seconds"),
        (120, "two minutes"),
    ],
)
def test_whole_minutes_are_minutes_and_everything_else_seconds(seconds: int, words: str) -> None:
    assert WORDING.seconds(seconds) == words


@each_of(
    ("seconds", "words"),
    [
        (0.0, "less than a minute"),
        (59.9, "less than a minute"),
        (60.0, "one minute"),
        (89.0, "one minute"),
        (91.0, "two minutes"),
        (690.0, "twelve minutes"),
    ],
)
def test_what_is_left_is_told_to_the_nearest_minute(seconds: float, words: str) -> None:
    assert WORDING.minutes(seconds) == words


@pytest.mark.parametrize(("times", "words"), [(1, "once"), (2, "twice"), (3, "three times"), (10, "ten times")])
def test_few_times_have_words_of_their_own(times: int, words: str) -> None:
    assert WORDING.count("time", times) == words


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["cobra"], "cobra"),
        (["cobra", "bridge"], "cobra and bridge"),
        (["cobra", "bridge", "sphinx"], "cobra, bridge, and sphinx"),
    ],
)
def test_names_are_listed_as_in_a_sentence(names: list[str], said: str) -> None:
    assert WORDING.listing(names) == said


def test_a_choice_is_listed_with_or() -> None:
    assert WORDING.listing(["cobra", "bridge"], "or") == "cobra, or bridge"


def test_the_same_turn_says_the_same_and_other_turns_say_it_otherwise() -> None:
    variants = {Wording(LIBRARY, "en", seed=str(turn)).say("sides.now", side="left") for turn in range(20)}
    assert variants == {"Now the left side.", "The left side now."}
    assert len({Wording(LIBRARY, "en", seed="a turn").say("sides.now", side="left") for _ in range(20)}) == 1


def test_what_is_said_several_times_in_a_row_goes_through_its_variants_in_whichever_turn() -> None:
    said = [Wording(LIBRARY, "en", seed=str(number)).due("moving.soothing", number) for number in range(14)]
    assert sorted(said[:7]) == sorted(SOOTHING)
    assert said[7:] == said[:7]


def test_a_phrase_that_nobody_wrote_is_named() -> None:
    with pytest.raises(KeyError, match=r"no\.such\.phrase"):
        WORDING.say("no.such.phrase")


def test_a_phrase_keeps_odd_characters_of_a_name_as_they_are() -> None:
    odd = 'Tom & "Jérôme" <3 {braces}'
    assert WORDING.say("intro.again", name=odd) == f"{odd}."


def test_another_language_would_be_taken_from_its_own_phrases() -> None:
    german = MappingProxyType({**LIBRARY.phrases, "de": {"hold.begin": ("Halten.",)}})
    assert Wording(replace(LIBRARY, phrases=german), "de").say("hold.begin") == "Halten."
    assert Wording(LIBRARY, "de").number(25) == "fünfundzwanzig"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("left, three of five.", "Left, three of five."),
        ("twice. ten seconds each.", "Twice. Ten seconds each."),
        ("Ready? go on.", "Ready? Go on."),
        ("child's pose. once.", "Child's pose. Once."),
        ("", ""),
    ],
)
def test_every_sentence_begins_with_a_capital(words: str, said: str) -> None:
    assert sentence(words) == said
