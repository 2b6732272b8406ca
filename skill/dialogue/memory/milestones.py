"""Milestones: the numbers of routines, and of days, at which a person is praised once."""

from collections.abc import Callable
from dataclasses import dataclass

from skill.dialogue.memory.person import Person

_DAYS_OF_A_WEEK = 7


@dataclass(frozen=True)
class Milestone:
    """Whether a person has reached it by today, and the end of the phrase's key that says so."""

    reached: Callable[[Person, int], bool]
    key: str


def _routines(number: int) -> Milestone:
    return Milestone(lambda person, _: person.finished >= number, "routines")


def _days(number: int) -> Milestone:
    return Milestone(lambda person, _: person.habit.days.total >= number, "days")


def _whole_week(person: Person, today: int) -> bool:
    return person.habit.days.streak(today) >= _DAYS_OF_A_WEEK


MILESTONES = (
    Milestone(lambda person, _: person.finished == 1, "first"),
    _days(3),
    Milestone(_whole_week, "week"),
    _routines(10),
    _routines(25),
    _days(30),
    _routines(50),
    _routines(100),
    _days(100),
    _routines(250),
    _days(365),
    _routines(500),
    _routines(1000),
)
"""The greatest last. Each keeps its place for ever: records count by it what was said."""


def reached(person: Person, today: int) -> int:
    """The milestones that this person has reached by today (an ordinal): one bit for each."""
    return sum(1 << bit for bit, milestone in enumerate(MILESTONES) if milestone.reached(person, today))
