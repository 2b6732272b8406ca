"""Begins a practice at the first hold of a routine: the library's, the person's own, or one made for them."""

from skill.dialogue.offers.todays_programme import week_for
from skill.dialogue.scene.remembered import remembered
from skill.dialogue.scene.routine_of import planned
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice
from skill.replaced import replace
from skill.tailoring.steps.made import MadeStep
from skill.timeline import Place
from skill.timeline.hold.units import units_of


def fresh(scene: Scene, name: str, made: tuple[MadeStep, ...] = ()) -> Practice | None:
    """A new practice of the routine of this name, or of the steps `made`; None where nothing of it is left."""
    steps = made or remembered(scene, name)
    practice = Practice(
        routine=name,
        content=scene.library.version,
        place=Place(""),
        posture=scene.posture_now,
        touched=scene.turn.epoch,
        made=steps,
        week=0 if steps else week_for(scene, name),
    )
    routine = planned(scene.library, practice, scene.person.tailoring)
    if routine is None:
        return None
    first = units_of(routine.steps[0], scene.library.stretch_of(routine.steps[0]))[0]
    return replace(practice, place=first.place)
