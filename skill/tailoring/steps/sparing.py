"""Spares a side: stretches that have sides are then led on the other one only."""

from typing import Literal

from skill.content.library import Library
from skill.content.model import Step
from skill.content.model.figures import SideName
from skill.timeline import Side

Spared = Literal["left", "right", ""]
"""The side that somebody wants left alone today, if any."""

SparedHere = tuple[tuple[str, SideName], ...]
"""Keys of steps of a practice, each with the side that is left alone in that step."""


def name_of(side: Side) -> SideName:
    """The side's name in the content; every side but the left one counts as right."""
    return "left" if side is Side.LEFT else "right"


def with_side_spared(library: Library, step: Step, side: Spared) -> Step:
    """The step with this side left alone, if its stretch has sides; unchanged where it spares a side already."""
    if not side or step.dose.spared or library.stretch(step.stretch).sides == "none":
        return step
    return _sparing(step, side)


def with_sides_spared(library: Library, steps: tuple[Step, ...], spared: SparedHere) -> tuple[Step, ...]:
    """The steps, each with the side left alone that `spared` has for it, even where another is spared all day."""
    sides = dict(spared)
    if not sides:
        return steps
    sided = {step.key for step in steps if library.stretch(step.stretch).sides != "none"}
    return tuple(_sparing(step, sides[step.key]) if step.key in sided & sides.keys() else step for step in steps)


def spared_here(spared: SparedHere, key: str, side: SideName) -> SparedHere:
    """The spared sides with this one for the step of this key, in place of an earlier one."""
    return (*((other, kept) for other, kept in spared if other != key), (key, side))


def _sparing(step: Step, side: SideName) -> Step:
    return step.but(dose=step.dose.but(spared=side))
