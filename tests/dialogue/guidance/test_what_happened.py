"""Greetings and praise over thirty days: what really happened, and another thing than on the day before."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from skill.dialogue.answers.starting.launch import launch
from skill.dialogue.guidance.crediting import heard_out
from skill.dialogue.guidance.praise import praise
from skill.dialogue.memory.habit import Led
from skill.dialogue.memory.person import Person
from skill.dialogue.offers.announcement import WELCOME
from skill.dialogue.scene.scene import Scene
from skill.ports.store import Owner
from skill.ports.turn import Turn
from skill.practice import Practice
from skill.timeline import Place
from tests.dialogue.somebody import AT
from tests.library import LIBRARY

EVERY_DAY = range(30)
NOW_AND_THEN = (0, 1, 2, 5, 6, 11, 12, 13, 14, 20, 21, 23, 27, 28, 29)
ONE, TWO = ("lower-back",), ("lower-back", "hips")


def at(day: int, person: Person) -> Scene:
    """The morning of a day."""
    turn = Turn(f"day {day}", "", AT + timedelta(days=day), Owner("account"), "here", opens=True)
    return Scene(LIBRARY, turn, person)


def month(days: Iterator[int] | range | tuple[int, ...], routines: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What somebody hears on each of their days: when they open it, and at the end of their routine."""
    person = Person(told=(WELCOME,), finished=1, habit=replace(Person().habit, praised=1))
    for number, day in enumerate(days):
        scene, routine = at(day, person), routines[number % len(routines)]
        greeted = launch(scene).reply.timeline.moments[0].words
        practice = Practice(routine, "today", Place(""), LIBRARY.stretch("bridge").posture, scene.turn.epoch)
        yield greeted, " ".join(praise(scene, practice))
        led = Led(routine, scene.day(scene.turn.epoch).toordinal(), 700)
        person = heard_out(scene, replace(person, habit=person.habit.having_led(led)), practice)


@pytest.mark.parametrize("routines", [ONE, TWO])
@pytest.mark.parametrize("days", [EVERY_DAY, NOW_AND_THEN])
def test_nothing_is_heard_on_two_days_running(days: range | tuple[int, ...], routines: tuple[str, ...]) -> None:
    heard = list(month(days, routines))
    for said in zip(*heard, strict=True):
        assert all(one != other for one, other in pairwise(said))
        assert len(set(said)) >= len(said) // 3


def test_every_sentence_is_true_of_the_days() -> None:
    assert [praised for _, praised in month((0, 1, 2, 6, 7, 9), TWO)] == [
        "",
        "Day after day: two days now.",
        "You have practised on three days now.",
        "That is four days in a week.",
        "the hip routine last time, this one now.",
        "three days of the last seven.",
    ]


def test_a_second_routine_on_a_day_is_mentioned() -> None:
    *_, (_, praised) = month((0, 0), TWO)
    assert praised in ("That was the second one today.", "Two of them in one day.")


def test_nobody_who_was_never_there_has_come_back() -> None:
    (_, praised), *_ = month((0,), ONE)
    assert praised == ""
