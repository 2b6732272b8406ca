"""Agreement: whether what a routine asks for is all right today, for somebody of whom nothing can be read just now."""

from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Demanded
from skill.dialogue.scene.scene import Outcome, Scene


def ask_agreement(scene: Scene, name: str, limits: tuple[str, ...]) -> Outcome:
    """What it asks for, and whether that is all right; nothing of it has begun."""
    return ask(scene, [], Question(Ask.AGREEMENT, Demanded(name, limits)))
