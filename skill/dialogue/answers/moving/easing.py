"""Answers "it's easing" when nothing was asked: in a hold the hold goes on, elsewhere there is time."""

from skill.dialogue.answers.moving.more_time import more_time
from skill.dialogue.answers.replying.staying import on_with_it
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene


def easing(scene: Scene) -> Outcome:
    """Said with nothing asked about it: on with the rest of the hold; out of one, time for it."""
    words = (scene.wording.say("did.all-well"),)
    if not (scene.guiding and scene.inside):
        return more_time(scene)
    return on_with_it(scene, words)
