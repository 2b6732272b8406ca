"""Agreement: whether what a routine asks for is all right today, and whether it is to be begun in a first week."""

from skill.dialogue.guidance.speaking import ask, let_out, listening
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Demanded, Offer
from skill.dialogue.offers.announcement import SAFETY, SCREENING, WELCOME, in_portions, once
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene


def ask_agreement(scene: Scene, name: str, limits: tuple[str, ...]) -> Outcome:
    """What it asks for, and whether that is all right; nothing of it has begun."""
    return ask(scene, [], Question(Ask.AGREEMENT, Demanded(name, limits)))


def ask_all_the_same(scene: Scene, name: str) -> Outcome:
    """That it is better after a week, and whether to begin it; nothing of it has begun."""
    question = Question(Ask.BEGIN, Offer(name, early=True), words=scene.wording.say("question.all-the-same"))
    return _ask_having_told(scene, scene.wording.say("start.early"), question)


def ask_having_told(scene: Scene, name: str) -> Outcome:
    """What everybody hears once, and whether to begin: for whoever would move at once, and has heard none of it."""
    return _ask_having_told(scene, "", Question(Ask.BEGIN, Offer(name)))


def _ask_having_told(scene: Scene, words: str, question: Question) -> Outcome:
    """Whom to ask first is told where they can say no to it, and not a second time after their yes."""
    out, person = let_out(scene, to_talk=True)
    told = in_portions(scene, (*once(scene), words))
    return listening(scene, (*out, *told), question, person.having_heard(WELCOME, SAFETY, SCREENING))
