"""A scene in which somebody wants their routines otherwise: at the same place, or the nearest that is left."""

from dataclasses import replace

from skill.dialogue.plans import routine_of
from skill.dialogue.scene import Scene
from skill.limits import PRACTICES_KEPT
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
    if practice is None or routine is None or routine.index_of(practice.place.step) is None:
        return changed
    step = routine.steps[routine.index_of(practice.place.step) or 0]
    places = [unit.place for unit in units_of(step, scene.library.stretch_of(step))]
    here = replace(practice, place=_nearest(practice.place, places))
    return replace(changed, person=changed.person.with_practice(here, PRACTICES_KEPT))


def _nearest(place: Place, places: list[Place]) -> Place:
    if place in places:
        return place
    return next(there for there in reversed(places) if there.side == place.side)
