"""Deleting what is remembered, of this voice or of the whole household: asked first, then done."""

from skill.dialogue.answers.replying.telling import carry_on
from skill.dialogue.guidance.speaking import ask, close, said
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.scene.outcome import Forget, Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.reply import Close, Reply
from skill.timeline import Role, Timeline


def forget_me(scene: Scene) -> Outcome:
    """Whether everything remembered of this voice is to go."""
    return ask(scene, [], Question(Ask.FORGET_ME))


def forget_household(scene: Scene) -> Outcome:
    """Whether everything remembered of everybody at home is to go."""
    return ask(scene, [], Question(Ask.FORGET_HOUSEHOLD))


def forgotten_me(scene: Scene) -> Outcome:
    """Yes to it: nothing is left of this voice."""
    return _forgotten(scene, Forget.ME)


def forgotten_household(scene: Scene) -> Outcome:
    """Yes to it: nothing is left of anybody."""
    return _forgotten(scene, Forget.HOUSEHOLD)


def kept_after_all(scene: Scene) -> Outcome:
    """No: everything stays as it was, and on it goes; nothing does for whom a doctor has to see first."""
    words = scene.wording.say("forget.kept")
    return close(scene, [words]) if scene.asks_first or scene.stopped else carry_on(scene, words)


def _forgotten(scene: Scene, forget: Forget) -> Outcome:
    words = said(scene, [scene.wording.say("forget.done")], Role.END)
    return Outcome(Person(), Reply(Timeline(words), Close()), forget)
