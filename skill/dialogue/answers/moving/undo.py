"""Takes a command back: goes to the place before it, as long as no hold was finished since."""

from skill.dialogue.answers.replying.telling import tell
from skill.dialogue.answers.starting.while_guiding import while_guiding
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import lead
from skill.dialogue.guidance.names import place_words
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.undo import taken_back
from skill.practice import Before, Practice


@while_guiding
def undo(scene: Scene, practice: Practice) -> Outcome:
    """Said "undo that": goes to the place before the last command, or says that there is nothing to take back."""
    before = practice.before
    if before is None or not still_there(scene, practice, before):
        return tell(scene, scene.wording.say("undo.nothing"))
    return take_back(scene, practice, before)


def still_there(scene: Scene, practice: Practice, before: Before) -> bool:
    """Whether the routine still has the stretch to go back to, which may have been left out since."""
    return scene.routine_of(taken_back(practice, before)).index_of(before.place.step) is not None


def take_back(scene: Scene, practice: Practice, before: Before) -> Outcome:
    """Goes on from the place before, and names it."""
    there = taken_back(practice, before)
    words = scene.wording.say("undo.back", place=place_words(scene, there))
    return lead(scene, there, Opening((words,), names_place=True))
