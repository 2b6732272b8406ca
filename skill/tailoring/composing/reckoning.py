"""Estimates how long a draft lasts, by adding up each stretch as told alone, and the ways between them.

What is said before, the way there and the way up are the same for all drafts of the same postures. The estimate differs
from the real length by where questions come: a few seconds, mostly too many. The draft that is taken is laid out.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Protocol

from skill.content.model import Posture, Routine
from skill.tailoring.composing.alone import Alone
from skill.tailoring.composing.drafting import Choice, Draft
from skill.tailoring.steps.made import MadeStep
from skill.timeline.hold.units import places_of


class Parts(Protocol):
    """The seconds of the parts of a routine, as told to one person."""

    @property
    def asking_seconds(self) -> float:
        """Seconds from the last word of one reply to the first of the next."""

    @property
    def reply_seconds(self) -> float:
        """Seconds of stretching that one reply may have."""

    def alone(self, routine: Routine) -> float:
        """Seconds of this routine's one stretch, without the way to it and questions."""

    def around(self, routine: Routine) -> float:
        """About how many seconds pass before the first stretch of this routine, and after its last."""

    def between(self, before: Posture, after: Posture) -> float:
        """Seconds from one posture to another, with the question there."""


class _Told(NamedTuple):
    """A stretch as told alone: its seconds, how often it is held, and for how long each time."""

    seconds: float
    holds: int
    hold_seconds: int


@dataclass
class Reckoning:
    """Adds up drafts for one person; each part is computed once."""

    alone: Alone
    parts: Parts
    _of_step: dict[int, float] = field(default_factory=dict)
    """By `id` of the step, which is faster than its hash; all steps are kept alive by `alone`."""
    _told: dict[tuple[str, int, bool], _Told] = field(default_factory=dict)
    _between: dict[tuple[Posture, Posture], float] = field(default_factory=dict)

    def seconds(self, draft: Draft) -> float:
        """Seconds of all its parts, with a question wherever a reply is full."""
        total, load, before = 0.0, 0.0, None
        for entry in draft.entries:
            posture, seconds = entry.choice.stretch.posture, self.of_step(entry.choice.rungs[entry.rung])
            if before is not None and posture is not before:
                total += self._way_seconds(before, posture)
                load = 0.0
            elif load and load + seconds > self._reply_seconds:
                total += self._asking_seconds
                load = 0.0
            total += seconds
            load += seconds
            before = posture
        return total

    @cached_property
    def _reply_seconds(self) -> float:
        return self.parts.reply_seconds

    @cached_property
    def _asking_seconds(self) -> float:
        return self.parts.asking_seconds

    def on_each_rung(self, choice: Choice) -> list[float]:
        """Seconds of this stretch alone in each dose that it may have."""
        return [self.of_step(step) for step in choice.rungs]

    def of_step(self, step: MadeStep) -> float:
        """Seconds of this stretch alone, in this dose."""
        seconds = self._of_step.get(id(step))
        if seconds is None:
            seconds = self._of_step[id(step)] = self._alone_seconds(step)
        return seconds

    def _way_seconds(self, before: Posture, after: Posture) -> float:
        if (before, after) not in self._between:
            self._between[before, after] = self.parts.between(before, after)
        return self._between[before, after]

    def _alone_seconds(self, step: MadeStep) -> float:
        """The seconds of a step alone; from another hold length of the same step, where only the holds differ."""
        key = step.stretch, step.repetitions, step.on_bed
        told = self._told.get(key)
        if told is None:
            told = self._told_alone(step)
            if self.alone.tailoring.leaves_doses_of(step.stretch):
                self._told[key] = told
        return told.seconds + told.holds * (step.hold_seconds - told.hold_seconds)

    def _told_alone(self, step: MadeStep) -> _Told:
        routine = self.alone.routine(step)
        if routine is None:
            return _Told(0.0, 0, 0)
        led = routine.steps[0]
        holds = len(places_of(led, self.alone.library.stretch_of(led)))
        return _Told(self.parts.alone(routine), holds, step.hold_seconds)
