"""Going on: the hold at which a practice goes on when its routine has changed.

The kept hold is where the routine goes on after a warm-up: the step that has it begins at it. If it is gone, it becomes
the nearest place, like any other. A warm-up goes on where it is, and is over once nothing of it is left.
"""

from skill.content.library import Library
from skill.content.model import Routine, Step
from skill.dialogue.scene.nearest_place import nearest_place
from skill.dialogue.scene.routine_of import planned, routine_of
from skill.practice import Practice
from skill.replaced import replace
from skill.tailoring.tailoring import Tailoring
from skill.timeline import Place
from skill.timeline.hold.units import places_of


def gone_on(library: Library, practice: Practice, now: Tailoring, before: Tailoring | None = None) -> Practice | None:
    """The practice in its routine as tailored `now`, unchanged if it can be; None when nothing of the routine is left.

    `before` is the tailoring by which it was led; without it, the steps of that time are unknown.
    """
    plan = planned(library, practice, now)
    was = planned(library, practice, before) if before else None
    real = nearest_place(library, practice, plan, was) if plan else None
    if plan is None or real is None:
        return None
    if practice.kept is None:
        return replace(practice, place=real)
    warming = routine_of(library, practice, before) if before else None
    return _warming_up(library, replace(practice, kept=real), now, warming)


def gone_on_today(
    library: Library, practice: Practice, now: Tailoring, before: Tailoring | None = None
) -> Practice | None:
    """The practice as `gone_on` gives it from its `meant` place; if only today's limits move it, that place is kept.

    Without `before`, it was led as on a day without limits of its own.
    """
    meant, any_day = _as_meant(practice), replace(now, limits_today=(), spared="")
    here = gone_on(library, meant, now, before or any_day)
    if here is None or here.real_place == meant.real_place or not (now.limits_today or now.spared):
        return here
    other_day = gone_on(library, meant, any_day, before)
    same = other_day is not None and other_day.real_place == meant.real_place
    return replace(here, meant=meant.real_place) if same else here


def _as_meant(practice: Practice) -> Practice:
    if practice.meant is None:
        return practice
    if practice.kept:
        return replace(practice, kept=practice.meant, meant=None)
    return replace(practice, place=practice.meant, meant=None)


def _warming_up(library: Library, practice: Practice, now: Tailoring, before: Routine | None) -> Practice:
    """The practice where its warm-up goes on; at the kept hold where nothing of the warm-up is left."""
    routine, plan = routine_of(library, practice, now), planned(library, practice, now)
    in_it = replace(practice, kept=None, ordinal=0)
    place = nearest_place(library, in_it, routine, before) if routine else None
    if place is None or plan is None or plan.index_of(place.step) is not None:
        return replace(practice, place=practice.real_place, kept=None)
    return replace(practice, place=place)


def reached(library: Library, practice: Practice, tailoring: Tailoring) -> Practice:
    """The practice, without its warm-up once it has reached the routine itself."""
    plan = planned(library, practice, tailoring)
    if practice.kept is None or plan is None or plan.index_of(practice.place.step) is None:
        return practice
    return replace(practice, kept=None)


def first_hold(library: Library, practice: Practice, step: Step) -> Place:
    """The place where a step of the practice's routine begins: the kept hold if it is in that step, else its first."""
    if practice.kept is not None and practice.kept.step == step.key:
        return practice.kept
    return places_of(step, library.stretch_of(step))[0]
