"""Makes doses grow, slowly and from the next day on, and shrink, at once."""

from collections.abc import Iterator

from skill.content.model import Dose, Kind, Stretch
from skill.replaced import replace
from skill.tailoring.fits.fit import GROWING_DAYS, Fit
from skill.tailoring.fits.fitting import fitted_dose
from skill.tailoring.fits.reach import Reach, step_seconds, unit_seconds

_SEVERAL = 3
"""From this many repetitions on, one more is a small change; with fewer, the hold grows first."""

_LARGEST_SHARE = 5
"""A hold grows by a fifth of itself at most (coaching, section eight)."""

TO_THE_LOW_END = -600
"""Below every reach: it brings hold or repetitions to their least, whatever a routine prescribes."""


def may_grow(fit: Fit, day: int) -> bool:
    """Whether the last change was a week ago or longer."""
    return day - fit.day >= GROWING_DAYS


def grown(fit: Fit, reach: Reach, day: int) -> Fit:
    """The fit with one increase from tomorrow on; unchanged where the reach has no room for one."""
    now = fitted_dose(reach, fit)
    for hold, repetitions in _changes(now, reach.stretch):
        dose = now.but(hold_seconds=now.hold_seconds + hold, repetitions=now.repetitions + repetitions)
        if _has_room(dose, reach):
            return replace(_as_dosed(fit, now, reach), later_hold=hold, later_repetitions=repetitions, day=day)
    return fit


def eased(fit: Fit, reach: Reach, day: int, steps: int = 1) -> Fit:
    """The fit reduced by so many steps from now on: a shorter hold, then, at the shortest, one repetition fewer."""
    dose, stretch = fitted_dose(reach, fit), reach.stretch
    hold, repetitions = dose.hold_seconds, dose.repetitions
    for _ in range(steps):
        if hold > reach.shortest:
            hold = max(hold - step_seconds(stretch, hold), reach.shortest)
        else:
            repetitions = max(repetitions - 1, reach.fewest)
    return replace(_as_dosed(fit, reach.dose(hold, repetitions), reach), day=day)


def after_pain(fit: Fit, day: int) -> Fit:
    """The fit with the least hold and repetitions, which does not grow for a week; the reason is not stored."""
    return Fit(fit.mark, TO_THE_LOW_END, TO_THE_LOW_END, fit.easier, day=day)


def has_hurt(fit: Fit) -> bool:
    """Whether `after_pain` made this fit, and it has not grown since."""
    return fit.hold == TO_THE_LOW_END


def moved(fit: Fit, reach: Reach, hold_seconds: int) -> Fit:
    """The fit for the hold nearest to these seconds within the reach, with its present repetitions."""
    now = fitted_dose(reach, fit)
    wanted = replace(_as_dosed(fit, now, reach), hold=hold_seconds - reach.prescribed.hold_seconds)
    return replace(_as_dosed(wanted, fitted_dose(reach, wanted), reach), day=fit.day)


def _as_dosed(fit: Fit, dose: Dose, reach: Reach) -> Fit:
    """The fit that turns the prescribed dose into this one, with nothing added later and no steps back."""
    hold = dose.hold_seconds - reach.prescribed.hold_seconds
    return Fit(fit.mark, hold, dose.repetitions - reach.prescribed.repetitions, fit.easier)


def _changes(dose: Dose, stretch: Stretch) -> Iterator[tuple[int, int]]:
    """Possible increases, as seconds of hold and repetitions, in the order in which they are tried."""
    unit = unit_seconds(stretch)
    most = max(dose.hold_seconds // _LARGEST_SHARE // unit, 1)
    longer = [(units * unit, 0) for units in range(most, 0, -1)]
    yield from [(0, 1), *longer] if dose.repetitions >= _SEVERAL else [*longer, (0, 1)]


def _has_room(dose: Dose, reach: Reach) -> bool:
    """Whether the reach has this dose; a strong stretch never gets more than an article or the routine prescribes."""
    stretch, prescribed = reach.stretch, reach.prescribed
    if stretch.kind is Kind.STRONG:
        holds = [seconds for one in stretch.doses for seconds in one.hold_seconds]
        times = [one.repetitions[1] for one in stretch.doses]
        if dose.hold_seconds > max([*holds, prescribed.hold_seconds]):
            return False
        if dose.repetitions > max([*times, prescribed.repetitions]):
            return False
    return reach.dose(dose.hold_seconds, dose.repetitions) == dose
