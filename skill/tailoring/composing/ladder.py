"""A ladder: the doses that one stretch may have, from the least to the most, in steps that sound natural."""

from collections.abc import Iterator
from functools import lru_cache

from skill.content.model import SECONDS_A_BREATH, Stretch
from skill.tailoring.steps.made import MadeStep

_SHORT_HOLD_SECONDS = 9
_SHORT_STEP_SECONDS, _STEP_SECONDS = 2, 5

Rung = tuple[int, int]
"""Seconds of one hold, and repetitions."""

_STRETCHES_KEPT = 256
"""Every stretch, on the floor and in bed, a few times over."""


@lru_cache(maxsize=_STRETCHES_KEPT)
def ladder(stretch: Stretch, *, on_bed: bool) -> tuple[MadeStep, ...]:
    """The doses in which a stretch may come, as steps, in the order in which they are tried; the same for everybody."""
    return tuple([MadeStep(stretch.slug, hold, times, on_bed=on_bed) for hold, times in _rungs(stretch)])


def _rungs(stretch: Stretch) -> tuple[Rung, ...]:
    """Holds below the usual one with the fewest repetitions, then all others by their total, within the reach."""
    reach = stretch.repetitions
    short = [(hold, reach.fewest) for hold in _holds(stretch) if hold < stretch.hold.usual]
    full = [
        (hold, repetitions)
        for hold in _holds(stretch)
        for repetitions in range(reach.fewest, reach.most + 1)
        if hold >= stretch.hold.usual
    ]
    return (*short, *sorted(full, key=lambda rung: (rung[0] * rung[1], rung[1])))


def _holds(stretch: Stretch) -> Iterator[int]:
    """Every hold from the shortest to the longest: in whole cycles or breaths, else in steps of two or five seconds."""
    seconds = stretch.hold.shortest
    while seconds <= stretch.hold.longest:
        yield seconds
        seconds = _next(stretch, seconds)


def _next(stretch: Stretch, seconds: int) -> int:
    if stretch.cycle > 1:
        return seconds + stretch.cycle
    if stretch.form == "moving" and stretch.hold.shortest % SECONDS_A_BREATH == 0:
        return seconds + SECONDS_A_BREATH
    if seconds < _SHORT_HOLD_SECONDS:
        return seconds + _SHORT_STEP_SECONDS
    return (seconds // _STEP_SECONDS + 1) * _STEP_SECONDS
