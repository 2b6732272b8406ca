"""Reckoning: how long a draft lasts, as the sum of what is told of each stretch alone and of the ways between them.

What is said before, the way there and the way up are the same for all drafts that go through the same postures. What is
left then is where questions come: a few seconds, mostly fewer than are reckoned. The draft that is taken is laid out.
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
    """What is told to one person of a routine, part by part."""

    @property
    def asking_seconds(self) -> float:
        """Seconds from the last word of one reply to the first of the next."""

    @property
    def reply_seconds(self) -> float:
        """Seconds of stretching that one reply may have."""

    def alone(self, routine: Routine) -> float:
        """Seconds of the one stretch of this routine, without the way to it and what is asked."""

    def around(self, routine: Routine) -> float:
        """About how many seconds pass before the first stretch of this routine, and after its last."""

    def between(self, before: Posture, after: Posture) -> float:
        """Seconds from one posture to another, with what is asked there."""


class _Told(NamedTuple):
    """A stretch as it was told alone: its seconds, and how often it is held for how long."""

    seconds: float
    holds: int
    hold_seconds: int


@dataclass
class Reckoning:
    """Adds up drafts for one person; each part is asked for once."""

    alone: Alone
    parts: Parts
    _of_step: dict[int, float] = field(default_factory=dict)
    """By the identity of the step, for they are looked up thousands of times; all are kept with what is known alone."""
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
        """As it is told, or as with holds of another length, where nothing but those is longer then."""
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
