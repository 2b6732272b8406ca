"""Said "that doesn't hurt": on with what was under way, and as good as yes to an offer, but never a reason to leave."""

from skill.dialogue.answers.agreeing import agree, no
from skill.dialogue.guiding import go_on
from skill.dialogue.laying_out import Opening
from skill.dialogue.scene import Outcome, Scene

_LEAVING = frozenset({"start-over", "switch"})


def all_well(scene: Scene) -> Outcome:
    """Nothing hurts: straight on with what was under way, or with what was asked."""
    if scene.unheard:
        return go_on(scene, Opening((scene.wording.say("did.all-well"),)))
    asked = scene.person.asked
    return no(scene) if asked and asked.kind in _LEAVING else agree(scene)
