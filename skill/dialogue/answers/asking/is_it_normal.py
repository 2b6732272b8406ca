"""Answers whether all is as it should be: a click, heat or ice, falling asleep, when to see a doctor."""

from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.scene.local import adviser, whom_to_call
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene


def is_it_normal(scene: Scene) -> Outcome:
    """Said "is it normal that it clicks": what is looked for, what is not, and who can judge the rest."""
    words = scene.wording
    return tell_staying(scene, words.say("normal.looked-for"), words.say("normal.ask", adviser=adviser(scene)))


def heat_or_ice(scene: Scene) -> Outcome:
    """Said "heat or ice": nothing is known of that here, and who knows."""
    return tell_staying(scene, scene.wording.say("normal.heat", adviser=adviser(scene)))


def asleep(scene: Scene) -> Outcome:
    """Said "what if I fall asleep": what happens to a question that nobody answers."""
    return tell_staying(scene, scene.wording.say("normal.asleep"))


def warning_signs(scene: Scene) -> Outcome:
    """Said "when should I see a doctor": what is for a doctor, and what for the number, as it is heard here too."""
    soon, now = scene.wording.say("normal.soon"), scene.wording.say("normal.now", whom=whom_to_call(scene))
    return tell_staying(scene, soon, now)


def hello(scene: Scene) -> Outcome:
    """Said "good morning": hello, and on with what is open."""
    return tell_staying(scene, scene.wording.say("normal.hello"))


def glad(scene: Scene) -> Outcome:
    """Said "that helped": good to hear, and nothing is made of it."""
    return tell_staying(scene, scene.wording.say("normal.glad"))
