"""Going on: at which hold a practice goes on, in its warm-up too, when its routine is no longer what it was.

The hold that was kept is kept through everything: a step is begun at it where it lies in that step, a warm-up leads to
it, and when it is gone it becomes the nearest place, like any other. A warm-up goes on where it is, and is over once
nothing of it is left.
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
    """The practice in its routine as it is now, the same where nothing changes for it; None when nothing is left.

    Without `before`, nobody knows how its routine was when it was led.
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
    """The same, starting where it is meant to go on; where only this day's limits move it, that is remembered.

    Without `before` it was led as on any other day.
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
    """The practice where its warm-up goes on; at the kept hold where nothing of that is left."""
    routine, plan = routine_of(library, practice, now), planned(library, practice, now)
    in_it = replace(practice, kept=None, ordinal=0)
    place = nearest_place(library, in_it, routine, before) if routine else None
    if place is None or plan is None or plan.index_of(place.step) is not None:
        return replace(practice, place=practice.real_place, kept=None)
    return replace(practice, place=place)


def reached(library: Library, practice: Practice, tailoring: Tailoring) -> Practice:
    """The practice without its warm-up once it has come to the routine itself."""
    plan = planned(library, practice, tailoring)
    if practice.kept is None or plan is None or plan.index_of(practice.place.step) is None:
        return practice
    return replace(practice, kept=None)


def first_hold(library: Library, practice: Practice, step: Step) -> Place:
    """Where a step of the practice's routine is begun: at the kept hold where that is in it, else at its first."""
    if practice.kept is not None and practice.kept.step == step.key:
        return practice.kept
    return places_of(step, library.stretch_of(step))[0]
