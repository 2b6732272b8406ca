"""The head: as much of a routine as one reply carries, ending at rest where the microphone may open."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from skill.content.model import Posture
from skill.limits import LONGEST_REPLY_SECONDS, REPLY_BUDGET_SECONDS
from skill.timeline.moment import Moment, Place
from skill.timeline.stages import After, Stage, Walk
from skill.timeline.telling import Telling
from skill.timeline.timeline import Timeline
from skill.timeline.ways import way

CLOSED_MICROPHONE = frozenset({Posture.FRONT})
"""Postures in which nobody should have to talk: one rolls over first."""

_STEP_IS_OVER = {After.STEP, After.WAY, After.ROUTINE}
_ROOM_FOR_THE_QUESTION_SECONDS = 6.0


@dataclass(frozen=True)
class Budget:
    """Seconds of practice that a reply carries, and the most it may last with the ways between postures.

    Of these `rolling_over` go to somebody who lies face down and has to be asked.
    """

    usual: float = REPLY_BUDGET_SECONDS
    most: float = LONGEST_REPLY_SECONDS - _ROOM_FOR_THE_QUESTION_SECONDS
    rolling_over: float = 0.0

    @classmethod
    def after(cls, seconds: float) -> "Budget":
        """What is left when so many seconds of words come before the practice."""
        return cls(most=LONGEST_REPLY_SECONDS - _ROOM_FOR_THE_QUESTION_SECONDS - seconds)


@dataclass(frozen=True)
class Head:
    """What the reply carries; afterwards the body is in `posture`.

    The next reply starts at `then`; the first `settled` moments are over before the body moves on to `posture`.
    """

    timeline: Timeline
    posture: Posture
    then: Place | None
    settled: int


def head(walk: Walk, budget: Budget = Budget()) -> Head:
    """Whole steps up to the budget, ending early where the posture changes; a longer step is split between holds."""
    stages = tuple(_in_one_posture(walk.stages()))
    rolling = sum(moment.seconds for moment in _rolling_over(stages[1], walk.telling))
    taken = stages[: _cut(stages, replace(budget, rolling_over=rolling)) + 1]
    before = _moments(taken[:-1] if taken[-1].after is After.WAY else taken)
    last = taken[-1].moments if taken[-1].after is After.WAY else _rolling_over(taken[-1], walk.telling)
    posture = Posture.BACK if last and taken[-1].after is not After.WAY else taken[-1].posture
    return Head(Timeline((*before, *last)), posture, taken[-1].then, len(before))


def _moments(stages: Iterable[Stage]) -> tuple[Moment, ...]:
    return tuple(moment for stage in stages for moment in stage.moments)


def _rolling_over(stage: Stage, telling: Telling) -> tuple[Moment, ...]:
    """The way onto the back before a question, for somebody who lies where nobody should have to talk."""
    if stage.posture in CLOSED_MICROPHONE and stage.after is not After.ROUTINE:
        return way(stage.posture, Posture.BACK, telling)
    return ()


def _in_one_posture(stages: Iterator[Stage]) -> Iterator[Stage]:
    """The stages up to the change of posture: with the way there, unless it leads where one should not have to talk."""
    yield next(stages)
    for stage in stages:
        if stage.after is not After.WAY:
            yield stage
        elif not stage.moments:
            if stage.posture not in CLOSED_MICROPHONE:
                yield stage
        else:
            if stage.posture not in CLOSED_MICROPHONE:
                yield stage
            return


def _cut(stages: Sequence[Stage], budget: Budget) -> int:
    """The index of the stage that ends the reply: the last finished step that fits, else a side, else a repetition.

    Where a step fits but not the way from it, the next reply begins with that way.
    """
    fitting = [number for number in range(1, len(stages)) if _fits(stages[: number + 1], budget)]
    for wanted in (_STEP_IS_OVER, {After.SIDE}):
        ends = [number for number in fitting if stages[number].after in wanted]
        if ends:
            return ends[-1]
    return fitting[-1] if fitting else 1


def _fits(stages: Sequence[Stage], budget: Budget) -> bool:
    """Whether the practice is within the usual and all together within the most; face down only the most counts."""
    face_down = stages[1].posture in CLOSED_MICROPHONE
    practice = sum(stage.seconds for stage in stages if stage.after is not After.WAY)
    total = sum(stage.seconds for stage in stages) + (0.0 if stages[-1].after is After.WAY else budget.rolling_over)
    return total <= budget.most and (face_down or practice <= budget.usual)
