"""How often a person wants to be asked: remembered, and then straight on."""

from dataclasses import replace

from skill.dialogue.answers.idle import open_question
from skill.dialogue.guiding import go_on
from skill.dialogue.laying_out import Opening
from skill.dialogue.scene import Outcome, Scene
from skill.dialogue.speaking import ask
from skill.timeline import Flow


def hands_free(scene: Scene) -> Outcome:
    """As few questions as can be."""
    return _flow(scene, Flow.HANDS_FREE)


def one_at_a_time(scene: Scene) -> Outcome:
    """A question after every stretch."""
    return _flow(scene, Flow.ONE_AT_A_TIME)


def _flow(scene: Scene, flow: Flow) -> Outcome:
    words = scene.wording.say(f"did.{flow.replace(' ', '-')}")
    liking = replace(scene, person=replace(scene.person, flow=flow))
    if scene.guiding:
        return go_on(liking, Opening((words,)))
    return ask(liking, [words], open_question(liking))
