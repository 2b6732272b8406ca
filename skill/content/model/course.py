"""The course of a routine: its steps with their stretches, and the time between two of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from typing import Literal

from skill.content.model.model import Posture, Routine, Step, Stretch, Transition

Bend = Literal["arching", "deep"]


@dataclass(frozen=True)
class NumberedStep:
    """One step with its stretch, numbered from nought."""

    number: int
    step: Step
    stretch: Stretch

    @property
    def bend(self) -> Bend | None:
        """Which way this step bends the back far, if it does: with one knee at a time it does not."""
        one_by_one = self.stretch.sides == "each-then-both" and not self.step.dose.together
        return None if one_by_one else self.stretch.bends

    @property
    def seconds_a_side(self) -> int:
        """Seconds of holding in all repetitions, for each side where there are sides; both at once counts for each."""
        dose, both = self.step.dose, self.stretch.both
        at_once = min(dose.hold_seconds, both.hold.longest) if both and dose.together else 0
        return (dose.hold_seconds + at_once) * dose.repetitions


@dataclass(frozen=True)
class Course:
    """A routine, its stretches in order (in the forms that it uses), and the ways between postures."""

    routine: Routine
    stretches: tuple[Stretch, ...]
    ways: Mapping[tuple[Posture, Posture], Transition]

    @cached_property
    def numbered(self) -> tuple[NumberedStep, ...]:
        """Every step with its stretch."""
        pairs = zip(self.routine.steps, self.stretches, strict=True)
        return tuple(NumberedStep(number, step, stretch) for number, (step, stretch) in enumerate(pairs))

    @cached_property
    def postures(self) -> tuple[Posture, ...]:
        """The postures in order, without repeating one that stays the same."""
        return tuple(posture for posture, _ in groupby(stretch.posture for stretch in self.stretches))

    def neighbours(self) -> Iterator[tuple[NumberedStep, NumberedStep]]:
        """Each pair of steps that follow each other."""
        return pairwise(self.numbered)

    def seconds_between(self, earlier: NumberedStep, later: NumberedStep) -> int:
        """The least seconds between two steps: the ways, the rests, and the holds of the steps in between."""
        stay = self.numbered[earlier.number : later.number + 1]
        moving = sum(self._way_seconds(one, following) for one, following in pairwise(stay))
        resting = sum(one.step.rest_after_seconds for one in stay[:-1])
        return moving + resting + sum(one.seconds_a_side for one in stay[1:-1])

    def _way_seconds(self, earlier: NumberedStep, later: NumberedStep) -> int:
        way = self.ways.get((earlier.stretch.posture, later.stretch.posture))
        return way.usual if way else 0
