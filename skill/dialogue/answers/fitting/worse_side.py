"""Said "my left side is tighter", or "hold the left side longer": kept, and that side is held longer from now on."""

from dataclasses import replace

from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.scene.retailoring import retailored
from skill.dialogue.scene.scene import Outcome, Scene
from skill.tailoring.steps.sparing import name_of
from skill.timeline import Side

_ONE_SIDE = {side.value: side for side in (Side.LEFT, Side.RIGHT)}


def worse_side(scene: Scene) -> Outcome:
    """The side that was named gets more time; both, or the other one named as tight, and it is the same for each."""
    ids = scene.turn.slot("side").ids
    side = _ONE_SIDE.get(ids[0]) if len(ids) == 1 else None
    if side is None and ids != (Side.BOTH,):
        return tell_staying(scene, scene.wording.say("worse-side.which"))
    tailoring = scene.person.tailoring
    kept = retailored(scene, replace(tailoring, worse=name_of(side) if side else ""))
    if side is None:
        return tell_staying(kept, scene.wording.say("worse-side.same"))
    key = "already" if tailoring.worse == name_of(side) else "kept"
    return tell_staying(kept, scene.wording.say(f"worse-side.{key}", side=scene.telling().side(side)))
