"""A fit: how one stretch is told and dosed for one person, in steps from what the routine prescribes."""

from dataclasses import dataclass

from skill.content.model import SECONDS_A_BREATH, Dose, Step, Stretch

_SHORT_HOLD_SECONDS = 10
_SHORT_STEP_SECONDS, _STEP_SECONDS = 2, 5


@dataclass(frozen=True)
class Fit:
    """Steps of hold and repetitions more (or fewer) than prescribed, and whether the easier form is told."""

    stretch: str
    hold: int = 0
    repetitions: int = 0
    easier: bool = False

    @property
    def usual(self) -> bool:
        """Whether it changes nothing, so that it need not be kept."""
        return not (self.hold or self.repetitions or self.easier)


def step_seconds(stretch: Stretch, hold_seconds: int) -> int:
    """Seconds by which one wish moves a hold of this length (coaching, section two)."""
    if stretch.cycle > 1:
        return stretch.cycle
    if stretch.parts and any(dose.breaths for dose in stretch.doses):
        return SECONDS_A_BREATH
    return _SHORT_STEP_SECONDS if hold_seconds < _SHORT_HOLD_SECONDS else _STEP_SECONDS


def fitted(step: Step, stretch: Stretch, fit: Fit) -> Step:
    """The step with its dose moved as far as the stretch's reach allows, and in the form that the person wants."""
    easier = fit.easier and all(words.easier is not None for words in stretch.words.values())
    return step.model_copy(
        update={"dose": fitted_dose(step.dose, stretch, fit), "form": "easier" if easier else step.form}
    )


def fitted_dose(dose: Dose, stretch: Stretch, fit: Fit) -> Dose:
    """The dose moved by so many steps, never past the reach; a dose outside of it is only moved towards it."""
    hold = dose.hold_seconds + fit.hold * step_seconds(stretch, dose.hold_seconds)
    return dose.model_copy(
        update={
            "hold_seconds": _within(hold, dose.hold_seconds, stretch.hold.shortest, stretch.hold.longest),
            "repetitions": _within(
                dose.repetitions + fit.repetitions,
                dose.repetitions,
                stretch.repetitions.fewest,
                stretch.repetitions.most,
            ),
        }
    )


def _within(wanted: int, was: int, least: int, most: int) -> int:
    """What is wanted, but no further than the bounds, and never the other way than it was wanted."""
    return max(min(wanted, max(most, was)), min(least, was))
