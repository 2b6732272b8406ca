"""Agreement: whether what a routine asks for is all right today, and whether it is to be begun in a first week."""

from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Demanded, Offer
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene


def ask_agreement(scene: Scene, name: str, limits: tuple[str, ...]) -> Outcome:
    """What it asks for, and whether that is all right; nothing of it has begun."""
    return ask(scene, [], Question(Ask.AGREEMENT, Demanded(name, limits)))


def ask_all_the_same(scene: Scene, name: str) -> Outcome:
    """That it is better after a week, and whether to begin it; nothing of it has begun."""
    question = Question(Ask.BEGIN, Offer(name, early=True), words=scene.wording.say("question.all-the-same"))
    return ask(scene, [scene.wording.say("start.early")], question)
