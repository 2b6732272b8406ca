"""Tells that a stretch had its most for today, and offers another one, or goes on."""

from skill.dialogue.answers.replying.telling import tell
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import OneStretch
from skill.dialogue.offers.daily_room import another
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene


def enough_words(scene: Scene, slug: str) -> str:
    """The words that today has had its most of this stretch."""
    return scene.wording.say("enough.today", name=scene.name_of(slug))


def enough_of(scene: Scene, slug: str) -> Outcome:
    """Declines a stretch on its own: while guiding goes on, else offers another one."""
    words, other = enough_words(scene, slug), another(scene, slug)
    if scene.guiding or not other:
        return tell(scene, words)
    question = scene.wording.say("enough.another", name=scene.name_of(other))
    return ask(scene, [words], Question(Ask.TRY, OneStretch(other), words=question))
