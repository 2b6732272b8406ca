"""Of several stretches called alike those of the routine under way are near, then those that were done lately."""

from datetime import UTC, datetime

import pytest

from skill.dialogue.answers.replying.near_by import near_by
from skill.dialogue.memory.habit import Habit, Led
from skill.dialogue.memory.person import Person
from skill.dialogue.scene.routine_of import alone
from skill.dialogue.scene.scene import Scene
from skill.ports.store import Owner
from skill.ports.turn import Turn
from tests.library import LIBRARY

FIGURES = ("chair-figure-four", "piriformis", "seated-figure-four")
CATS = ("cat-and-cow", "cat-cow", "seated-cat-cow")


def somebody_who_did(*routines: str) -> Scene:
    lately = tuple(Led(routine, day) for day, routine in enumerate(routines))
    at = datetime(2026, 5, 4, 9, tzinfo=UTC)
    turn = Turn("one", "StartStretchIntent", at, Owner("somebody", "household"), locale="en-US")
    return Scene(LIBRARY, turn, Person(habit=Habit(lately=lately)))


@pytest.mark.parametrize(
    ("done", "near"),
    [
        ((), FIGURES),
        (("desk",), ("chair-figure-four",)),
        (("bedtime",), FIGURES),
        ((alone("piriformis"), "desk"), ("chair-figure-four",)),
        (("desk", alone("piriformis")), ("piriformis",)),
    ],
)
def test_the_newest_that_has_one_of_them_says_which(done: tuple[str, ...], near: tuple[str, ...]) -> None:
    assert near_by(somebody_who_did(*done), FIGURES) == near


@pytest.mark.parametrize(
    ("done", "near"),
    [
        ((), ("cat-cow", "seated-cat-cow")),
        (("eight-stretches",), ("cat-and-cow",)),
        (("lower-back",), ("cat-cow",)),
    ],
)
def test_nobody_is_asked_which_of_two_forms_in_one_posture(done: tuple[str, ...], near: tuple[str, ...]) -> None:
    assert near_by(somebody_who_did(*done), CATS) == near
