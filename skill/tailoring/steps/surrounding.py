"""Puts around chosen steps what a body needs: movement before them, rest after and between them."""

from itertools import pairwise

from skill.content.library import Library
from skill.content.model import Kind, Posture, Routine, Stretch
from skill.content.rules.order_rules import LYING
from skill.tailoring.steps.made import MadeStep, made_of
from skill.tailoring.steps.resting import with_rests

Steps = tuple[MadeStep, ...]


def led(library: Library, own: Steps) -> Steps:
    """The steps with what is put around them: a movement first, a rest after a last step that may not end a routine.

    A movement also comes before a standing fold that would follow lying or another low head.
    """
    known = tuple(step for step in own if step.stretch in library.stretches)
    if not known:
        return ()
    first, last = stretch_of(library, known[0]), stretch_of(library, known[-1])
    before = () if first.kind is Kind.MOVEMENT else _beginning(library, posture_of(library, known[0]))
    needed = last.kind is Kind.STRONG or last.posture is Posture.FRONT
    rest = map(made_of, library.ends.end(posture_of(library, known[-1]))) if needed else ()
    steps = (*before, *known, *rest)
    return (*steps[:1], *(step for pair in pairwise(steps) for step in _following(library, *pair)))


def _following(library: Library, earlier: MadeStep, later: MadeStep) -> Steps:
    """The later step, after an easy movement where it hangs the head too soon after the earlier one."""
    before, folds = stretch_of(library, earlier), stretch_of(library, later)
    hangs = folds.head_low and folds.posture is Posture.STANDING and folds.slug != before.slug
    if hangs and (before.head_low or posture_of(library, earlier) in LYING):
        return (*_beginning(library, Posture.STANDING), later)
    return (later,)


def _beginning(library: Library, posture: Posture) -> Steps:
    """The first choice of the movements to begin with in this posture."""
    return tuple(map(made_of, library.ends.beginning(posture)[:1]))


def rested(library: Library, routine: Routine) -> Routine:
    """The routine with the rests between bends that a body needs, and that people who add a stretch do not think of."""
    return with_rests(library, routine, routine.but(steps=routine.steps[:1]))


def stretch_of(library: Library, step: MadeStep) -> Stretch:
    """The stretch of a made step."""
    return library.stretch(step.stretch)


def posture_of(library: Library, step: MadeStep) -> Posture:
    """The posture in which a made step is led."""
    return Posture.BED if step.on_bed else stretch_of(library, step).posture
