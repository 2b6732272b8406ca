"""Answers "count me down", "play a chime" and "count in breaths": stores how holds are counted and ended."""

from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.retailoring import retailored
from skill.dialogue.scene.scene import Scene
from skill.replaced import replace
from skill.timeline.manner import Manner


def count_me_down(scene: Scene) -> Outcome:
    """Counts the last three seconds of every hold from now on."""
    return _led(scene, replace(_manner(scene), counts_down=True), "count-down.on", "count-down.on-already")


def no_count_down(scene: Scene) -> Outcome:
    """Leaves the last seconds quiet again."""
    return _led(scene, replace(_manner(scene), counts_down=False), "count-down.off", "count-down.off-already")


def chime(scene: Scene) -> Outcome:
    """Ends holds with a soft sound from now on."""
    return _led(scene, replace(_manner(scene), chimes=True), "chime.on", "chime.on-already")


def no_chime(scene: Scene) -> Outcome:
    """Ends holds with words only again."""
    return _led(scene, replace(_manner(scene), chimes=False), "chime.off", "chime.off-already")


def in_breaths(scene: Scene) -> Outcome:
    """Tells and counts still holds in breaths from now on."""
    return _led(scene, replace(_manner(scene), in_breaths=True), "in-breaths.on", "in-breaths.on-already")


def in_seconds(scene: Scene) -> Outcome:
    """Tells holds in seconds again."""
    return _led(scene, replace(_manner(scene), in_breaths=False), "in-breaths.off", "in-breaths.off-already")


def _manner(scene: Scene) -> Manner:
    return scene.person.tailoring.manner


def _led(scene: Scene, manner: Manner, key: str, already: str) -> Outcome:
    """Stores this manner; if it is so already, tells how to change it."""
    if manner == _manner(scene):
        return tell_staying(scene, scene.wording.say(already))
    wanted = retailored(scene, replace(scene.person.tailoring, manner=manner))
    return tell_staying(wanted, scene.wording.say(key))
