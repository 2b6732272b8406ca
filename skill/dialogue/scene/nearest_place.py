"""Finds the nearest place to one that is gone from a routine, never further on than the person was.

If its step is still there: the same side and part at the last repetition left; without that part, the repetition;
without that side, the start of the step, or its last hold if both sides were moving at once. If that side is spared
now, and the other one came before it, the step is over.
If its step is gone: the start of the first step that did not come before it; None if there is none. If the earlier
steps are unknown, because authors have changed the routine: the step that has its number now, or the last one.
"""

from collections.abc import Sequence

from skill.content.library import Library
from skill.content.model import Routine, Step
from skill.practice import Practice
from skill.timeline import Place, Side
from skill.timeline.hold.units import places_of


def nearest_place(library: Library, practice: Practice, now: Routine, before: Routine | None = None) -> Place | None:
    """The nearest place to the practice's in the routine `now`; `before` is the routine as led; None for its end."""
    place = practice.real_place
    step = _nearest_step(practice, now, before)
    if step is not None and step.key == place.step and _past_its_sides(step, place):
        step = _after(now, step)
    if step is None:
        return None
    places = places_of(step, library.stretch_of(step))
    return _nearest_in_step(places, place) if step.key == place.step else places[0]


def _nearest_step(practice: Practice, now: Routine, before: Routine | None) -> Step | None:
    key = practice.real_place.step
    index, was = now.index_of(key), before.index_of(key) if before else None
    if index is not None:
        return now.steps[index]
    if before is None or was is None:
        return now.steps[min(practice.ordinal, len(now.steps) - 1)]
    earlier = {step.key for step in before.steps[:was]}
    return next((step for step in now.steps if step.key not in earlier), None)


def _past_its_sides(step: Step, place: Place) -> bool:
    """Whether the place is on a side that is spared now, and the other side came before it."""
    dose = step.dose
    if not dose.spared:
        return False
    return place.side is Side.BOTH or (place.side is Side(dose.spared) and dose.first != dose.spared)


def _after(now: Routine, step: Step) -> Step | None:
    index = now.steps.index(step) + 1
    return now.steps[index] if index < len(now.steps) else None


def _nearest_in_step(places: Sequence[Place], place: Place) -> Place:
    if place in places:
        return place
    of_side = [one for one in places if one.side == place.side]
    if not of_side:
        return places[-1] if place.side is Side.BOTH else places[0]
    of_part = [one for one in of_side if one.part == place.part] or of_side
    repetition = max(one.repetition for one in of_part if one.repetition <= place.repetition)
    return next(one for one in of_part if one.repetition == repetition)
