"""Leads somebody up after the last stretch, the whole way in one go, and asks whether they stand; or lets them stay."""

from skill.content.model import Posture
from skill.dialogue.answers.replying.open_question import without_question
from skill.dialogue.answers.starting.launch import opened
from skill.dialogue.guidance.speaking import close, listening
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import WayUp
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.timeline.hold.ways import way


def get_up(scene: Scene) -> Outcome:
    """Tells the way up from where the routine ended, and asks whether they stand.

    If they interrupt it, it goes on one move a turn.
    """
    up = scene.about(WayUp)
    start, without = (up.start, up.without) if up else (Posture.BACK, ())
    moments = way(start, Posture.STANDING, scene.telling())
    if not moments:
        return up_already(scene)
    asked = Question(Ask.STANDING, WayUp(start, at=scene.turn.epoch, without=without))
    return listening(scene, moments, asked, scene.person)


def up_already(scene: Scene) -> Outcome:
    """They are up before the way was told: goodbye."""
    return close(scene, [scene.wording.say("end.up")])


def up_and_on(scene: Scene) -> Outcome:
    """They opened the skill again within the hour, and are up and steady: goes on as a launch does."""
    return opened(without_question(scene), scene.wording.say("launch.up-again"))


def unsteady(scene: Scene) -> Outcome:
    """They are not steady on their feet: tells them to sit, and to have somebody with them; leads nothing."""
    return close(scene, [scene.wording.say("dizzy.standing"), scene.wording.say("dizzy.idle")])


def stay_down(scene: Scene) -> Outcome:
    """They do not want the way up: rest, and goodbye."""
    return close(scene, [scene.wording.say("end.rest")])
