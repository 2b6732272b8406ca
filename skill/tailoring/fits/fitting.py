"""Adjusts a step to one person: its dose within its reach, its form, and the length of a movement."""

from skill.content.library import Library
from skill.content.model import Dose, Routine, Step, Stretch
from skill.tailoring.fits.fit import Fit
from skill.tailoring.fits.reach import Reach, reach_of, step_seconds, unit_seconds
from skill.timeline.manner import Manner


def fitted(library: Library, routine: Routine, step: Step, fit: Fit) -> Step:
    """The step of a routine with the dose and form of this fit."""
    if fit.usual:
        return step
    stretch = library.stretch(step.stretch)
    easier = fit.easier and has_easier(stretch)
    dose = fitted_dose(reach_of(routine, step, stretch), fit)
    return step.but(dose=dose, form="easier" if easier else step.form)


def has_easier(stretch: Stretch) -> bool:
    """Whether the stretch has an easier form in every language."""
    return all(words.easier is not None for words in stretch.words.values())


def fitted_dose(reach: Reach, fit: Fit) -> Dose:
    """The prescribed dose, changed by the fit within the reach; going back never takes it below what is prescribed."""
    prescribed = reach.prescribed
    more_hold, more_times = _gone_back(reach.stretch, prescribed.hold_seconds + fit.hold, fit)
    dose = reach.dose(prescribed.hold_seconds + more_hold, prescribed.repetitions + more_times)
    return dose.but(hold_seconds=_in_units(dose.hold_seconds, prescribed, reach.stretch))


def _gone_back(stretch: Stretch, hold_seconds: int, fit: Fit) -> tuple[int, int]:
    """The fit's seconds of hold and repetitions once it has gone back `fit.back` steps, the hold first."""
    hold, steps = fit.hold, fit.back
    while steps and hold > 0:
        hold, steps = max(0, hold - step_seconds(stretch, hold_seconds)), steps - 1
    return hold, max(fit.repetitions - steps, min(fit.repetitions, 0))


def _in_units(hold_seconds: int, prescribed: Dose, stretch: Stretch) -> int:
    """The seconds, rounded towards the prescribed ones so that the difference is whole breaths or turns."""
    unit = unit_seconds(stretch)
    steps = int((hold_seconds - prescribed.hold_seconds) / unit)
    return prescribed.hold_seconds + steps * unit


def in_turn(library: Library, step: Step) -> Step:
    """The step with an even number of repetitions, where its easier form alternates between the sides."""
    stretch, times = library.stretch(step.stretch), step.dose.repetitions
    if step.form == "usual" or not stretch.easier_in_turn or times % 2 == 0:
        return step
    return step.but(dose=step.dose.but(repetitions=max(2, times - 1)))


def paced(library: Library, step: Step, manner: Manner) -> Step:
    """The step with the length that its movement takes at this manner's breath; held stretches stay as they are."""
    seconds = manner.movement_seconds(library.stretch(step.stretch), step.dose.hold_seconds)
    if seconds == step.dose.hold_seconds:
        return step
    return step.but(dose=step.dose.but(hold_seconds=seconds))
