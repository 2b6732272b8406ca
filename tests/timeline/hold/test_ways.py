"""The way between two postures takes its seconds, slower for a newcomer, and ends by saying how one lies."""

from dataclasses import replace
from itertools import permutations

import pytest

from skill.content.model import Posture
from skill.timeline.hold.ways import Ahead, approach, arrival, arriving, way
from tests.cases.each_of import each_of
from tests.library import LIBRARY, told_briefly, told_in_full


def seconds(start: Posture, end: Posture, *, newcomer: bool) -> float:
    telling = told_in_full() if newcomer else told_briefly()
    return sum(moment.seconds for moment in way(start, end, telling))


@pytest.mark.parametrize(
    ("start", "end", "usual", "slow"),
    [
        (Posture.BACK, Posture.ALL_FOURS, 30, 45),
        (Posture.BACK, Posture.FRONT, 20, 30),
        (Posture.STANDING, Posture.BACK, 60, 80),
        (Posture.ALL_FOURS, Posture.STANDING, 45, 75),
    ],
)
def test_a_way_takes_the_time_it_needs(start: Posture, end: Posture, usual: int, slow: int) -> None:
    assert seconds(start, end, newcomer=False) == pytest.approx(usual, abs=0.5)
    assert seconds(start, end, newcomer=True) == pytest.approx(slow, abs=0.5)


@each_of("posture", Posture)
def test_nobody_who_is_there_has_to_move(posture: Posture) -> None:
    assert way(posture, posture, told_in_full()) == ()
    assert approach(posture, posture, told_briefly()) == ()


def test_every_move_has_its_time_and_the_posture_is_confirmed() -> None:
    moments = way(Posture.FRONT, Posture.ALL_FOURS, told_briefly())
    assert [moment.words or moment.seconds for moment in moments] == [
        "Put your hands under your shoulders.",
        5.0,
        "Push your seat back, up onto hands and knees.",
        5.0,
        "You should be on hands and knees now.",
    ]


def test_a_long_way_that_is_known_is_told_in_a_sentence_with_the_same_time() -> None:
    known, told = approach(Posture.STANDING, Posture.BACK, told_briefly()), told_briefly()
    assert known[0].words == "Now lie down on your back. Say Alexa, ready, if you are there sooner."
    assert sum(moment.seconds for moment in known) == pytest.approx(60, abs=0.5)
    assert approach(Posture.STANDING, Posture.BACK, told_in_full()) == way(
        Posture.STANDING, Posture.BACK, told_in_full()
    )
    assert approach(Posture.FRONT, Posture.ALL_FOURS, told) == way(Posture.FRONT, Posture.ALL_FOURS, told)


def test_somebody_who_is_on_the_way_already_gets_the_least_time_it_takes() -> None:
    hurried = approach(Posture.STANDING, Posture.BACK, told_in_full(), Ahead(on_the_way=True))
    assert sum(moment.seconds for moment in hurried) == pytest.approx(45, abs=0.5)


@each_of(
    ("start", "end", "asked"),
    [
        (Posture.STANDING, Posture.BACK, Posture.BACK),
        (Posture.STANDING, Posture.ALL_FOURS, Posture.ALL_FOURS),
        (Posture.STANDING, Posture.FRONT, Posture.BACK),
        (Posture.STANDING, Posture.BED, Posture.BED),
        (Posture.STANDING, Posture.CHAIR, None),
        (Posture.BACK, Posture.FRONT, None),
        (Posture.BACK, Posture.BACK, None),
    ],
)
def test_somebody_who_has_a_long_way_is_asked_at_its_end_and_face_down_nobody_is(
    start: Posture, end: Posture, asked: Posture | None
) -> None:
    assert arrival(start, end, told_briefly()) is asked


def test_somebody_who_knows_the_way_has_one_cue_and_a_quick_person_s_quiet() -> None:
    cue, quiet = arriving(Posture.STANDING, Posture.BACK, told_briefly())
    assert cue.words.startswith("Now lie down on your back.")
    assert "forty-five seconds" in cue.words
    assert (quiet.silent, quiet.seconds) == (True, 45.0)


def test_the_first_time_every_move_is_told_in_the_usual_time() -> None:
    moments = arriving(Posture.STANDING, Posture.BACK, told_in_full())
    assert moments[0].words == "Hold a heavy chair, and lower one knee, then the other."
    assert sum(moment.seconds for moment in moments) == pytest.approx(60, abs=0.5)


KNEELS = ("hands and knees", "crawl", "one knee", "kneel", "put one foot flat")


@each_of(("start", "end"), [way for way in permutations(Posture, 2) if way[1] is not Posture.ALL_FOURS])
def test_somebody_who_cannot_kneel_is_told_no_way_on_a_knee(start: Posture, end: Posture) -> None:
    telling = replace(told_in_full(), limits=("on-front", "kneeling"))
    told = " ".join(moment.words for moment in way(start, end, telling)).lower()
    assert [words for words in KNEELS if words in told] == []


def test_in_the_routine_without_kneeling_everybody_gets_about_so() -> None:
    telling = told_in_full().on_ways_of(LIBRARY.routine("no-kneeling"))
    assert [moment.words for moment in way(Posture.BACK, Posture.STANDING, telling)][::4] == [
        "Roll onto one side, and push with your hands until you sit.",
        "Shuffle back until a low, heavy seat is behind you.",
        "Hands behind you on it, feet flat, push up onto it.",
        "Sit for two breaths, then lean forward, and stand.",
        "You should be standing now.",
    ]
    assert told_in_full().on_ways_of(LIBRARY.routine("lower-back")).limits == ()
