"""What a routine that begins now takes this person, from the first word that is said before it to its last."""

from dataclasses import replace

from skill.content.model import Routine
from skill.dialogue.announcing import announcement
from skill.dialogue.lasting import lasting_seconds
from skill.dialogue.scene import Scene
from skill.practice import Practice
from skill.timeline import Place
from skill.timeline.units import units_of


def seconds_from_now(scene: Scene, name: str, routine: Routine) -> float:
    """Seconds of the routine as it is led, under the name by which its practice is remembered."""
    step = routine.steps[0]
    first = units_of(step, scene.library.stretch_of(step))[0].place
    practice = Practice(name, scene.library.version, Place(""), scene.posture_now, scene.turn.epoch)
    return lasting_seconds(scene, routine, replace(practice, place=first), _words_seconds(scene, name, routine))


def _words_seconds(scene: Scene, name: str, routine: Routine) -> float:
    """Seconds of what is said before; how many minutes that names makes no difference worth an estimate."""
    words = announcement(scene, name, routine, scene.wording.minutes(_SOME_MINUTES))
    return scene.telling().pace.seconds(" ".join(words))


_SOME_MINUTES = 17 * 60
