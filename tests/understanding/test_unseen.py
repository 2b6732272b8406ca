"""What is understood of people who have read none of our sentences; `make bench` prints it."""

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


BY_DAY = ("apart-fourth", "open-sixth", "sealed-seventh")
"""Emergencies and what is near them, one that has few of each sort, and a large one of wishes; the others at night."""


@pytest.mark.parametrize("half", HALVES if NIGHTLY else BY_DAY)
def test_no_more_is_lost_than_was(half: str) -> None:
    counted = figures(half, the_recognizer("en-US"))

    assert counted["wish", "understood"] + counted["wish", "half understood"] >= FEWEST_UNDERSTOOD.get(half, 0)
    assert counted["wish", "wrong"] + counted["wish", "alarm"] <= MOST_WRONG.get(half, 0)
    assert counted["stranger", "taken"] <= MOST_TAKEN.get(half, 0)
    assert counted["emergency", "heard"] >= FEWEST_HEARD[half]
    assert counted["near", "false emergency"] <= MOST_FALSE[half]


FEWEST_UNDERSTOOD = {
    "open": 150,
    "sealed": 117,
    "open-anew": 89,
    "sealed-anew": 87,
    "open-third": 30,
    "sealed-third": 24,
    "open-fifth": 181,
    "open-sixth": 66,
    "apart-sixth": 60,
    "open-seventh": 187,
    "sealed-seventh": 161,
}
"""Of the sealed seventh it was three more before what all the words speak against was no longer believed; as meant are
1,103 of all that are wishes, where 1,093 were, and 126 are wrong, where 144 were. With known
sentences that give way to all the words, and all the danger of since then, 1,121 are as meant and 118 wrong."""
MOST_WRONG = {
    "open": 6,
    "sealed": 32,
    "open-anew": 4,
    "sealed-anew": 7,
    "open-third": 0,
    "sealed-third": 1,
    "open-fifth": 8,
    "open-sixth": 2,
    "apart-sixth": 7,
    "open-seventh": 18,
    "sealed-seventh": 33,
}
"""Of the sealed halves it was 24, 10, 3 and 10 with eleven fewer understood, before nine thousand sentences more were
learned; what is wrong now is told of the first, and fewer of the others."""
MOST_TAKEN = {
    "open": 4,
    "sealed": 2,
    "open-anew": 0,
    "sealed-anew": 1,
    "open-third": 0,
    "sealed-third": 0,
    "open-fifth": 2,
    "open-sixth": 0,
    "apart-sixth": 1,
    "open-seventh": 0,
    "sealed-seventh": 3,
}
"""Two more in the first and one in the sealed seventh since "ready only" and greetings are learned: "ready, Dave" is
said to somebody else, and taken."""
FEWEST_HEARD = {
    "open": 60,
    "sealed": 55,
    "open-anew": 30,
    "sealed-anew": 29,
    "open-third": 13,
    "sealed-third": 14,
    "open-fourth": 91,
    "apart-fourth": 97,
    "open-fifth": 60,
    "open-sixth": 10,
    "apart-sixth": 10,
    "open-seventh": 40,
    "sealed-seventh": 39,
}
MOST_FALSE = {
    "open": 0,
    "sealed": 3,
    "open-anew": 0,
    "sealed-anew": 3,
    "open-third": 0,
    "sealed-third": 3,
    "open-fourth": 2,
    "apart-fourth": 3,
    "open-fifth": 3,
    "open-sixth": 0,
    "apart-sixth": 1,
    "open-seventh": 0,
    "sealed-seventh": 4,
}
