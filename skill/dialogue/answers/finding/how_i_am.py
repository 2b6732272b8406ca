"""Answers people who say how they are or live, and ask for nothing: offers what a coach would."""

from skill.dialogue.answers.finding.by_setting import one_of_settings
from skill.dialogue.answers.finding.other_offer import softest_offered
from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene


def sits_all_day(scene: Scene) -> Outcome:
    """Said "I sit all day": offers something on a chair, or standing, to get out of it."""
    return _in_settings(scene, ("chair", "standing"))


def my_age(scene: Scene) -> Outcome:
    """Said "I'm eighty", or "I'm not very fit": offers something on a chair or in bed, not on the floor."""
    return _in_settings(scene, ("chair", "bed"), scene.wording.say("finding.as-you-can"))


def _in_settings(scene: Scene, settings: tuple[str, ...], *words: str) -> Outcome:
    """Offers a choice of routines in these settings; people who are led go on, as gently as they like."""
    if scene.here:
        return tell_staying(scene, scene.wording.say("finding.here"))
    return one_of_settings(scene, settings, *words) or softest_offered(scene, *words) or tell_staying(scene)
