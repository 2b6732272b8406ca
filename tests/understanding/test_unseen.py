"""What is understood of people who have read none of our sentences; `make bench` prints it."""

import pytest

from skill.home import the_recognizer
from tests.nightly import NIGHTLY
from tests.understanding.unseen_sentences import HALVES, figures, unseen

SIZES = {"wish": 200, "stranger": 50, "emergency": 60, "near": 60}
ANEW = {"wish": 100, "stranger": 25, "emergency": 30, "near": 30}


@pytest.mark.parametrize("half", HALVES)
def test_each_half_has_as_many_of_each_sort(half: str) -> None:
    sorts = [one.sort for one in unseen(half)]
    assert {sort: sorts.count(sort) for sort in SIZES} == (ANEW if half.endswith("anew") else SIZES)


@pytest.mark.parametrize("half", HALVES if NIGHTLY else HALVES[2:])
def test_no_more_is_lost_than_was(half: str) -> None:
    counted = figures(half, the_recognizer("en-US"))

    assert counted["wish", "understood"] + counted["wish", "half understood"] >= FEWEST_UNDERSTOOD[half]
    assert counted["wish", "wrong"] + counted["wish", "alarm"] <= MOST_WRONG[half]
    assert counted["stranger", "taken"] <= MOST_TAKEN[half]
    assert counted["emergency", "heard"] >= FEWEST_HEARD[half]
    assert counted["near", "false emergency"] <= MOST_FALSE[half]


FEWEST_UNDERSTOOD = {"open": 103, "sealed": 97, "open-anew": 70, "sealed-anew": 67}
MOST_WRONG = {"open": 15, "sealed": 21, "open-anew": 9, "sealed-anew": 14}
MOST_TAKEN = {"open": 6, "sealed": 6, "open-anew": 0, "sealed-anew": 1}
FEWEST_HEARD = {"open": 59, "sealed": 54, "open-anew": 29, "sealed-anew": 28}
MOST_FALSE = {"open": 1, "sealed": 5, "open-anew": 0, "sealed-anew": 10}
