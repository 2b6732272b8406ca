"""Stores the name that somebody gives their own routine, tells it, and recognises it when they ask for it."""

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
"""At most five words, of letters only, because the name is spoken."""
_LONGEST_NAME = 40
"""Letters."""
_MUCH_ALIKE = 0.8
"""The least similarity, from 0 to 1, of what was heard to the name."""


@with_mine
def name_mine(scene: Scene) -> Outcome:
    """Stores the name, and offers the routine by it; without a name tells the present one, or how to give one."""
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
    """Decorates an answer about the stretch or routine `named`: if that is the name of their own, begins it."""

    def of_any(answer: Answer) -> Answer:
        @wraps(answer)
        def answered(scene: Scene) -> Outcome:
            return start_mine(scene) if _is_mine(scene, named) else answer(scene)

        return answered

    return of_any


def _is_mine(scene: Scene, named: str) -> bool:
    """Whether an unknown name is that of their own routine, wholly or nearly."""
    slot, called = scene.turn.slot(named), scene.person.tailoring.own_name
    if slot.ids or not slot.said or not called:
        return False
    said, name = (text.lower().replace("'", "") for text in (slot.said, called))
    whole = {*name.split()} <= {*said.split()}
    return whole or SequenceMatcher(None, said, name, autojunk=False).ratio() >= _MUCH_ALIKE
