"""Decorates answers that need a routine led here or paused; else an unfinished one goes on, or one is offered."""

from skill.dialogue.answers.replying.about_practice import practice_here_or
from skill.dialogue.answers.replying.open_question import nothing_under_way
from skill.dialogue.answers.starting.resume import resume
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene


def _go_on_first(scene: Scene) -> Outcome:
    return nothing_under_way(scene) if scene.practice is None else resume(scene)


while_guiding = practice_here_or(_go_on_first)
"""Decorates an answer about a practice that is led or paused; others go on first, or are offered a routine."""
