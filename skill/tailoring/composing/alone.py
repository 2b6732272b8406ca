"""Alone: each step as it is led to one person by itself, cached from one composed routine to the next."""

from dataclasses import dataclass, field
from functools import lru_cache

from skill.content.library import Library
from skill.content.model import Routine
from skill.content.model.course import NumberedStep
from skill.content.rules.daily_rules import most_a_day_seconds
from skill.tailoring.composing.drafting import Choice
from skill.tailoring.composing.ladder import ladder
from skill.tailoring.composing.shapes import part_of
from skill.tailoring.steps.made import FITTED, MadeStep, made_routine
from skill.tailoring.tailoring import Tailoring, tailored

_PEOPLE_KEPT = 8
"""Tailorings whose steps stay cached: most people have the same one, the empty one; and a few others."""

Steps = tuple[MadeStep, ...]


@lru_cache(maxsize=_PEOPLE_KEPT)
def alone_for(library: Library, tailoring: Tailoring) -> "Alone":
    """The cached steps for this tailoring; which stretches were met, and how fast a voice is, makes no difference."""
    return Alone(library, tailoring)


@dataclass(frozen=True, eq=False)
class Alone:
    """Steps by themselves, each computed when it is first needed."""

    library: Library
    tailoring: Tailoring
    _routines: dict[MadeStep, Routine | None] = field(default_factory=dict)
    _as_made: dict[MadeStep, bool] = field(default_factory=dict)
    """Whether tailoring leaves a step as it was made, in any routine that has its stretch once."""
    _numbered: dict[MadeStep, NumberedStep | None] = field(default_factory=dict)
    _choices: dict[tuple[str, bool, int], Choice | None] = field(default_factory=dict)

    def led(self, steps: Steps) -> Routine | None:
        """The tailored routine of these steps, each of another stretch; None where nothing of it is left."""
        routine = made_routine(self.library, FITTED, steps)
        if routine is None or all(self._is_as_made(step) for step in steps):
            return routine
        return tailored(self.library, routine, self.tailoring)

    def routine(self, step: MadeStep) -> Routine | None:
        """The tailored routine of this step alone; None where nothing of it is left."""
        if step not in self._routines:
            made = made_routine(self.library, FITTED, (step,))
            routine = None if made is None else tailored(self.library, made, self.tailoring)
            self._as_made[step], self._routines[step] = routine is made and made is not None, routine
        return self._routines[step]

    def _is_as_made(self, step: MadeStep) -> bool:
        if step not in self._as_made:
            self.routine(step)
        return self._as_made[step]

    def numbered(self, step: MadeStep) -> NumberedStep | None:
        """This step, tailored, with its stretch; None where it is left out."""
        if step not in self._numbered:
            routine = self.routine(step)
            self._numbered[step] = self.library.course(routine).numbered[0] if routine else None
        return self._numbered[step]

    def choice(self, slug: str, held_seconds: int, *, on_bed: bool) -> Choice | None:
        """The stretch with the doses it may have today, after `held_seconds` already; None where it has none."""
        key = slug, on_bed, held_seconds
        if key not in self._choices:
            self._choices[key] = self._choice(slug, held_seconds, on_bed=on_bed)
        return self._choices[key]

    def _choice(self, slug: str, held_seconds: int, *, on_bed: bool) -> Choice | None:
        known = self.library.stretch(slug)
        rungs = ladder(known, on_bed=on_bed)
        first = self.numbered(rungs[0])
        if first is None:
            return None
        allowed = self._allowed(first, rungs, held_seconds)
        if not allowed:
            return None
        usual = next((n for n, rung in enumerate(allowed) if rung.hold_seconds >= known.hold.usual), len(allowed) - 1)
        return Choice(first.stretch, 0, part_of(first.stretch), 0, allowed, usual)

    def _allowed(self, first: NumberedStep, rungs: Steps, held_seconds: int) -> Steps:
        """The doses that stay within the stretch's most for a day, on either side."""
        most = most_a_day_seconds(first.stretch)
        if most is None:
            return rungs
        seconds_of = self._seconds_as_given if self._leaves_doses(first) else self._seconds_as_led
        return tuple(rung for rung in rungs if held_seconds + seconds_of(rung) <= most)

    def _seconds_as_led(self, step: MadeStep) -> float:
        """Seconds for which a side is held in this dose, as tailored."""
        one = self.numbered(step)
        return one.seconds_a_side if one else 0

    def _seconds_as_given(self, step: MadeStep) -> float:
        """The same of a dose that tailoring leaves as it is: each side has its turn alone."""
        return step.hold_seconds * step.repetitions

    def _leaves_doses(self, one: NumberedStep) -> bool:
        """Whether tailoring leaves every dose of this step as it is."""
        return one.step.form == "usual" and self.tailoring.leaves_doses_of(one.step.stretch)
