"""Warning signs: the emergency number twice, or a doctor today; then closed, and nothing of what it was is kept.

After an emergency the next word, whenever it comes, is asked first whether they are well
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
    """Medical help straight away where the words call for it, else a doctor today."""
    return _emergency(scene) if worst_of(scene) == "emergency" else urgent(scene)


def _emergency(scene: Scene) -> Outcome:
    """Medical help straight away; the place is kept, to be asked first is kept, and no reason is."""
    words = said(scene, [scene.wording.say("emergency.first", whom=whom_to_call(scene))], Role.END)
    again = said(scene, [scene.wording.say("emergency.again", number=emergency_number(scene))], Role.END)
    moments = (*words, Moment(Role.END, _SECONDS_BEFORE_SAID_AGAIN), *again)
    # What another conversation leads is left to it: whoever is in a hold there has to be let out.
    left = led_no_more(scene.person) if scene.here else scene.person
    person = replace(with_nothing_to_take_back(left), asked=None, quiet_turns=0, ask_first_at=scene.turn.epoch)
    return Outcome(person, Reply(Timeline(moments), Close()))


def urgent(scene: Scene) -> Outcome:
    """No more for today, and a doctor; the place is kept, and whoever lies there is offered to be talked up."""
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
