"""Yes, no and their like where no question is open, or none that can have been heard: on with what is under way."""

from skill.dialogue.answers.conversation.meanings import what_instead
from skill.dialogue.answers.moving.next_and_back import done
from skill.dialogue.answers.replying.staying import can_stay, stay
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import go_on
from skill.dialogue.scene.scene import Outcome, Scene


def yes(scene: Scene) -> Outcome:
    """Said into a hold, nobody knows to what: on with it, or once more; else as good as "ready"."""
    if scene.unheard and scene.inside:
        return stay(scene, ()) if can_stay(scene) else go_on(scene)
    return done(scene)


def no(scene: Scene) -> Outcome:
    """Said into a hold, nobody knows to what: the hold once more; else what they would like instead."""
    return go_on(scene) if scene.unheard else what_instead(scene)


def all_well(scene: Scene) -> Outcome:
    """Said "that doesn't hurt": straight on with what was under way."""
    return go_on(scene, Opening((scene.wording.say("did.all-well"),))) if scene.unheard else done(scene)
