"""One slip in a long word is forgiven, and only when one word can be meant."""

import pytest

from skill.recognizer.sentences.spelling import Spelling, is_a_typing_slip, is_one_slip_away
from tests.cases.each_of import each_of


@each_of("said", ["strech", "strretch", "stretsh", "strecth", "tretch", "stretchh"])
def test_a_letter_lost_added_exchanged_or_swapped_is_one_slip(said: str) -> None:
    assert is_one_slip_away(said, "stretch")


@each_of("said", ["stretch", "stch", "strtech s", "sterhct", "stretching", ""])
def test_the_same_word_and_two_slips_are_not(said: str) -> None:
    assert not is_one_slip_away(said, "stretch")


@pytest.mark.parametrize(
    ("said", "known"), [("hurtts", "hurts"), ("hrts", "hurts"), ("sharpp", "sharp"), ("shrap", "sharp")]
)
def test_typing_slips_are_letters_lost_added_or_swapped(said: str, known: str) -> None:
    assert is_a_typing_slip(said, known)


@pytest.mark.parametrize(
    ("said", "known"), [("shark", "sharp"), ("shouting", "shooting"), ("lever", "fever"), ("hurts", "hurts")]
)
def test_an_exchanged_letter_is_no_typing_slip(said: str, known: str) -> None:
    assert not is_a_typing_slip(said, known)


def test_short_words_are_left_alone() -> None:
    assert Spelling(["pain", "bridge"], is_one_slip_away).corrected(("paid", "brigde")) == ("paid", "bridge")


def test_a_word_that_may_be_two_is_left_alone() -> None:
    assert Spelling(["light", "right"], is_one_slip_away).corrected(("night",)) == ("night",)


def test_a_text_is_corrected_around_its_punctuation() -> None:
    assert (
        Spelling(["sharp", "hurts"], is_a_typing_slip).corrected_text("Ow, it hurtss! Can't\u2026 shrap")
        == "ow, it hurts! can't\u2026 sharp"
    )
