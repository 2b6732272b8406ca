"""The doses of a programme's weeks: they rise from the lowest published dose to the highest, by one change a week."""

from skill.content.library import Library
from skill.content.model import Dose, Kind, PublishedDose, Routine, Step, Stretch
from skill.content.rules.daily_rules import most_a_day_seconds
from skill.tailoring.fits.reach import unit_seconds

_LARGEST_SHARE = 5
"""A hold grows by a fifth of itself at most (coaching, section eight)."""
_LONGEST_PROGRAMME_WEEKS = 52

Amount = tuple[int, int]
"""Seconds of one hold, and repetitions."""


def in_week(library: Library, routine: Routine, week: int) -> Routine:
    """The routine with the doses of this week, counted from one; in week nought as it is written."""
    if not week:
        return routine
    steps = tuple(_dosed(step, library.stretch(step.stretch), week) for step in routine.steps)
    return routine.but(steps=steps)


def _dosed(step: Step, stretch: Stretch, week: int) -> Step:
    published = [dose for dose in stretch.doses if "hold" not in dose.house]
    if not published:
        return step
    amount, most = _lowest(step.dose, published), _highest(step.dose, stretch, published)
    for passed in range(1, min(week, _LONGEST_PROGRAMME_WEEKS)):
        amount = _more(amount, most, stretch, passed)
    hold_seconds, repetitions = amount
    dose = step.dose.but(hold_seconds=hold_seconds, repetitions=repetitions)
    return step.but(dose=dose)


def _lowest(prescribed: Dose, published: list[PublishedDose]) -> Amount:
    """The smallest amount, in seconds in all, among the articles' least and the routine's own."""
    amounts = [(dose.hold_seconds[0], dose.repetitions[0]) for dose in published]
    return min(((prescribed.hold_seconds, prescribed.repetitions), *amounts), key=_seconds)


def _highest(prescribed: Dose, stretch: Stretch, published: list[PublishedDose]) -> Amount:
    """The largest amount that an article gives, within the stretch's reach; or the routine's, unless it is strong."""
    amounts = [(min(dose.hold_seconds[-1], stretch.hold.longest), dose.repetitions[1]) for dose in published]
    if stretch.kind is not Kind.STRONG:
        amounts.append((prescribed.hold_seconds, prescribed.repetitions))
    return max(amounts, key=_seconds)


def _more(amount: Amount, most: Amount, stretch: Stretch, passed: int) -> Amount:
    """The amount after one increase: a repetition, else a longer hold; unchanged at the high end.

    `passed` is the number of weeks until then.
    """
    hold, repetitions = amount
    room = min(_seconds(most), most_a_day_seconds(stretch) or _seconds(most))
    more = (hold, repetitions + 1)
    if repetitions < most[1] and _seconds(more) <= room:
        return more
    longer = (min(hold + _step(hold, stretch, passed), max(most[0], hold)), repetitions)
    return longer if _seconds(longer) <= room else amount


def _step(hold: int, stretch: Stretch, passed: int) -> int:
    """By how many seconds a hold grows: a fifth of it, in whole units; where a unit is more, one every second week."""
    unit = unit_seconds(stretch)
    share = hold // _LARGEST_SHARE // unit * unit
    return share or (unit if passed % 2 == 0 else 0)


def _seconds(amount: Amount) -> int:
    return amount[0] * amount[1]
