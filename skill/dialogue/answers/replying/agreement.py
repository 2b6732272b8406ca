"""Agreement: whether what a routine asks for is all right today, for somebody of whom nothing can be read just now."""

from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Agreement
from skill.dialogue.scene.scene import Outcome, Scene
from skill.limits import LIST_PORTION


def ask_agreement(scene: Scene, name: str, limits: tuple[str, ...]) -> Outcome:
    """What it asks for, a few at a time, and whether that is all right; nothing of it has begun."""
    called = [scene.library.limits[limit].words[scene.wording.language].name for limit in limits]
    portions = [called[start : start + LIST_PORTION] for start in range(0, len(called), LIST_PORTION)]
    words = [
        scene.wording.say(f"agreement.{'also' if number else 'asks'}", limits=scene.wording.listing(portion))
        for number, portion in enumerate(portions)
    ]
    return ask(scene, words, Question(Ask.AGREEMENT, Agreement(name, limits)))
