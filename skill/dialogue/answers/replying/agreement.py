"""Asks before a routine begins: whether what it asks for is all right today, or whether to begin it so early."""

from skill.dialogue.guidance.speaking import ask, let_out, listening
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Demanded, Offer
from skill.dialogue.offers.announcement import SAFETY, SCREENING, WELCOME, in_portions, once
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene


def ask_agreement(scene: Scene, name: str, limits: tuple[str, ...]) -> Outcome:
    """Tells what the routine asks for, and asks whether that is all right; begins nothing."""
    return ask(scene, [], Question(Ask.AGREEMENT, Demanded(name, limits)))


def ask_all_the_same(scene: Scene, name: str) -> Outcome:
    """Tells that it is better after a week, and asks whether to begin all the same; begins nothing."""
    question = Question(Ask.BEGIN, Offer(name, early=True), words=scene.wording.say("question.all-the-same"))
    return _ask_having_told(scene, scene.wording.say("start.early"), question)


def ask_having_told(scene: Scene, name: str) -> Outcome:
    """Tells what everybody hears once, and asks whether to begin, if they would otherwise move before hearing it."""
    return _ask_having_told(scene, "", Question(Ask.BEGIN, Offer(name)))


def _ask_having_told(scene: Scene, words: str, question: Question) -> Outcome:
    """Tells the advice on safety before the question, so that they can still say no, and do not hear it twice."""
    out, person = let_out(scene, to_talk=True)
    told = in_portions(scene, (*once(scene), words))
    return listening(scene, (*out, *told), question, person.having_heard(WELCOME, SAFETY, SCREENING))
