"""What somebody calls their own routine: kept as it was said, told again, and understood when it is asked for."""

import re
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import wraps

from skill.dialogue.answers.habit.own_routine import start_mine, with_mine
from skill.dialogue.answers.replying.telling import tell
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Offer
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Answer, Scene
from skill.replaced import replace
from skill.tailoring.steps.own import OWN

_NAME = re.compile(r"[a-z]+(?:['-][a-z]+)*(?: [a-z]+(?:['-][a-z]+)*){0,4}")
"""Five words at most, and nothing in them that is no word: it is said aloud."""
_LONGEST_NAME = 40
_MUCH_ALIKE = 0.8
"""So much of its letters must a name have that is heard for it."""


@with_mine
def name_mine(scene: Scene) -> Outcome:
    """The name that is given, kept, and the routine offered by it; without one what it is called, or how to call it."""
    slot, called = scene.turn.slot("name"), scene.person.tailoring.own_name
    if not slot.said:
        key = "mine.called" if called else "mine.how-to-name"
        return tell(scene, scene.wording.say(key, name=called))
    name = slot.said.strip().lower()
    if len(name) > _LONGEST_NAME or not _NAME.fullmatch(name):
        return tell(scene, scene.wording.say("mine.no-name"))
    tailoring = replace(scene.person.tailoring, own_name=name)
    named = replace(scene, person=replace(scene.person, tailoring=tailoring))
    words = scene.wording.say("mine.named", name=name)
    if scene.passing or scene.here:
        return tell(named, words)
    return ask(named, [words], Question(Ask.BEGIN, Offer(OWN)))


def or_mine(named: str) -> Callable[[Answer], Answer]:
    """The answer about what is `named`, a stretch or a routine; about their own one, where it is called so."""

    def of_any(answer: Answer) -> Answer:
        @wraps(answer)
        def answered(scene: Scene) -> Outcome:
            return start_mine(scene) if _is_mine(scene, named) else answer(scene)

        return answered

    return of_any


def _is_mine(scene: Scene, named: str) -> bool:
    """Whether what was said and is no name of ours is the name of theirs, all of it or nearly."""
    slot, called = scene.turn.slot(named), scene.person.tailoring.own_name
    if slot.ids or not slot.said or not called:
        return False
    said, name = (text.lower().replace("'", "") for text in (slot.said, called))
    whole = {*name.split()} <= {*said.split()}
    return whole or SequenceMatcher(None, said, name, autojunk=False).ratio() >= _MUCH_ALIKE
