"""What is understood of people who have read none of our sentences; `make bench` prints it."""

from collections import Counter
from dataclasses import dataclass

import pytest

from skill.home import the_recognizer
from tests.nightly import NIGHTLY
from tests.understanding.unseen_sentences import HALVES, figures, unseen

SIZES = {"wish": 200, "stranger": 50, "emergency": 60, "near": 60}
THIRD = {"wish": 30, "stranger": 5, "emergency": 15, "near": 15}
FIFTH = {"wish": 200, "stranger": 60, "emergency": 60, "near": 60}
SIXTH = {"wish": 79, "stranger": 10, "emergency": 10, "near": 10}
ANEW = {"wish": 100, "stranger": 25, "emergency": 30, "near": 30}
BY_TIME = {"anew": ANEW, "third": THIRD, "fifth": FIFTH, "sixth": SIXTH}
OF_ITS_OWN = {
    "open-fourth": {"emergency": 91, "near": 149},
    "apart-fourth": {"emergency": 98, "near": 150},
    "open-seventh": {"wish": 220, "stranger": 32, "emergency": 40, "near": 40},
    "sealed-seventh": {"wish": 219, "stranger": 28, "emergency": 40, "near": 40},
}


@pytest.mark.parametrize("half", HALVES)
def test_each_half_has_as_many_of_each_sort(half: str) -> None:
    sorts = [one.sort for one in unseen(half)]
    sizes = OF_ITS_OWN.get(half) or BY_TIME.get(half.rpartition("-")[2], SIZES)
    assert {sort: sorts.count(sort) for sort in SIZES if sort in sorts} == sizes


@dataclass(frozen=True)
class Bounds:
    """How many at least, or at most, of the sentences of some halves together."""

    understood: int
    wrong: int
    taken: int
    heard: int
    false: int


UNREAD = ("sealed", "sealed-anew", "sealed-third", "apart-fourth", "apart-sixth", "sealed-seventh")
READ = tuple(half for half in HALVES if half not in UNREAD)
BY_DAY = ("open-sixth", "sealed-anew")
"""Two with some of each sort; all others at night."""
BOUNDS = {
    UNREAD: Bounds(understood=454, wrong=78, taken=9, heard=245, false=16),
    READ: Bounds(understood=705, wrong=38, taken=6, heard=304, false=4),
    BY_DAY: Bounds(understood=154, wrong=10, taken=3, heard=39, false=3),
}
"""Of some halves together: with every training a few sentences change places, and in which half is chance. Of the
unread 449 were understood before all that people ask and tell was learned, 80 wrong, 7 taken and 244 heard, of the read
703, 38, 6 and 304. Since more kinds of emergencies were learned one more is heard, one false one less, and a stranger
of each is taken for one: "stop fighting both of you or I will call papa"."""


@pytest.mark.parametrize("halves", [UNREAD, READ] if NIGHTLY else [BY_DAY])
def test_no_more_is_lost_than_was(halves: tuple[str, ...]) -> None:
    counted = sum((figures(half, the_recognizer("en-US")) for half in halves), Counter[tuple[str, str]]())
    bounds = BOUNDS[halves]

    assert counted["wish", "understood"] + counted["wish", "half understood"] >= bounds.understood
    assert counted["wish", "wrong"] + counted["wish", "alarm"] <= bounds.wrong
    assert counted["stranger", "taken"] <= bounds.taken
    assert counted["emergency", "heard"] >= bounds.heard
    assert counted["near", "false emergency"] <= bounds.false
