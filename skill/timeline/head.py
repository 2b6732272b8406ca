"""The head: as much of a walk as one reply carries, ending at rest, where the microphone may open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import fsum

from skill.content.model import Posture
from skill.limits import MOST_SOUNDS_A_REPLY
from skill.replaced import replace
from skill.timeline.flow import Budget, Flow, Load, leads_face_down
from skill.timeline.hold.ways import CLOSED_MICROPHONE, way
from skill.timeline.moment import Moment, Place, Signal
from skill.timeline.notes import note_moments, notes_due
from skill.timeline.stages import After, Stage
from skill.timeline.telling import Telling
from skill.timeline.timeline import Timeline
from skill.timeline.walk import Walk
from skill.timeline.work import NoEnd

_IN_A_STEP = {After.SIDE, After.REPETITION}
LONGEST_NOTES_SECONDS = 20.0
"""No notes before a question are longer: with this much room they need not be laid out to know that they fit."""
_ENDS_BEST = ((After.STEP, After.WAY, After.ROUTINE), (After.SIDE,), tuple(After))
"""Where a reply ends best, where it may end failing that, and where else it may."""


@dataclass(frozen=True)
class Head:
    """What one reply carries; after it the body is in `posture`, and the next one starts at `then` (None: the end)."""

    timeline: Timeline
    posture: Posture
    then: Place | None

    @property
    def arrives(self) -> bool:
        """Whether it carries only the way to where somebody is asked if they are there."""
        return self.then is not None and not any(moment.place for moment in self.timeline.moments)


def head(walk: Walk, budget: Budget) -> Head:
    """Whole steps, up to the budget or to where its flow has to ask; a longer step is split between holds.

    Raises NoEnd for a reply that ends no further than it began: going on from there would never end.
    """
    reached = tuple(budget.within_reach(walk.stages()))
    taken = [stage for stage, _ in reached[: _cut(reached, budget, walk) + 1]]
    if taken[-1].after is After.ARRIVAL:
        return _arriving(taken[-1], walk.telling)
    if (asking := _asking_sooner(taken, budget, walk)) is not None:
        return head(asking, budget)
    if taken[-1].then is not None and not walk.gets_on_to(taken[-1].then):
        raise NoEnd(f"from {walk.start} to {taken[-1].then}")
    moments = tuple([moment for stage in taken for moment in stage.moments])
    aside = _rolling_over(taken[-1], walk)
    told = few_sounds(moments) if walk.telling.manner.chimes else moments
    whole = Timeline((*told, *taken[-1].out, *aside))
    return Head(whole, Posture.BACK if aside else taken[-1].posture, taken[-1].then)


def _asking_sooner(taken: Sequence[Stage], budget: Budget, walk: Walk) -> Walk | None:
    """The walk with a question at the end of its first way; None where what was taken can stay as it is.

    That question is better than one in the middle of the first stretch, or a reply that is too long.
    """
    torn = budget.flow is Flow.HANDS_FREE and taken[-1].after in _IN_A_STEP
    too_long = _is_too_long(taken, budget, walk)
    if not walk.asks_on_arrival and (torn or too_long):
        return replace(walk, asks_on_arrival=True)
    return replace(walk, asks_anyway=True) if too_long and not walk.asks_anyway else None


def few_sounds(moments: Sequence[Moment]) -> Iterator[Moment]:
    """The moments without the sounds beyond those that a reply may have; words alone end the later holds."""
    sounds = accumulate(moment.sound is not Signal.NONE for moment in moments)
    numbered = zip(moments, sounds, strict=True)
    return (moment for moment, number in numbered if moment.sound is Signal.NONE or number <= MOST_SOUNDS_A_REPLY)


def _arriving(stage: Stage, telling: Telling) -> Head:
    """A head that carries only the way to where somebody is asked."""
    aside = _way_over(stage, telling)
    return Head(Timeline((*stage.moments, *aside)), Posture.BACK if aside else stage.posture, stage.then)


def _rolling_over(stage: Stage, walk: Walk) -> tuple[Moment, ...]:
    """The way onto the back at the end of a reply, in other words than the ways before it."""
    return _way_over(stage, walk.telling_before(stage.then)) if stage.posture in CLOSED_MICROPHONE else ()


def _way_over(stage: Stage, telling: Telling) -> tuple[Moment, ...]:
    """The way onto the back before a question, for somebody who lies face down; else nothing."""
    if stage.posture in CLOSED_MICROPHONE:
        return way(stage.posture, Posture.BACK, telling)
    return ()


def _cut(reached: Sequence[tuple[Stage, Load]], budget: Budget, walk: Walk) -> int:
    """The index of the stage that ends the reply: the last that fits and ends a step, else a side, else a repetition.

    If a step fits and the way from it does not, the next reply begins with that way.
    """
    possible = [number for number in range(len(reached) - 1, 0, -1) if not leads_face_down(reached[number][0])]
    for wanted in _ENDS_BEST:
        for number in possible:
            stage, load = reached[number]
            if stage.after in wanted and _fits(load, stage, budget, walk):
                return number
    return 1


def _fits(load: Load, stage: Stage, budget: Budget, walk: Walk) -> bool:
    """Whether a reply of this load may end with this stage, with the notes on what comes included."""
    aside = _aside_seconds(stage, walk.telling)
    if not budget.carries(load, aside + LONGEST_NOTES_SECONDS):
        aside += _notes_seconds(stage, walk)
    return budget.carries(load, aside)


def _notes_seconds(stage: Stage, walk: Walk) -> float:
    """Seconds of the notes that are due at the end of this stage."""
    if stage.then is None:
        return 0.0
    due = notes_due(walk.routine, stage.then, walk.telling, walk.announced.noted)
    return fsum(moment.seconds for moment in note_moments(due, stage.then, walk.telling, stage.moments))


def _is_too_long(taken: Sequence[Stage], budget: Budget, walk: Walk) -> bool:
    """Whether even the least that was taken is too long for one reply, with the notes at its end."""
    seconds = fsum([stage.seconds for stage in taken]) + _aside_seconds(taken[-1], walk.telling)
    near = seconds + LONGEST_NOTES_SECONDS > budget.most_seconds
    return near and seconds + _notes_seconds(taken[-1], walk) > budget.most_seconds


def _aside_seconds(stage: Stage, telling: Telling) -> float:
    """Seconds for getting out after this stage, and for rolling over, where that is needed."""
    return fsum([moment.seconds for moment in (*stage.out, *_way_over(stage, telling))])
