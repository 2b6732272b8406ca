"""Marks: where the holds of a reply lie in its speech and its silence, small enough to be stored with the person."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from skill.limits import BREAK_COST_SECONDS, LONGEST_BREAK_SECONDS
from skill.timeline.moment import HOLDING, Place, Role
from skill.timeline.timeline import Timeline

_INTO_A_HOLD = frozenset({Role.ENTER, Role.SETTLE})
"""The roles of the way into a hold; for people who want only the counting that is just the time to get there."""


@dataclass(frozen=True)
class Point:
    """A point of a reply, by the seconds of speech (estimated) and of silence (exact) before it."""

    speech: float = 0.0
    silence: float = 0.0

    def __add__(self, other: "Point") -> "Point":
        return Point(round(self.speech + other.speech, 1), round(self.silence + other.silence, 1))

    def seconds(self, rate: float) -> float:
        """Seconds from the first word to this point, for a voice that takes `rate` times the estimate."""
        return self.speech * rate + self.silence


@dataclass(frozen=True)
class Mark:
    """One hold: its place, and the points at which the way into it begins and the hold ends."""

    place: Place
    begins: Point
    ends: Point


def points(timeline: Timeline, rate: float = 1.0) -> Iterator[Point]:
    """The point before each moment, and the one after the last, of a timeline that was laid out at this rate.

    Points have the plain estimate of speech, so that they stay valid whatever is learned of the voice.
    """
    return (Point(*passed) for passed in _passed(timeline, rate))


def _passed(timeline: Timeline, rate: float) -> list[tuple[float, float]]:
    """Seconds of speech and of silence before each moment, and after the last, as plain tuples for speed.

    On a device each break takes a little longer than its time.
    """
    speech = silence = 0.0
    passed = [(speech, silence)]
    for _, seconds, words, *_ in timeline.moments:
        if words:
            speech = round(speech + seconds / rate, 1)
        else:
            silence = round(silence + seconds + BREAK_COST_SECONDS * ceil(seconds / LONGEST_BREAK_SECONDS), 1)
        passed.append((speech, silence))
    return passed


def last(timeline: Timeline, rate: float = 1.0) -> Point:
    """The point at the end of the timeline."""
    return Point(*_passed(timeline, rate)[-1])


def marks(timeline: Timeline, rate: float = 1.0) -> tuple[Mark, ...]:
    """A mark for each hold of the timeline, in order."""
    begins: dict[Place, tuple[float, float]] = {}
    ends: dict[Place, tuple[float, float]] = {}
    for (role, _, _, place, *_), (start, end) in zip(timeline.moments, pairwise(_passed(timeline, rate)), strict=True):
        if place is None:
            continue
        if role in _INTO_A_HOLD:
            begins.setdefault(place, start)
        if role in HOLDING:
            ends[place] = end
    return tuple(Mark(place, Point(*begins.get(place, ())), Point(*end)) for place, end in ends.items())
