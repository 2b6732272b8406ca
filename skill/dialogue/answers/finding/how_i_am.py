"""Answers somebody who says how they are or live, and asks for nothing: offers what a coach would."""

from skill.dialogue.answers.finding.by_setting import one_of_settings
from skill.dialogue.answers.finding.other_offer import softest_offered
from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene


def sits_all_day(scene: Scene) -> Outcome:
    """Said "I sit all day": what can be done on the chair where they sit, and what gets them out of it."""
    return _in_settings(scene, ("chair", "standing"))


def my_age(scene: Scene) -> Outcome:
    """Said "I'm eighty", or "I'm not very fit": nothing that has to be got down to."""
    return _in_settings(scene, ("chair", "bed"), scene.wording.say("finding.as-you-can"))


def _in_settings(scene: Scene, settings: tuple[str, ...], *words: str) -> Outcome:
    """One of what there is in these places; anybody who is led goes on, as gently as they like."""
    if scene.here:
        return tell_staying(scene, scene.wording.say("finding.here"))
    return one_of_settings(scene, settings, *words) or softest_offered(scene, *words) or tell_staying(scene)
