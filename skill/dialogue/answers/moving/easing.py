"""Answers "it's easing" without a question about it: a hold goes on; outside one leaves time."""

from skill.dialogue.answers.moving.more_time import more_time
from skill.dialogue.answers.replying.staying import on_with_it
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene


def easing(scene: Scene) -> Outcome:
    """Goes on with the rest of a hold; outside one gives more time."""
    words = (scene.wording.say("did.all-well"),)
    if not (scene.guiding and scene.inside):
        return more_time(scene)
    return on_with_it(scene, words)
