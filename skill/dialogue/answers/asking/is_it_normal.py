"""Answers whether something is normal: a click, heat or ice, falling asleep, when to see a doctor."""

from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.scene.local import adviser, whom_to_call
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene


def is_it_normal(scene: Scene) -> Outcome:
    """Said "is it normal that it clicks": tells what a stretch should do, what not, and whom to ask about the rest."""
    words = scene.wording
    return tell_staying(scene, words.say("normal.looked-for"), words.say("normal.ask", adviser=adviser(scene)))


def heat_or_ice(scene: Scene) -> Outcome:
    """Said "heat or ice": tells whom to ask, for the skill has no advice on that."""
    return tell_staying(scene, scene.wording.say("normal.heat", adviser=adviser(scene)))


def asleep(scene: Scene) -> Outcome:
    """Said "what if I fall asleep": tells what happens if nobody answers a question."""
    return tell_staying(scene, scene.wording.say("normal.asleep"))


def warning_signs(scene: Scene) -> Outcome:
    """Said "when should I see a doctor": tells which signs are for a doctor, and which for the emergency number."""
    soon, now = scene.wording.say("normal.soon"), scene.wording.say("normal.now", whom=whom_to_call(scene))
    return tell_staying(scene, soon, now)


def hello(scene: Scene) -> Outcome:
    """Said "good morning": says hello, and goes on with what is open."""
    return tell_staying(scene, scene.wording.say("normal.hello"))


def glad(scene: Scene) -> Outcome:
    """Said "that helped": is glad, and promises nothing from it."""
    return tell_staying(scene, scene.wording.say("normal.glad"))
