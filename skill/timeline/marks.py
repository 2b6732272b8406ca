"""Marks: where the holds of a reply lie in its speech and its silence, small enough to be stored with the person."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from skill.limits import BREAK_COST_SECONDS, LONGEST_BREAK_SECONDS
from skill.timeline.moment import HOLDING, Place, Role
from skill.timeline.timeline import Timeline

_INTO_A_HOLD = frozenset({Role.ENTER, Role.SETTLE})
"""The cues into a hold, or only the time to get there, for somebody who wants nothing but the counting."""


@dataclass(frozen=True)
class Point:
    """How much speech (estimated) and silence (exact) has passed, in seconds."""

    speech: float = 0.0
    silence: float = 0.0

    def __add__(self, other: "Point") -> "Point":
        return Point(round(self.speech + other.speech, 1), round(self.silence + other.silence, 1))

    def seconds(self, rate: float) -> float:
        """The second of the reply at which this is, for a voice that needs `rate` times the estimate."""
        return self.speech * rate + self.silence


@dataclass(frozen=True)
class Mark:
    """One hold: its place, and the points at which its entry begins and its hold ends."""

    place: Place
    begins: Point
    ends: Point


def points(timeline: Timeline, rate: float = 1.0) -> Iterator[Point]:
    """The point before each moment, and the one after the last; the cues were laid out for a voice of this rate.

    Points hold speech as the plain estimate has it, so that they mean the same whatever is learned of the voice.
    """
    return (Point(*passed) for passed in _passed(timeline, rate))


def _passed(timeline: Timeline, rate: float) -> list[tuple[float, float]]:
    """Seconds of speech and of silence before each moment, and after the last; of each reply it is asked several times.

    Each break takes a little more on a device than it says.
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
    """The point at which all of it is over."""
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
