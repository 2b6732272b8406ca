"""A reach: how far the dose of a step may be moved by one person's wishes, and in which steps."""

from dataclasses import dataclass

from skill.content.model import SECONDS_A_BREATH, Dose, Routine, Step, Stretch
from skill.content.model.course import NumberedStep
from skill.content.rules.daily_rules import most_a_day_seconds

_SHORT_HOLD_SECONDS = 10
_SHORT_STEP_SECONDS, _STEP_SECONDS = 2, 5


def unit_seconds(stretch: Stretch) -> int:
    """Of what a hold is a whole number: seconds, breaths, or turns to both sides."""
    if stretch.cycle > 1:
        return stretch.cycle
    return SECONDS_A_BREATH if _by_breath(stretch) else 1


def step_seconds(stretch: Stretch, hold_seconds: int) -> int:
    """Seconds by which one wish moves a hold of this length (coaching, section two)."""
    unit = unit_seconds(stretch)
    if unit > 1:
        return unit
    return _SHORT_STEP_SECONDS if hold_seconds < _SHORT_HOLD_SECONDS else _STEP_SECONDS


def _by_breath(stretch: Stretch) -> bool:
    """Whether it is counted in breaths: every article does so, or none tells of this movement."""
    return all(dose.breaths for dose in stretch.doses) and (stretch.form == "moving" or bool(stretch.doses))


@dataclass(frozen=True)
class Reach:
    """The ends of a dose as it is prescribed: the stretch's own, and the seconds that a day has for each side."""

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
        """The least repetitions."""
        return min(self.stretch.repetitions.fewest, self.prescribed.repetitions)

    @property
    def most(self) -> int:
        """The most repetitions."""
        return max(self.stretch.repetitions.most, self.prescribed.repetitions)

    def dose(self, hold_seconds: int, repetitions: int) -> Dose:
        """The dose that comes nearest to this one."""
        hold = max(min(hold_seconds, self._longest), self.shortest)
        return self.within_a_day(self._moved(hold, max(min(repetitions, self.most), self.fewest)))

    def within_a_day(self, dose: Dose) -> Dose:
        """The dose made less until the day has room for it: its hold first, and never less than is prescribed."""
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
    """The reach of a step: where its stretch comes more often in the routine, each has its share of the day."""
    most = most_a_day_seconds(stretch)
    if most is None:
        return Reach(stretch, step.dose)
    same = [NumberedStep(0, other, stretch) for other in routine.steps if other.stretch == step.stretch]
    whole = sum(one.seconds_a_side for one in same) or 1
    return Reach(stretch, step.dose, most * NumberedStep(0, step, stretch).seconds_a_side // whole)
