"""A routine for the time somebody has: made at once, or offered where that time cannot be."""

from skill.dialogue.amounts import seconds_of
from skill.dialogue.answers.beginning import begin_unless_guiding
from skill.dialogue.answers.by_setting import setting_asked_about
from skill.dialogue.answers.offered import offered
from skill.dialogue.fitted import LONGEST_SECONDS, SHORTEST_SECONDS, fitted_name
from skill.dialogue.scene import Outcome, Scene
from skill.dialogue.speaking import Asked, ask

_QUICK_SECONDS = 5 * 60
_TWO_SITTINGS_SECONDS = 2 * LONGEST_SECONDS


def by_time(scene: Scene) -> Outcome:
    """Said "I have ten minutes": a routine that takes them, and is never longer; where one was just offered, there."""
    slot = scene.turn.slot("duration")
    seconds = seconds_of(slot)
    if seconds is None:
        return _how_long(scene, "finding.unheard" if slot.said else "")
    if seconds <= 0:
        return _how_long(scene, "finding.no-time")
    if SHORTEST_SECONDS <= seconds <= LONGEST_SECONDS:
        return begin_unless_guiding(scene, fitted_name(seconds, setting_asked_about(scene)))
    return _out_of_reach(scene, seconds)


def quick(scene: Scene) -> Outcome:
    """Said "something quick": five minutes."""
    return begin_unless_guiding(scene, fitted_name(_QUICK_SECONDS))


def _out_of_reach(scene: Scene, seconds: int) -> Outcome:
    """Too short or too long: said, and the nearest that there is offered."""
    if seconds < SHORTEST_SECONDS:
        return offered(scene, [scene.wording.say("finding.shortest")], fitted_name(SHORTEST_SECONDS))
    key = "finding.two-sittings" if seconds <= _TWO_SITTINGS_SECONDS else "finding.too-long"
    return offered(scene, [scene.wording.say(key)], fitted_name(LONGEST_SECONDS))


def _how_long(scene: Scene, key: str) -> Outcome:
    words = [scene.wording.say(key)] if key else []
    return ask(scene, words, Asked("wish", scene.wording.say("finding.how-long")))
