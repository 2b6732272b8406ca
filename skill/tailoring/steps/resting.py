"""Adds seconds of rest where a changed routine leaves too little time between two bends of the back."""

from itertools import pairwise

from skill.content.library import Library
from skill.content.model import Posture, Routine
from skill.content.model.course import Course
from skill.content.rules.order_rules import FACE_DOWN_SECONDS, NEUTRAL_SECONDS


def with_rests(library: Library, routine: Routine, written: Routine) -> Routine:
    """The routine with the rests that a body needs between bends.

    Where the routine as `written`, for example by an article, lacks a rest itself, none is added.
    """
    if len(routine.steps) == 1:
        return routine
    known = _missing(library.course(written))
    missing = {key: seconds for key, seconds in _missing(library.course(routine)).items() if key not in known}
    steps = tuple(
        step.but(rest_after_seconds=step.rest_after_seconds + missing.get(step.key, 0)) for step in routine.steps
    )
    return routine.but(steps=steps)


def _missing(course: Course) -> dict[str, int]:
    """The seconds of rest that are missing after steps, by the key of the step."""
    missing: dict[str, int] = {}
    for earlier, later in course.neighbours():
        prone = all(one.stretch.posture is Posture.FRONT and one.bend == "arching" for one in (earlier, later))
        lacking = FACE_DOWN_SECONDS - earlier.step.rest_after_seconds
        if prone and lacking > 0:
            missing[earlier.step.key] = lacking
    for earlier, later in pairwise([one for one in course.numbered if one.bend]):
        lacking = NEUTRAL_SECONDS - course.seconds_between(earlier, later)
        if earlier.bend != later.bend and lacking > 0:
            missing[course.numbered[later.number - 1].step.key] = lacking
    return missing
