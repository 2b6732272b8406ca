"""A flow: how much a reply carries before it asks, and how far it may go."""

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
        """Whether they are asked when they are down; people who want few questions have the time instead."""
        return self in (Flow.USUAL, Flow.ONE_AT_A_TIME)


_USUAL_SECONDS = {
    Flow.USUAL: REPLY_BUDGET_SECONDS,
    Flow.HANDS_FREE: HANDS_FREE_BUDGET_SECONDS,
    Flow.ONE_AT_A_TIME: REPLY_BUDGET_SECONDS,
    Flow.UNASKED: LONGEST_UNASKED_REPLY_SECONDS,
}


class Load(NamedTuple):
    """How much some stages of a reply are: seconds of practice, of everything, and whether they begin face down."""

    practice_seconds: float = 0.0
    seconds: float = 0.0
    stages: int = 0
    face_down: bool = False

    def and_then(self, stage: Stage) -> "Load":
        """With one more; the first is only the way to where the second is done."""
        face_down = stage.posture in CLOSED_MICROPHONE if self.stages == 1 else self.face_down
        practice = self.practice_seconds + (0.0 if stage.after is After.WAY else stage.seconds)
        return Load(practice, self.seconds + stage.seconds, self.stages + 1, face_down)


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

    def within_reach(self, stages: Iterator[Stage]) -> Iterator[tuple[Stage, Load]]:
        """The stages before the first point at which this flow has to ask, up to the first that is too much.

        Each with the load of a reply that ends with it.
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
        """Whether the practice is within the usual and all together within the most; face down only the most counts."""
        practice = load.face_down or load.practice_seconds <= self.usual_seconds
        return practice and load.seconds + aside_seconds <= self.most_seconds

    def _has_to_ask(self, stage: Stage) -> bool:
        """Whether the person is asked when this stage is over, or instead of it when it leads face down."""
        if stage.after is not After.WAY:
            return False
        if leads_face_down(stage):
            # A block is asked for before it begins, and then stayed in, however often somebody wants to be asked.
            return self.flow is not Flow.UNASKED and bool(stage.moments)
        return self.flow is Flow.ONE_AT_A_TIME or (self.flow is Flow.USUAL and bool(stage.moments))


def leads_face_down(stage: Stage) -> bool:
    """Whether this stage is the way to where nobody should have to talk: no reply may end after it."""
    return stage.after is After.WAY and stage.posture in CLOSED_MICROPHONE
