"""Finds and tailors the routine of a practice, by its name: the library's, a made one, or a single stretch."""

from functools import lru_cache
from typing import NamedTuple

from skill.content.library import Library
from skill.content.model import Dose, Routine, RoutineWords, Step, Stretch
from skill.dialogue.scene.warm_up import warmed
from skill.practice import Practice
from skill.tailoring.fits.weekly import in_week
from skill.tailoring.steps.altering import Altered, with_altered
from skill.tailoring.steps.made import made_routine
from skill.tailoring.steps.own import OWN
from skill.tailoring.steps.packed_steps import PackedSteps
from skill.tailoring.steps.sparing import SparedHere, with_sides_spared
from skill.tailoring.steps.surrounding import rested
from skill.tailoring.steps.swapping import Swaps, with_swaps
from skill.tailoring.tailoring import Tailoring, arranged, tailored, warm_up_tailored

_ALONE = "stretch/"
SIDES = "sides"
"""The name of a practice of the sides that were left out of a routine."""
_PLANS_KEPT = 256
"""Cache size: the tailored routines of a few turns."""


def alone(slug: str) -> str:
    """The name of a practice of one stretch on its own."""
    return _ALONE + slug


def is_alone(name: str) -> bool:
    """Whether this is the name of one stretch on its own."""
    return name.startswith(_ALONE)


def routine_named(library: Library, name: str) -> Routine | None:
    """The routine of this name; None when it is not (or no longer) in the library."""
    if not is_alone(name):
        return library.routines.get(name)
    stretch = library.stretches.get(name.removeprefix(_ALONE))
    return None if stretch is None else _single(stretch)


def only_sides(practice: Practice) -> bool:
    """Whether the practice is only the sides that were left out of another one."""
    return practice.routine == SIDES


def ways_without(library: Library, practice: Practice | None) -> tuple[str, ...]:
    """The limits whose ways everybody takes in this practice's routine."""
    routine = library.routines.get(practice.routine) if practice else None
    return routine.ways_without if routine else ()


class _Plan(NamedTuple):
    """The fields of a practice that decide its routine: a cache key, as a turn needs the routine twenty times."""

    routine: str
    made: PackedSteps
    week: int
    swapped: Swaps
    skipped: tuple[str, ...]
    turned: str
    spared: SparedHere
    altered: Altered


def _plan_of(practice: Practice) -> _Plan:
    run = practice
    return _Plan(run.routine, run.made, run.week, run.swapped, run.skipped, run.turned, run.spared, run.altered)


def prescribed(library: Library, practice: Practice) -> Routine | None:
    """The routine of a practice before tailoring: as written or made, with the doses of its week, and swaps."""
    return _prescribed(library, _plan_of(practice))


def _prescribed(library: Library, plan: _Plan) -> Routine | None:
    routine = _as_begun(library, plan)
    return None if routine is None else with_swaps(library, routine, plan.swapped)


def _as_begun(library: Library, plan: _Plan) -> Routine | None:
    if plan.made:
        made = made_routine(library, plan.routine, plan.made)
        return rested(library, made) if made and plan.routine == OWN else made
    routine = routine_named(library, plan.routine)
    return None if routine is None else in_week(library, routine, plan.week)


def planned(library: Library, practice: Practice, tailoring: Tailoring) -> Routine | None:
    """The tailored routine of a practice, without a warm-up; None when nothing is left of it."""
    return _planned(library, _plan_of(practice), tailoring)


@lru_cache(maxsize=_PLANS_KEPT)
def _planned(library: Library, plan: _Plan, tailoring: Tailoring) -> Routine | None:
    routine = _prescribed(library, plan)
    if routine is None:
        return None
    wanted = tailoring.alone if is_alone(plan.routine) else tailoring
    fitting = tailored(library, routine, wanted)
    return None if fitting is None else _as_arranged(library, _as_called(fitting, tailoring), plan)


def _as_called(routine: Routine, tailoring: Tailoring) -> Routine:
    """The routine; a routine of the person's own gets the name that they gave it."""
    name = tailoring.own_name
    if not name or routine.slug != OWN:
        return routine
    return routine.but(words={language: words.but(name=name, about=name) for language, words in routine.words.items()})


def _as_arranged(library: Library, routine: Routine, plan: _Plan) -> Routine:
    """The routine as this practice arranges it: steps skipped, sides turned or spared, holds altered."""
    here = arranged(routine, plan.skipped, plan.turned)
    if not plan.spared and not plan.altered:
        return here
    steps = with_altered(with_sides_spared(library, here.steps, plan.spared), plan.altered)
    return here.but(steps=steps)


def routine_of(library: Library, practice: Practice, tailoring: Tailoring) -> Routine | None:
    """The routine of a practice as it is led now, including its warm-up; None when it is gone."""
    kept = practice.kept.step if practice.kept else ""
    return _gone_through(library, _plan_of(practice), kept, tailoring)


@lru_cache(maxsize=_PLANS_KEPT)
def _gone_through(library: Library, plan: _Plan, kept: str, tailoring: Tailoring) -> Routine | None:
    """The routine, with a warm-up before the step of the kept place if there is one."""
    routine = _planned(library, plan, tailoring)
    if routine is None or not kept or routine.index_of(kept) is None:
        return routine
    warm = warmed(library, routine, kept, tailoring.left_out(library))
    told = warm_up_tailored(library, warm, tailoring, routine)
    steps = with_altered(with_sides_spared(library, told.steps, plan.spared), plan.altered)
    return told.but(steps=steps)


def ordinal_of(library: Library, practice: Practice, tailoring: Tailoring) -> int:
    """The index of the step at the practice's real place; the stored one when that step is gone."""
    routine = planned(library, practice, tailoring)
    index = routine.index_of(practice.real_place.step) if routine else None
    return practice.ordinal if index is None else index


def _single(stretch: Stretch) -> Routine:
    """A routine of one stretch in its usual dose."""
    dose = Dose(hold_seconds=stretch.hold.usual, repetitions=stretch.repetitions.usual, together=True)
    return Routine(
        slug=stretch.slug,
        source="house",
        needs=stretch.needs,
        steps=(Step(key=stretch.slug, stretch=stretch.slug, dose=dose),),
        words={
            language: RoutineWords(name=words.name, before=(words.why,), about=words.why)
            for language, words in stretch.words.items()
        },
    )
