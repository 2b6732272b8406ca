"""A scene in which somebody wants their routines otherwise: at the same place, or the nearest that is left."""

from dataclasses import replace

from skill.content.model import Routine
from skill.dialogue.scene.routine_of import routine_of
from skill.dialogue.scene.scene import Scene
from skill.limits import PRACTICES_KEPT
from skill.practice import Practice
from skill.tailoring.fit import Fit
from skill.tailoring.tailoring import Tailoring
from skill.timeline import Place
from skill.timeline.units import units_of


def refitted(scene: Scene, fit: Fit) -> Scene:
    """The scene of somebody who has this fit from now on."""
    today = scene.day(scene.turn.epoch).toordinal()
    return retailored(scene, replace(scene.person.tailoring.with_fit(fit), seen=today))


def retailored(scene: Scene, tailoring: Tailoring) -> Scene:
    """The scene of somebody who wants this from now on; for a repetition that is gone, at the last of its side."""
    changed = replace(scene, person=replace(scene.person, tailoring=tailoring))
    practice = scene.practice
    routine = routine_of(scene.library, practice, tailoring) if practice else None
    if practice is None or routine is None:
        return changed
    here = replace(practice, place=_nearest(scene, routine, practice))
    return replace(changed, person=changed.person.with_practice(here, PRACTICES_KEPT))


def _nearest(scene: Scene, routine: Routine, practice: Practice) -> Place:
    """The place itself, the last repetition on its side, or where its step is gone the step in its place."""
    index = routine.index_of(practice.place.step)
    step = routine.steps[min(practice.ordinal, len(routine.steps) - 1) if index is None else index]
    places = [unit.place for unit in units_of(step, scene.library.stretch_of(step))]
    if index is None or practice.place in places:
        return places[0] if index is None else practice.place
    here = practice.place.side, practice.place.part
    return next(place for place in reversed(places) if (place.side, place.part) == here)
