"""Answers "my left side is tighter": stores it, and holds that side longer from now on."""

from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.retailoring import retailored
from skill.dialogue.scene.routine_of import planned
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice
from skill.replaced import replace
from skill.tailoring.steps.sparing import name_of
from skill.timeline import Side

_ONE_SIDE = {side.value: side for side in (Side.LEFT, Side.RIGHT)}


def worse_side(scene: Scene) -> Outcome:
    """Gives the side that was named more time; after "both sides" gives both the same."""
    ids = scene.turn.slot("side").ids
    side = _ONE_SIDE.get(ids[0]) if len(ids) == 1 else None
    if side is None and ids != (Side.BOTH,):
        return tell_staying(scene, scene.wording.say("worse-side.which"))
    tailoring = scene.person.tailoring
    kept = _with_orders_kept(scene, retailored(scene, replace(tailoring, worse=name_of(side) if side else "")))
    if side is None:
        return tell_staying(kept, scene.wording.say("worse-side.same"))
    key = "already" if tailoring.worse == name_of(side) else "kept"
    return tell_staying(kept, scene.wording.say(f"worse-side.{key}", side=scene.telling().side(side)))


def _with_orders_kept(before: Scene, now: Scene) -> Scene:
    """The scene `now`, with the sides of stretches under way in the order of `before`: else one would be lost."""
    practices = tuple(_with_order_kept(before, now, practice) for practice in now.person.practices)
    return replace(now, person=replace(now.person, practices=practices))


def _with_order_kept(before: Scene, now: Scene, practice: Practice) -> Practice:
    place = practice.real_place
    if place.side is None or _first_side(before, practice) == _first_side(now, practice):
        return practice
    return replace(practice, turned="" if practice.turned == place.step else place.step)


def _first_side(scene: Scene, practice: Practice) -> str:
    """The side that comes first in the stretch at the practice's place; empty if its routine no longer exists."""
    routine = planned(scene.library, practice, scene.person.tailoring)
    index = routine.index_of(practice.real_place.step) if routine else None
    return routine.steps[index].dose.first if routine and index is not None else ""
