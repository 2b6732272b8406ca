"""Getting up from the floor after the last stretch, one move at a time."""

from dataclasses import replace

from skill.content.model import Posture
from skill.dialogue.reply import Close, Reply
from skill.dialogue.scene import Outcome, Scene
from skill.dialogue.speaking import close, said
from skill.timeline import Role, Timeline
from skill.timeline.ways import way


def get_up(scene: Scene) -> Outcome:
    """The way up from where the routine ended, then goodbye."""
    asked = scene.person.asked
    posture = Posture(asked.about[0]) if asked and asked.about else Posture.BACK
    moments = way(posture, Posture.STANDING, scene.telling())
    words = said(scene, [scene.wording.say("end.up")], Role.END)
    return Outcome(replace(scene.person, asked=None), Reply(Timeline((*moments, *words)), Close()))


def stay_down(scene: Scene) -> Outcome:
    """No need of it: rest, and goodbye."""
    return close(scene, [scene.wording.say("end.rest")])
