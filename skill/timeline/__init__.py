"""Everything that will be heard, second by second: pure, and the one source of all times."""

from skill.timeline.flow import Budget, Flow
from skill.timeline.head import Head, head
from skill.timeline.marks import Mark, Point, last, marks, points
from skill.timeline.moment import HOLDING, Moment, Place, Role, Side, Signal, Stress
from skill.timeline.start import Announced, Inside
from skill.timeline.telling import Telling
from skill.timeline.timeline import Timeline
from skill.timeline.walk import Walk
from skill.timeline.work import NoEnd, Work

__all__ = [
    "HOLDING",
    "Announced",
    "Budget",
    "Flow",
    "Head",
    "Inside",
    "Mark",
    "Moment",
    "NoEnd",
    "Place",
    "Point",
    "Role",
    "Side",
    "Signal",
    "Stress",
    "Telling",
    "Timeline",
    "Walk",
    "Work",
    "head",
    "last",
    "marks",
    "points",
]
