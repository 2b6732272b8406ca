"""A flow: how much a reply carries before it asks, and how far it may go."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

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
    """Only when the reply is full."""
    ONE_AT_A_TIME = "one at a time"
    """After every stretch."""
    UNASKED = "unasked"
    """Never after the start: for a routine to fall asleep with."""

    @property
    def asks_on_arrival(self) -> bool:
        """Whether they are asked when they are down; who is to be asked as little as possible has the time instead."""
        return self in (Flow.USUAL, Flow.ONE_AT_A_TIME)


_USUAL_SECONDS = {
    Flow.USUAL: REPLY_BUDGET_SECONDS,
    Flow.HANDS_FREE: HANDS_FREE_BUDGET_SECONDS,
    Flow.ONE_AT_A_TIME: REPLY_BUDGET_SECONDS,
    Flow.UNASKED: LONGEST_UNASKED_REPLY_SECONDS,
}


@dataclass(frozen=True)
class Budget:
    """What a reply may carry in a flow, when so many seconds of words come before the practice."""

    flow: Flow = Flow.USUAL
    before_seconds: float = 0.0

    @property
    def usual_seconds(self) -> float:
        """Seconds of practice, the ways between postures not counted."""
        return _USUAL_SECONDS[self.flow]

    @property
    def most_seconds(self) -> float:
        """Seconds of everything: practice, ways, and rolling over to be asked."""
        longest = LONGEST_UNASKED_REPLY_SECONDS if self.flow is Flow.UNASKED else LONGEST_REPLY_SECONDS
        return longest - self.before_seconds - _ROOM_FOR_THE_QUESTION_SECONDS

    def within_reach(self, stages: Iterator[Stage]) -> Iterator[Stage]:
        """The stages before the first point at which this flow has to ask."""
        first = next(stages)
        yield first
        if first.after is After.ARRIVAL:
            return
        for stage in stages:
            if stage.noted and not stage.long:
                return
            asks = stage.noted or self._has_to_ask(stage)
            if not asks or not leads_face_down(stage):
                yield stage
            if asks:
                return

    def _has_to_ask(self, stage: Stage) -> bool:
        """Whether the person is asked when this stage is over, or instead of it when it leads face down."""
        if stage.after is not After.WAY:
            return False
        return self.flow is Flow.ONE_AT_A_TIME or (self.flow is Flow.USUAL and bool(stage.moments))


def leads_face_down(stage: Stage) -> bool:
    """Whether this stage is the way to where nobody should have to talk: no reply may end after it."""
    return stage.after is After.WAY and stage.posture in CLOSED_MICROPHONE
