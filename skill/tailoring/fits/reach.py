"""A reach: the bounds within which one person's wishes may change the dose of a step, and by how much at a time."""

from dataclasses import dataclass

from skill.content.model import SECONDS_A_BREATH, Dose, Routine, Step, Stretch
from skill.content.model.course import NumberedStep
from skill.content.rules.daily_rules import most_a_day_seconds

_SHORT_HOLD_SECONDS = 10
_SHORT_STEP_SECONDS, _STEP_SECONDS = 2, 5


def unit_seconds(stretch: Stretch) -> int:
    """The unit of which a hold has a whole number, in seconds: one second, one breath, or one turn to both sides."""
    if stretch.cycle > 1:
        return stretch.cycle
    return SECONDS_A_BREATH if _by_breath(stretch) else 1


def step_seconds(stretch: Stretch, hold_seconds: int) -> int:
    """Seconds by which one wish changes a hold of this length (coaching, section two)."""
    unit = unit_seconds(stretch)
    if unit > 1:
        return unit
    return _SHORT_STEP_SECONDS if hold_seconds < _SHORT_HOLD_SECONDS else _STEP_SECONDS


def _by_breath(stretch: Stretch) -> bool:
    """Whether it is counted in breaths: as all its articles do, or because it is a movement without an article."""
    return all(dose.breaths for dose in stretch.doses) and (stretch.form == "moving" or bool(stretch.doses))


@dataclass(frozen=True)
class Reach:
    """The bounds of a prescribed dose: those of the stretch, and the most seconds a day for each side (None: any)."""

    stretch: Stretch
    prescribed: Dose
    most_seconds: int | None = None

    @property
    def shortest(self) -> int:
        """Seconds of the shortest hold."""
        return min(self.stretch.hold.shortest, self.prescribed.hold_seconds)

    @property
    def longest(self) -> int:
        """Seconds of the longest hold, with as many repetitions as are prescribed."""
        return self.within_a_day(self._moved(self._longest, self.prescribed.repetitions)).hold_seconds

    @property
    def fewest(self) -> int:
        """The fewest repetitions."""
        return min(self.stretch.repetitions.fewest, self.prescribed.repetitions)

    @property
    def most(self) -> int:
        """The most repetitions, as far as a day has room for them."""
        return max(self.stretch.repetitions.most, self.prescribed.repetitions)

    def dose(self, hold_seconds: int, repetitions: int) -> Dose:
        """The dose within the reach that is nearest to this hold and these repetitions."""
        hold = max(min(hold_seconds, self._longest), self.shortest)
        return self.within_a_day(self._moved(hold, max(min(repetitions, self.most), self.fewest)))

    def within_a_day(self, dose: Dose) -> Dose:
        """The dose, reduced until a day has room for it: first the hold, never below what is prescribed."""
        while self._too_much(dose) and dose.hold_seconds > self.prescribed.hold_seconds:
            dose = self._moved(dose.hold_seconds - 1, dose.repetitions)
        while self._too_much(dose) and dose.repetitions > self.prescribed.repetitions:
            dose = self._moved(dose.hold_seconds, dose.repetitions - 1)
        return dose

    @property
    def _longest(self) -> int:
        return max(self.stretch.hold.longest, self.prescribed.hold_seconds)

    def _moved(self, hold_seconds: int, repetitions: int) -> Dose:
        return self.prescribed.but(hold_seconds=hold_seconds, repetitions=repetitions)

    def _too_much(self, dose: Dose) -> bool:
        step = Step(key="", stretch=self.stretch.slug, dose=dose)
        return self.most_seconds is not None and NumberedStep(0, step, self.stretch).seconds_a_side > self.most_seconds


def reach_of(routine: Routine, step: Step, stretch: Stretch) -> Reach:
    """The reach of a step; steps of a routine that have the same stretch share its seconds a day."""
    most = most_a_day_seconds(stretch)
    if most is None:
        return Reach(stretch, step.dose)
    same = [NumberedStep(0, other, stretch) for other in routine.steps if other.stretch == step.stretch]
    whole = sum(one.seconds_a_side for one in same) or 1
    return Reach(stretch, step.dose, most * NumberedStep(0, step, stretch).seconds_a_side // whole)
