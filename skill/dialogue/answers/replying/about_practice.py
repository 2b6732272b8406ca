"""Decorators for answers about a practice: they pass it in, or let another answer if there is none."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from skill.dialogue.answers.replying.open_question import nothing_under_way
from skill.dialogue.scene.coming_back import kept_practice, practice_here
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice

More = ParamSpec("More")
AboutPractice = Callable[Concatenate[Scene, Practice, More], Outcome]
WithoutPractice = Callable[Concatenate[Scene, More], Outcome]
Decorator = Callable[[AboutPractice[More]], WithoutPractice[More]]


def _of(found: Callable[[Scene], Practice | None], otherwise: WithoutPractice[More]) -> Decorator[More]:
    """A decorator that passes in the practice that is `found`; without one, `otherwise` answers."""

    def about(answer: AboutPractice[More]) -> WithoutPractice[More]:
        @wraps(answer)
        def answered(scene: Scene, /, *more: More.args, **by_name: More.kwargs) -> Outcome:
            practice = found(scene)
            if practice is None:
                return otherwise(scene, *more, **by_name)
            return answer(scene, practice, *more, **by_name)

        return answered

    return about


def kept_practice_or(otherwise: WithoutPractice[More]) -> Decorator[More]:
    """Decorates an answer about the practice under way or unfinished; without one, `otherwise` answers."""
    return _of(kept_practice, otherwise)


def practice_here_or(otherwise: WithoutPractice[More]) -> Decorator[More]:
    """Decorates an answer about the practice led in this conversation; without one, `otherwise` answers."""
    return _of(practice_here, otherwise)


with_kept_practice = kept_practice_or(nothing_under_way)
"""Decorates an answer about the practice under way or unfinished; others hear that nothing is under way."""
