"""Before a hold: how long and how often, how to get there, and the time to do it."""

from typing import Any

import pytest

from skill.timeline.hold.entering import ToldAlready, count_words, dose_words, entry, introduction, taking_up
from tests.cases.each_of import each_of
from tests.library import LIBRARY, holds, told_briefly, told_in_full, with_words
from tests.timeline.hold.reading import heard


@each_of(
    ("stretch", "dose", "words"),
    [
        ("childs-pose", {"hold_seconds": 60}, ""),
        ("childs-pose", {"hold_seconds": 20, "repetitions": 3}, "three times, twenty seconds each."),
        ("knee-to-chest", {"hold_seconds": 20}, ""),
        ("knee-to-chest", {"hold_seconds": 5, "repetitions": 2}, ""),
        ("knee-to-chest", {"hold_seconds": 5, "repetitions": 3}, "three times on each side, five seconds each."),
        ("knee-to-chest", {"hold_seconds": 20, "spared": "left"}, "twenty seconds, on the right side only."),
        ("knee-press", {"hold_seconds": 15, "together": True}, "Each side, then both, fifteen seconds each."),
        ("knee-press", {"hold_seconds": 15}, ""),
        ("pelvic-tilts", {"hold_seconds": 7, "repetitions": 5}, "five times, seven seconds each way."),
        ("windshield-wipers", {"hold_seconds": 60}, ""),
    ],
)
def test_the_dose_is_said_before_anything_is_held(stretch: str, dose: dict[str, Any], words: str) -> None:
    assert dose_words(holds(stretch, **dose)[0], told_in_full()) == words


@each_of(
    ("stretch", "dose", "words"),
    [
        ("childs-pose", {"hold_seconds": 60}, ""),
        ("knee-to-chest", {"hold_seconds": 20}, ""),
        ("childs-pose", {"hold_seconds": 20, "repetitions": 3}, "three times."),
        ("knee-to-chest", {"hold_seconds": 5, "repetitions": 2}, ""),
        ("knee-to-chest", {"hold_seconds": 5, "repetitions": 3}, "three times on each side."),
        ("knee-to-chest", {"hold_seconds": 20, "spared": "left"}, "Only on the right side."),
        ("knee-press", {"hold_seconds": 15, "together": True}, "Each side, then both."),
    ],
)
def test_somebody_who_knows_it_hears_how_often_and_each_hold_begins_with_its_length(
    stretch: str, dose: dict[str, Any], words: str
) -> None:
    assert dose_words(holds(stretch, **dose)[0], told_briefly()) == words


def test_somebody_who_knows_it_hears_no_more_than_its_name() -> None:
    unit = holds("piriformis", hold_seconds=20)[0]
    assert heard(introduction(unit, told_briefly(), named=False)) == ["Piriformis muscle stretch."]
    assert heard(introduction(unit, told_briefly(), named=True)) == []


def test_how_somebody_lies_already_is_not_told_again() -> None:
    unit = with_words("sphinx", setup=("Lie down.", "Legs long."), note=None)
    told = heard(introduction(unit, told_in_full(), named=True, arranged=("Lie down.",)))
    assert told == ["Legs long.", 3.0]


@each_of("slug", sorted(LIBRARY.stretches))
def test_how_to_lie_says_no_posture_that_the_way_there_has_said(slug: str) -> None:
    words = LIBRARY.stretch(slug).words["en"]
    said = [cue for cue in words.setup if cue.startswith(("Lie on your", "Lie face down", "On hands and knees"))]
    assert said == [] or words.change


def test_at_the_first_meeting_how_to_lie_and_who_does_it_otherwise_are_told_with_time_after_each() -> None:
    unit = with_words("sphinx", setup=("Lie down.", "Legs long."), caution="With a sore back, move less.")
    assert heard(introduction(unit, told_in_full(), named=True)) == [
        "Lie down.",
        3.0,
        "Legs long.",
        3.0,
        "With a sore back, move less.",
        3.0,
    ]


@pytest.mark.parametrize(
    ("hold", "words"), [(0, "right arm, one of two."), (1, "right arm, two of two."), (2, "left arm, one of two.")]
)
def test_the_side_is_said_before_the_number(hold: int, words: str) -> None:
    unit = holds("standing-side-tilt", hold_seconds=10, repetitions=2)[hold]
    assert count_words(unit, told_briefly()) == words


def test_without_sides_only_the_number_is_said() -> None:
    assert count_words(holds("sphinx", hold_seconds=10, repetitions=5)[2], told_briefly()) == "three of five."


def test_a_single_repetition_is_not_counted() -> None:
    unit = with_words("sphinx", short="Chest up.")
    assert heard(entry(unit, told_briefly(), anew=True)) == ["Chest up.", *BREATH]


def test_a_later_repetition_is_counted_and_told_in_other_words() -> None:
    first, second, *_ = holds("sphinx", hold_seconds=10, repetitions=5)
    words = first.stretch.words["en"]
    assert heard(entry(second, told_briefly(), anew=False)) == ["Two of five.", words.again, *BREATH]


