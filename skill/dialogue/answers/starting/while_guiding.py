"""Answers for somebody who is led, or has paused; whoever comes back goes on, and without a routine one is offered."""

from collections.abc import Callable
from functools import wraps

from skill.dialogue.answers.replying.open_question import nothing_under_way
from skill.dialogue.answers.starting.resume import resume
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Answer, Scene
from skill.practice import Practice

MovingOn = Callable[[Scene, Practice], Outcome]


def while_guiding(answer: MovingOn) -> Answer:
    """The answer for somebody who is being led or has paused, as one for everybody."""

    @wraps(answer)
    def answered(scene: Scene) -> Outcome:
        practice = scene.practice
        if practice is None:
            return nothing_under_way(scene)
        return answer(scene, practice) if scene.guiding or scene.paused else resume(scene)

    return answered
