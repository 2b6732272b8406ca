"""Stores how often a person wants to be asked, and goes straight on."""

from skill.dialogue.answers.replying.telling import carry_on, tell
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.replaced import replace
from skill.timeline import Flow


def hands_free(scene: Scene) -> Outcome:
    """Asks as few questions as possible from now on, and none now."""
    words, liking = _liking(scene, Flow.HANDS_FREE)
    return carry_on(liking, words)


def one_at_a_time(scene: Scene) -> Outcome:
    """Asks after every stretch from now on."""
    words, liking = _liking(scene, Flow.ONE_AT_A_TIME)
    return tell(liking, words)


def _liking(scene: Scene, flow: Flow) -> tuple[str, Scene]:
    """The words on it, and the scene with this flow stored."""
    words = scene.wording.say(f"did.{flow.replace(' ', '-')}")
    return words, replace(scene, person=replace(scene.person, flow=flow))
