"""Yes, no and their like where no question is open, or none that can have been heard: on with what is under way."""

from skill.dialogue.answers.conversation.meanings import what_instead
from skill.dialogue.answers.moving.next_and_back import done
from skill.dialogue.answers.replying.staying import on_with_it
from skill.dialogue.guidance.speaking import close
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene


def yes(scene: Scene) -> Outcome:
    """Said into a hold, nobody knows to what: on with it; else as good as "ready"."""
    return on_with_it(scene, ()) if scene.unheard and scene.inside else done(scene)


def no(scene: Scene) -> Outcome:
    """Said into a hold, nobody knows to what: on with it; else what they would like instead."""
    return on_with_it(scene, ()) if scene.unheard else what_instead(scene)


def all_well(scene: Scene) -> Outcome:
    """Said "that doesn't hurt": straight on with what was under way; anybody who was just helped up rests for today."""
    practice = scene.practice
    if practice is not None and not practice.conversation and scene.question is None:
        return close(scene, [scene.wording.say("first.well"), scene.wording.say("stuck.enough")])
    return on_with_it(scene, (scene.wording.say("did.all-well"),)) if scene.unheard else done(scene)
