"""Getting up after the last stretch: the whole way in one go, or staying down."""

from skill.content.model import Posture
from skill.dialogue.guidance.speaking import close, said
from skill.dialogue.memory.subject import WayUp
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.reply import Close, Reply
from skill.replaced import replace
from skill.timeline import Role, Timeline
from skill.timeline.hold.ways import way


def get_up(scene: Scene) -> Outcome:
    """The way up from where the routine ended, then goodbye."""
    up = scene.about(WayUp)
    moments = way(up.start if up else Posture.BACK, Posture.STANDING, scene.telling())
    words = said(scene, [scene.wording.say("end.up")], Role.END)
    return Outcome(replace(scene.person, asked=None), Reply(Timeline((*moments, *words)), Close()))


def up_already(scene: Scene) -> Outcome:
    """Up before it was told how: goodbye."""
    return close(scene, [scene.wording.say("end.up")])


def stay_down(scene: Scene) -> Outcome:
    """No need of it: rest, and goodbye."""
    return close(scene, [scene.wording.say("end.rest")])
