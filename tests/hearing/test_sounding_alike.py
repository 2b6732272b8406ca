"""Sentences that are spelt otherwise sound alike, and others do not."""

import pytest

from skill.hearing.sound_alike import apart, names_like, sound_of

ALIKE = 0.2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("start sevassana", "start savasana"),
        ("tell me see the side tilt", "tell me seated side tilt"),
        ("start force to match a routine", "start four stretches routine"),
        ("Keeled over!", "killed over"),
        ("nights", "knights"),
    ],
)
def test_what_is_only_spelt_otherwise_sounds_alike(one: str, other: str) -> None:
    assert apart(one, other) == apart(other, one) <= ALIKE


@pytest.mark.parametrize(
    ("one", "other"), [("next", "stop"), ("yes", "rest"), ("start the bridge", "start the cobra"), ("next", "")]
)
def test_other_words_do_not_sound_alike(one: str, other: str) -> None:
    assert apart(one, other) == apart(other, one) > ALIKE


def test_of_names_those_are_found_that_sound_like_the_end_of_a_sentence_the_likest_first() -> None:
    names = ("savasana", "setu bandha", "bridge", "cobra", "four stretch routine")
    assert names_like(("start seventh on a",), names)[0] == "savasana"
    assert names_like(("Start force stretch routine.",), names)[0] == "four stretch routine"
    assert names_like((), names) == names_like(("",), names) == ()


def test_nothing_is_not_apart_from_nothing() -> None:
    assert apart("", "…") == 0
    assert sound_of("") == ""
    assert apart("next", "next") == 0
