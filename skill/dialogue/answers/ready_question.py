"""The question "Ready?", which remembers whether the stretch before it was finished."""

from skill.dialogue.scene import FINISHED, Scene
from skill.dialogue.speaking import Asked


def ready_question(scene: Scene, words: str = "") -> Asked:
    """Asks "Ready?", or other words that ask the same."""
    about = (FINISHED,) if scene.waiting else ()
    return Asked("ready", words or scene.wording.say("question.ready"), about)