def test_later_repetitions_go_through_the_words_for_them() -> None:
    _, *later = holds("sphinx", hold_seconds=10, repetitions=5)
    cues = [heard(entry(unit, told_briefly(), anew=False))[1] for unit in later]
    assert cues == ["Chest up again.", "Rise once more.", "And raise your chest.", "Chest up again."]


def test_the_second_of_two_is_once_more() -> None:
    _, again = holds("childs-pose", hold_seconds=20, repetitions=2)
    assert heard(entry(again, told_briefly(), anew=False))[0] == "Sit back once more."
    tilt_again = holds("pelvic-tilts", hold_seconds=7, repetitions=2)[2]
    assert heard(entry(tilt_again, told_briefly(), anew=False))[:2] == ["Once more.", "And tip up."]
    right_again = holds("piriformis", hold_seconds=20, repetitions=2)[1]
    assert heard(entry(right_again, told_briefly(), anew=False))[0] == "Once more, right ankle."


@each_of(
    ("stretch", "words"),
    [
        ("standing-side-tilt", "Once more, right arm."),
        ("seated-side-tilt", "Once more, right arm."),
        ("chair-figure-four", "Once more, right ankle."),
        ("knee-rolls", "Once more, right."),
    ],
)
def test_where_one_leans_away_from_the_side_it_is_said_what_the_side_is_of(stretch: str, words: str) -> None:
    again = holds(stretch, hold_seconds=10, repetitions=2)[1]
    assert heard(entry(again, told_briefly(), anew=False))[0] == words


@each_of(("seconds", "breathes"), [(3, 0), (5, 0), (6, 1), (10, 1), (11, 0), (20, 0)])
def test_a_word_on_the_breath_is_on_the_way_into_a_hold_of_six_to_ten_seconds(seconds: int, breathes: int) -> None:
    heard_on_the_way = heard(entry(holds("sphinx", hold_seconds=seconds)[0], told_briefly(), anew=False))
    assert sum("reath" in str(piece) for piece in heard_on_the_way) == breathes


def test_somebody_who_was_told_to_breathe_out_is_told_to_breathe_on_before_the_hold() -> None:
    unit = with_words("sphinx", short="Breathe out, and rise.")
    assert heard(entry(unit, told_briefly(), anew=True)) == ["Breathe out, and rise.", *BREATH]


def test_after_a_break_the_repetition_is_told_as_if_it_were_the_first() -> None:
    first, second, *_ = holds("sphinx", hold_seconds=10, repetitions=5)
    words = first.stretch.words["en"]
    assert heard(entry(second, told_briefly(), anew=True)) == [words.short, *BREATH]
    assert heard(entry(second, told_in_full(), anew=True)) == [*spaced(words.enter), *BREATH]


BREATH = (2.2, "Breathe on.", 2.1)
"""Five seconds to get there, with a word on the breath in them."""


def spaced(cues: tuple[str, ...]) -> list[str | float]:
    """Cues with two seconds between them, to do what each says."""
    return [piece for cue in cues for piece in (cue, 2.0)][:-1]


def test_in_full_every_cue_is_followed_by_time_to_do_it_and_names_the_side() -> None:
    unit = with_words(
        "knee-to-chest", enter=("Draw your {side} knee up.", "{Other} leg long.".replace("Other", "Side"))
    )
    assert heard(entry(unit, told_in_full(), anew=True)) == [
        "Draw your right knee up.",
        2.0,
        "Right leg long.",
        *BREATH,
    ]


def test_more_than_a_silence_may_last_is_broken_by_a_quiet_word() -> None:
    unit = with_words("elevated-leg", short="Leg over the edge.")
    before, first, soothing, second = heard(entry(unit, told_in_full(), anew=False))[-4:]
    assert isinstance(first, float)
    assert isinstance(second, float)
    assert round(first + told_in_full().pace.seconds(str(soothing)) + second, 1) == 12
    assert max(first, second) <= 10
    assert isinstance(before, str)


def test_a_stretch_taken_up_again_is_named_with_its_side_or_number_and_how_to_lie() -> None:
    told = with_words("knee-to-chest", setup=("Lie.",)).stretch
    left = holds("knee-to-chest", hold_seconds=20)[1]._replace(stretch=told)
    assert heard(taking_up(left, told_briefly(), ToldAlready(named=False, placed=False, arranged=False))) == [
        "Knee to chest stretch.",
        "Left side.",
        "Lie.",
        3.0,
    ]
    third = holds("sphinx", hold_seconds=10, repetitions=5)[2]
    assert heard(taking_up(third, told_briefly(), ToldAlready(named=False, placed=False, arranged=True))) == [
        "Sphinx.",
        "Three of five.",
    ]
    assert heard(taking_up(third, told_briefly(), ToldAlready(named=True, placed=True, arranged=True))) == []
