"""A reply after which its person could not be kept: that is told at once, and nothing is promised."""

from skill.dialogue.guidance.notices import leads_now, with_notices, with_words
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.reply import Reply
from skill.replaced import replace


def unkept(scene: Scene, outcome: Outcome, honest: Reply, *, warned: bool) -> tuple[Outcome, bool]:
    """The outcome with `honest`, its reply without a promise, and whether the person has been told by now.

    It is told once in a conversation, a farewell included; but never before what to do in an emergency.
    """
    told = outcome if leads_now(scene, outcome) else with_notices(scene, replace(outcome, reply=honest), scene.notices)
    if warned or told.person.ask_first_at or not told.reply.timeline.moments:
        return told, warned
    return with_words(scene, told, [scene.wording.say("trouble.unsaved")]), True
