"""Goes on after Alexa has asked for the permission to set reminders: with yes, no, or no answer."""

from skill.dialogue.answers.habit.make_reminder import made
from skill.dialogue.answers.habit.permission import WantedReminder
from skill.dialogue.answers.replying.telling import carry_on
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.limits import STRAIGHT_ON_SECONDS
from skill.ports.reminders import Trouble
from skill.replaced import replace

_ACCEPTED = "ACCEPTED"
_WITHOUT = {"DENIED": "remind.denied", "NOT_ANSWERED": "remind.unanswered"}


def permitted(scene: Scene) -> Outcome:
    """With permission makes the reminder, without it says so; either way goes on with what was under way."""
    wanted = WantedReminder.read(scene.turn.token)
    if wanted is None:
        return carry_on(scene, scene.wording.say("remind.no-sense"))
    back = _taken_up(scene) if wanted.here else scene
    if scene.turn.reason == _ACCEPTED:
        return made(back, wanted.reminder, permitted=True)
    trouble = f"remind.trouble.{Trouble.AWAY.value}"
    return carry_on(back, scene.wording.say(_WITHOUT.get(scene.turn.reason, trouble)))


def _taken_up(scene: Scene) -> Scene:
    """The scene with the practice in this conversation, from the same posture: nobody got up while Alexa asked."""
    practice = scene.practice
    if practice is None or scene.turn.epoch - practice.touched > STRAIGHT_ON_SECONDS:
        return scene
    here = replace(practice, conversation=scene.turn.conversation)
    return replace(scene, person=scene.person.with_practice(here))
