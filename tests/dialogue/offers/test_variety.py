"""What is offered unasked, and as a surprise, differs by what was done on the days before."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from skill.dialogue.answers.finding.surprise import surprise
from skill.dialogue.memory.habit import Habit, Led
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.subject import Offer
from skill.dialogue.offers.variety import for_today
from skill.dialogue.scene.scene import Scene
from skill.ports.store import Owner
from skill.ports.turn import Turn
from skill.tailoring.steps.made import MadeStep
from skill.tailoring.tailoring import Tailoring
from tests.library import LIBRARY

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
TODAY = NOON.date().toordinal()
A_DAY = 86_400


def scene(*lately: tuple[str, int], at: datetime = NOON, tailoring: Tailoring | None = None) -> Scene:
    """Somebody who has done these, each so many days before the second of March."""
    habit = Habit(lately=tuple(Led(name, TODAY - back, 400, 1) for name, back in lately))
    person = Person(habit=habit, finished=9, tailoring=tailoring or Tailoring(), told=("welcome", "safety"))
    return Scene(LIBRARY, Turn("r", "SurpriseIntent", at, Owner("account"), "here", opens=False), person)


@pytest.mark.parametrize(
    ("lately", "offered"),
    [
        ((), "lower-back"),
        ((("lower-back", 1),), "five-gentle-minutes"),
        ((("lower-back", 2), ("five-gentle-minutes", 1)), "upper-back"),
        ((("lower-back", 3), ("five-gentle-minutes", 2), ("upper-back", 1)), "lower-back"),
        ((("lower-back", 0),), "five-gentle-minutes"),
    ],
)
def test_what_was_done_lately_is_not_offered_again(lately: tuple[tuple[str, int], ...], offered: str) -> None:
    assert for_today(scene(*lately)) == offered


@pytest.mark.parametrize(
    ("lately", "offered"),
    [
        ((("gentle-start", 0),), "gentle-start"),
        ((("gentle-start", 1),), "five-gentle-minutes"),
        ((("lower-back", 2), ("gentle-start", 1)), "five-gentle-minutes"),
        ((("gentle-start", 2), ("five-gentle-minutes", 1)), "lower-back"),
        ((("gentle-start", 1), ("lower-back", 1)), "five-gentle-minutes"),
    ],
)
def test_after_a_soft_day_the_next_is_a_step_more_and_not_the_longest(
    lately: tuple[tuple[str, int], ...], offered: str
) -> None:
    assert for_today(scene(*lately)) == offered


def test_somebody_who_opens_it_day_after_day_and_does_nothing_is_not_offered_the_same_each_time() -> None:
    offers = [for_today(scene(("standing", back))) for back in range(4, 9)]
    assert offers == ["lower-back", "five-gentle-minutes", "upper-back", "lower-back", "five-gentle-minutes"]


def test_somebody_who_has_never_practised_is_not_offered_the_same_each_time_either() -> None:
    now = scene()
    came = [replace(now, person=replace(now.person, begun=now.turn.epoch - days * A_DAY)) for days in range(6)]
    offers = [for_today(one) for one in came]
    assert offers[:2] == ["lower-back", "lower-back"]
    assert [one for one, other in pairwise(offers[1:]) if one == other] == []


def test_somebody_with_an_own_routine_is_offered_what_it_stands_for() -> None:
    own = Tailoring(own=(MadeStep("bridge", 18, 1),))
    assert for_today(scene(("own", 1), ("lower-back", 1), tailoring=own)) == "lower-back"


@pytest.mark.parametrize("done", [True, False])
@pytest.mark.parametrize("hour", [7, 12, 21])
def test_no_surprise_of_thirty_days_is_that_of_the_day_before(hour: int, done: bool) -> None:
    at, habit, before = datetime(2026, 3, 1, hour, 30, tzinfo=UTC), Habit(), ""
    for day in range(30):
        now = replace(scene(at=at + timedelta(days=day)), person=replace(scene().person, habit=habit))
        asked = surprise(now).person.asked
        assert asked is not None
        assert isinstance(asked.subject, Offer)
        assert asked.subject.routine != before
        before = asked.subject.routine
        if done:
            habit = habit.having_led(Led(before, now.day(now.turn.epoch).toordinal(), 400, 1))
