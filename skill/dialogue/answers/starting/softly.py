"""Answers whether stretches that rested the last time come back: softly, or they rest today as well."""

from skill.dialogue.answers.starting.launch import opened
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.setting_aside import rested, settled_rest, soft_words
from skill.replaced import replace


def softly(scene: Scene) -> Outcome:
    """Yes: tells how each of them comes back, and makes today's offer."""
    return opened(settled_rest(scene), *soft_words(scene, rested(scene)))


def rests_on(scene: Scene) -> Outcome:
    """No: they rest today as well, without a question why."""
    tailoring, today = scene.person.tailoring, scene.day(scene.turn.epoch).toordinal()
    resting = tuple(dict.fromkeys((*tailoring.resting, *rested(scene))))
    resting_on = replace(tailoring, resting=resting, resting_day=today, rested="")
    there = replace(scene, person=replace(scene.person, tailoring=resting_on))
    return opened(there, scene.wording.say("softly.rests"))
