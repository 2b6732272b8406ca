"""A bare number gets the unit that goes without saying, where it has none, and nowhere else."""

import pytest

from skill.assembly import what_reads
from skill.ports.evidence import NOTHING_KNOWN, Evidence
from skill.recognizer.sentences.units import unit_in, with_unit

RECOGNIZER = what_reads("en-US").recognizer
LED, ASKED = Evidence("guiding"), Evidence("idle", "minutes")


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("sixty", "sixty seconds"),
        ("make it twenty five for all", "make it twenty five seconds for all"),
        ("make it twenty um fifteen", "make it twenty um fifteen seconds"),
        ("twenty seconds", None),
        ("at seven in the morning", None),
        ("hold it", None),
    ],
)
def test_the_last_number_without_a_unit_gets_one(said: str, whole: str | None) -> None:
    completed = with_unit(tuple(said.split()), RECOGNIZER.names, "seconds")
    assert completed == (whole and tuple(whole.split()))


def test_what_it_is_a_number_of_goes_by_the_moment() -> None:
    assert [unit_in(known) for known in (LED, ASKED, NOTHING_KNOWN)] == ["seconds", "minutes", ""]


@pytest.mark.parametrize(
    ("words", "length"),
    [("make it twenty um fifteen for all of them", "PT15S"), ("sixty", "PT60S"), ("fifteen each side", "PT15S")],
)
def test_in_a_hold_a_bare_number_is_its_length(words: str, length: str) -> None:
    meant = RECOGNIZER.understand(words, LED)
    assert (meant.intent, meant.slots["duration"].said) == ("HoldForIntent", length)


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("how do i do the cobra, wait, i meant the sphinx", "HowToIntent"),
        ("go back, i mean forward", "AMAZON.NextIntent"),
        ("how much does this cost", "CostIntent"),
    ],
)
def test_what_is_put_right_and_what_is_asked_at_the_end_counts(words: str, intent: str) -> None:
    assert RECOGNIZER.understand(words).intent == intent


def test_a_question_is_of_the_stretch_that_was_named_before() -> None:
    meant = RECOGNIZER.understand("my sister keeps telling me about that bridge thing, how does it go")
    assert (meant.intent, meant.slots["stretch"].ids) == ("HowToIntent", ("bridge",))
