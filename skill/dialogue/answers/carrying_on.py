"""After something that has nothing to do with the stretch: back to the hold, or to the question that fits."""

from skill.dialogue.answers.idle import open_question
from skill.dialogue.guiding import go_on
from skill.dialogue.laying_out import Opening
from skill.dialogue.scene import Outcome, Scene
from skill.dialogue.speaking import ask


def carry_on(scene: Scene, words: str) -> Outcome:
    """Say it; whoever was being led is led on from their place, everybody else is asked."""
    if scene.guiding:
        return go_on(scene, Opening((words,)))
    return ask(scene, [words], open_question(scene))
