"""Answers "count me down", "play a chime" and "count in breaths": how holds are counted and ended from now on."""

from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.retailoring import retailored
from skill.dialogue.scene.scene import Scene
from skill.replaced import replace
from skill.timeline.manner import Manner


def count_me_down(scene: Scene) -> Outcome:
    """The last three seconds of every hold are counted."""
    return _led(scene, replace(_manner(scene), counts_down=True), "count-down.on", "count-down.on-already")


def no_count_down(scene: Scene) -> Outcome:
    """They are quiet again."""
    return _led(scene, replace(_manner(scene), counts_down=False), "count-down.off", "count-down.off-already")


def chime(scene: Scene) -> Outcome:
    """A soft sound ends a hold."""
    return _led(scene, replace(_manner(scene), chimes=True), "chime.on", "chime.on-already")


def no_chime(scene: Scene) -> Outcome:
    """Words alone end it again."""
    return _led(scene, replace(_manner(scene), chimes=False), "chime.off", "chime.off-already")


def in_breaths(scene: Scene) -> Outcome:
    """What is held still is told and counted in breaths."""
    return _led(scene, replace(_manner(scene), in_breaths=True), "in-breaths.on", "in-breaths.on-already")


def in_seconds(scene: Scene) -> Outcome:
    """It is told in seconds again."""
    return _led(scene, replace(_manner(scene), in_breaths=False), "in-breaths.off", "in-breaths.off-already")


def _manner(scene: Scene) -> Manner:
    return scene.person.tailoring.manner


def _led(scene: Scene, manner: Manner, key: str, already: str) -> Outcome:
    """Led so from now on; where that is so already, what would change it."""
    if manner == _manner(scene):
        return tell_staying(scene, scene.wording.say(already))
    wanted = retailored(scene, replace(scene.person.tailoring, manner=manner))
    return tell_staying(wanted, scene.wording.say(key))
