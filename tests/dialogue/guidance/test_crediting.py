"""A day of a programme is done by its own routine, or by what was begun in the place of one that is too much."""

from dataclasses import replace

import pytest

from skill.dialogue.guidance.crediting import having_finished
from skill.dialogue.memory.following import Following
from skill.dialogue.memory.person import Person
from skill.tailoring.tailoring import Tailoring
from skill.timeline import Place
from tests.dialogue.somebody import AT, led, scene_with

FLAT = ("lying-flat",)
YESTERDAY = AT.toordinal() - 1


def finishing(routine: str, week: int, following: Following, limits: tuple[str, ...] = ()) -> Person:
    """Somebody of these limits who follows that programme, and has finished this routine, begun for that week."""
    person = led(routine, Place("pelvic-tilts"))
    practice = replace(person.practices[0], week=week)
    person = replace(person, practices=(practice,), following=following, tailoring=Tailoring(limits=limits))
    scene = scene_with(led("lower-back", Place("pelvic-tilts")))
    return having_finished(replace(scene, person=person), person, practice)


def days_over(routine: str, week: int, following: Following, limits: tuple[str, ...] = ()) -> int:
    return finishing(routine, week, following, limits).following.over


@pytest.mark.parametrize("week", [0, 1])
def test_its_own_routine_does_the_day(week: int) -> None:
    assert days_over("gentle-start", week, Following("two-week-gentle-start")) == 1


def test_a_routine_that_was_begun_for_another_programme_does_no_day_of_this_one() -> None:
    assert days_over("lower-back", 1, Following("two-week-gentle-start")) == 0


def test_a_routine_of_another_day_of_the_same_week_does_not_do_today() -> None:
    assert days_over("lower-back", 1, Following("daily-back-care", over=1, last=YESTERDAY)) == 1


def test_what_was_begun_in_the_place_of_a_routine_that_is_too_much_does_the_day() -> None:
    assert days_over("desk", 1, Following("two-week-gentle-start"), FLAT) == 1


def test_a_routine_begun_by_itself_counts_for_no_day_of_the_programme() -> None:
    assert days_over("desk", 0, Following("two-week-gentle-start"), FLAT) == 0
