"""A flow: when people are asked whether to go on, and so how much one reply carries."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from skill.limits import (
    HANDS_FREE_BUDGET_SECONDS,
    LONGEST_REPLY_SECONDS,
    LONGEST_UNASKED_REPLY_SECONDS,
    REPLY_BUDGET_SECONDS,
)
from skill.timeline.hold.ways import CLOSED_MICROPHONE
from skill.timeline.stages import After, Stage

_ROOM_FOR_THE_QUESTION_SECONDS = 6.0


class Flow(StrEnum):
    """When a person is asked whether to go on."""

    USUAL = "usual"
    """At a change of posture, and when the reply is full."""
    HANDS_FREE = "hands free"
    """Only when the reply is full, and before lying face down."""
    ONE_AT_A_TIME = "one at a time"
    """After every stretch, but not face down."""
    UNASKED = "unasked"
    """Never after the start: for a routine to fall asleep with."""

    @property
    def asks_on_arrival(self) -> bool:
        """Whether people are asked when they are down; in the other flows they get time instead."""
        return self in (Flow.USUAL, Flow.ONE_AT_A_TIME)


_USUAL_SECONDS = {
    Flow.USUAL: REPLY_BUDGET_SECONDS,
    Flow.HANDS_FREE: HANDS_FREE_BUDGET_SECONDS,
    Flow.ONE_AT_A_TIME: REPLY_BUDGET_SECONDS,
    Flow.UNASKED: LONGEST_UNASKED_REPLY_SECONDS,
}


class Load(NamedTuple):
    """What some stages add up to: seconds of practice, seconds of everything, and whether they begin face down."""

    practice_seconds: float = 0.0
    seconds: float = 0.0
    stages: int = 0
    face_down: bool = False

    def and_then(self, stage: Stage) -> "Load":
        """The load with one more stage. The first stage is the way to where the second is done."""
        face_down = stage.posture in CLOSED_MICROPHONE if self.stages == 1 else self.face_down
        practice = self.practice_seconds + (0.0 if stage.after is After.WAY else stage.seconds)
        return Load(practice, self.seconds + stage.seconds, self.stages + 1, face_down)


@dataclass(frozen=True)
class Budget:
    """How much a reply may carry in a flow, after `before_seconds` of words before the practice."""

    flow: Flow = Flow.USUAL
    before_seconds: float = 0.0

    @property
    def usual_seconds(self) -> float:
        """The most seconds of practice, without the ways between postures."""
        return _USUAL_SECONDS[self.flow]

    @property
    def most_seconds(self) -> float:
        """The most seconds of everything: practice, ways, and rolling over to be asked."""
        longest = LONGEST_UNASKED_REPLY_SECONDS if self.flow is Flow.UNASKED else LONGEST_REPLY_SECONDS
        return longest - self.before_seconds - _ROOM_FOR_THE_QUESTION_SECONDS

    def within_reach(self, stages: Iterator[Stage]) -> Iterator[tuple[Stage, Load]]:
        """The stages up to the point at which this flow has to ask, or to the first that is too much.

        Each comes with the load of a reply that ends with it.
        """
        first = next(stages)
        load = Load().and_then(first)
        yield first, load
        if first.after is After.ARRIVAL:
            return
        for stage in stages:
            if stage.noted and not stage.long:
                return
            load = load.and_then(stage)
            asks = stage.noted or self._has_to_ask(stage)
            if not asks or not leads_face_down(stage):
                yield stage, load
            if asks or not self.carries(load):
                return

    def carries(self, load: Load, aside_seconds: float = 0.0) -> bool:
        """Whether practice and total are within their limits; face down only the total counts."""
        practice = load.face_down or load.practice_seconds <= self.usual_seconds
        return practice and load.seconds + aside_seconds <= self.most_seconds

    def _has_to_ask(self, stage: Stage) -> bool:
        """Whether the person is asked after this stage, or instead of it if it leads face down."""
        if stage.after is not After.WAY:
            return False
        if leads_face_down(stage):
            # Before a block face down everybody is asked; inside it nobody is, however often they want to be.
            return self.flow is not Flow.UNASKED and bool(stage.moments)
        return self.flow is Flow.ONE_AT_A_TIME or (self.flow is Flow.USUAL and bool(stage.moments))


def leads_face_down(stage: Stage) -> bool:
    """Whether this stage is a way to lying face down, where nobody should have to talk: no reply may end after it."""
    return stage.after is After.WAY and stage.posture in CLOSED_MICROPHONE
