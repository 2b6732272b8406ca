"""One person's run through one routine: the place it has reached, and where it was when somebody interrupted."""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import hypot

from skill.content.model import Posture
from skill.limits import CAUTION_BEFORE_CALIBRATION, START_LATENCY_SECONDS, TALKING_SECONDS
from skill.pace import Pace
from skill.timeline import Mark, Place, Point

_LATENCY_DEVIATION_SECONDS = 0.6
_TALKING_DEVIATION_SECONDS = 0.6


class Phase(StrEnum):
    """What a practice is in the middle of."""

    GUIDING = "guiding"
    PAUSED = "paused"


@dataclass(frozen=True)
class Sent:
    """The last guiding reply as it was sent: when (epoch seconds), and its marks.

    Its holds are in posture `working`; from the point `arrives` the body is in `posture`; `then` is where it goes on.
    """

    at: int
    marks: tuple[Mark, ...]
    arrives: Point
    working: Posture
    posture: Posture
    then: Place | None
    closes: bool = False


@dataclass(frozen=True)
class Practice:
    """A routine under way: where the last reply began and what it was; `conversation` is the one that guides it."""

    routine: str
    content: str
    place: Place
    posture: Posture
    touched: int
    phase: Phase = Phase.GUIDING
    conversation: str = ""
    sent: Sent | None = None
    torn: Place | None = None


class Ending(StrEnum):
    """How much of a reply can have been heard when something else came."""

    INTERRUPTED = "interrupted"
    ALL_HEARD = "all heard"
    NOTHING_HEARD = "nothing heard"


@dataclass(frozen=True)
class Whereabouts:
    """Where the person is: at `place` (None when all is done), perhaps `inside` that stretch, in a posture."""

    place: Place | None
    posture: Posture
    inside: bool = False
    over: bool = False
    """Whether every hold of the reply was finished, so that only its question is left."""
    heard: tuple[Place, ...] = ()


def whereabouts(practice: Practice, at: int, ending: Ending, pace: Pace) -> Whereabouts:
    """The first hold that may not have been finished when the request was sent at `at` (epoch seconds)."""
    sent = practice.sent
    if sent is None or ending is Ending.NOTHING_HEARD:
        return Whereabouts(practice.place, practice.posture)
    if ending is Ending.ALL_HEARD:
        return Whereabouts(sent.then, sent.posture, over=True, heard=tuple(mark.place for mark in sent.marks))
    elapsed = at - sent.at - START_LATENCY_SECONDS - TALKING_SECONDS
    finished = [mark for mark in sent.marks if _latest(mark.ends, pace) <= elapsed]
    heard = tuple(mark.place for mark in finished)
    if len(finished) == len(sent.marks):
        arrived = elapsed >= sent.arrives.seconds(pace.rate)
        return Whereabouts(sent.then, sent.posture if arrived else sent.working, over=True, heard=heard)
    mark = sent.marks[len(finished)]
    inside = elapsed > _earliest(mark.begins, pace)
    moving_there = not inside and mark is sent.marks[0]
    return Whereabouts(mark.place, practice.posture if moving_there else sent.working, inside, heard=heard)


def settled(practice: Practice, where: Whereabouts) -> Practice:
    """The practice with its place brought up to date, and no reply under way."""
    return replace(practice, place=where.place or practice.place, posture=where.posture, sent=None)


def _deviation(point: Point, pace: Pace) -> float:
    """One standard deviation, in seconds, of when this point of the reply was really reached."""
    return hypot(point.speech * pace.deviation, _LATENCY_DEVIATION_SECONDS, _TALKING_DEVIATION_SECONDS)


def _latest(point: Point, pace: Pace) -> float:
    return point.seconds(pace.rate) + CAUTION_BEFORE_CALIBRATION * _deviation(point, pace)


def _earliest(point: Point, pace: Pace) -> float:
    return point.seconds(pace.rate) - CAUTION_BEFORE_CALIBRATION * _deviation(point, pace)
