"""Holds a tighter side longer than the other, as far as the stretch and its most for a day allow."""

from typing import Literal

from skill.content.library import Library
from skill.content.model import Kind, Step
from skill.content.rules.daily_rules import most_a_day_seconds
from skill.tailoring.fits.reach import step_seconds

WorseSide = Literal["left", "right", ""]
"""The side that somebody says is tighter, if any."""


def with_worse_side(library: Library, step: Step, side: WorseSide, *, first: bool = False) -> Step:
    """The step with this side held longer, and before the other where `first`.

    Strong and moving stretches, and those without two sides, stay as they are.
    """
    stretch, dose = library.stretch(step.stretch), step.dose
    sided = stretch.sides != "none" and stretch.form == "held" and stretch.kind is not Kind.STRONG
    if not side or not sided or dose.spared:
        return step
    if first and dose.first != side:
        step = step.but(dose=dose.but(first=side))
        dose = step.dose
    longest = max(stretch.hold.longest, dose.hold_seconds)
    most = most_a_day_seconds(stretch)
    a_day = longest if most is None else most // dose.repetitions
    more = min(step_seconds(stretch, dose.hold_seconds), longest - dose.hold_seconds, a_day - dose.hold_seconds)
    if more <= 0:
        return step
    return step.but(dose=dose.but(longer=side, longer_seconds=more))
