"""Answers warning signs: tells the emergency number twice, or to see a doctor today, and closes; stores no reason.

After an emergency the next conversation, whenever it comes, begins with the question whether they are well
(`skill.dialogue.answers.safety.ask_first`).
"""

from skill.content.model import Posture
from skill.dialogue.answers.safety.alarms import worst_of
from skill.dialogue.answers.safety.stuck import led_no_more
from skill.dialogue.guidance.speaking import let_out, listening, said
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import WayUp
from skill.dialogue.offers.duration import DOWN
from skill.dialogue.scene.coming_back import kept_practice
from skill.dialogue.scene.local import emergency_number, whom_to_call
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.undo import with_nothing_to_take_back
from skill.ports.reply import Close, Reply
from skill.replaced import replace
from skill.timeline import Moment, Role, Timeline

_SECONDS_BEFORE_SAID_AGAIN = 2.0


def red_flag(scene: Scene) -> Outcome:
    """Calls for medical help straight away if the words do, else for a doctor today."""
    return _emergency(scene) if worst_of(scene) == "emergency" else urgent(scene)


def _emergency(scene: Scene) -> Outcome:
    """Calls for help straight away; stores the place, and that it is asked about first, but never the reason."""
    words = said(scene, [scene.wording.say("emergency.first", whom=whom_to_call(scene))], Role.END)
    again = said(scene, [scene.wording.say("emergency.again", number=emergency_number(scene))], Role.END)
    moments = (*words, Moment(Role.END, _SECONDS_BEFORE_SAID_AGAIN), *again)
    # A practice that another conversation leads stays with that one, which has to let them out of their hold.
    left = led_no_more(scene.person) if scene.here else scene.person
    person = replace(with_nothing_to_take_back(left), asked=None, quiet_turns=0, ask_first_at=scene.turn.epoch)
    return Outcome(person, Reply(Timeline(moments), Close()))


def urgent(scene: Scene) -> Outcome:
    """Ends for today, and calls for a doctor; stores the place, and offers the way up to anybody on the floor."""
    down = scene.posture_now in DOWN
    out, person = let_out(scene, to_talk=down)
    words = [scene.wording.say("urgent.stop", whom=whom_to_call(scene))]
    if kept_practice(scene) is not None and scene.remembers:
        words.append(scene.wording.say("urgent.kept"))
    kept = replace(person, asked=None, quiet_turns=0, offer=scene.library.tags.softest, stopped_at=scene.turn.epoch)
    moments = (*out, *said(scene, words, Role.END))
    if not down:
        return Outcome(kept, Reply(Timeline(moments), Close()))
    up = scene.about(WayUp) or scene.way_up(kept.practice.posture if kept.practice else Posture.BACK, scene.practice)
    stopped = replace(scene, person=kept)
    return listening(stopped, moments, Question(Ask.GET_UP, WayUp(up.start, at=up.at, without=up.without)), kept)
