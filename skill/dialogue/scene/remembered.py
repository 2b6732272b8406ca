"""The steps of a routine that is not in the library, as the person's record has them."""

from skill.dialogue.scene.scene import Scene
from skill.tailoring.steps.made import MadeStep
from skill.tailoring.steps.own import OWN
from skill.tailoring.steps.surrounding import led


def remembered(scene: Scene, name: str) -> tuple[MadeStep, ...]:
    """The steps of a routine that is not in the library: the person's own, the one under way, or the last one done."""
    if name in scene.library.routines:
        return ()
    if name == OWN:
        return led(scene.library, scene.person.tailoring.own)
    practice = scene.practice
    return practice.made if practice and practice.routine == name else scene.person.habit.made_for(name)
