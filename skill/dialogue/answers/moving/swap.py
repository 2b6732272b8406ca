"""Another stretch instead of this one, for this time: led in its place, or the word that there is none."""

from dataclasses import replace

from skill.dialogue.answers.replying.open_question import with_kept_practice
from skill.dialogue.answers.replying.telling import tell
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import go_to
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import OneStretch
from skill.dialogue.offers.daily_room import another
from skill.dialogue.offers.in_its_place import with_another
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.routine_of import is_alone
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.undo import moved
from skill.practice import Practice


@with_kept_practice
def swap_this(scene: Scene, practice: Practice) -> Outcome:
    """Said "swap this one": on with another one that is for the same; without one, how to leave it."""
    if is_alone(practice.routine):
        return _another_alone(scene, scene.stretch_at(practice).slug)
    there = with_another(scene, practice)
    if there is None:
        return tell(scene, scene.wording.say("swap.none"))
    wanted = moved(scene, practice, there)
    words = scene.wording.say("swap.done", name=scene.name_of(scene.stretch_at(wanted).slug))
    if scene.guiding and not scene.waiting:
        return go_to(scene, Opening((words,)), wanted)
    return tell(replace(scene, person=scene.person.with_practice(wanted)), words)


def _another_alone(scene: Scene, slug: str) -> Outcome:
    """Another one on its own is offered: that is another practice."""
    other = another(scene, slug)
    if not other:
        return tell(scene, scene.wording.say("swap.none"))
    words = scene.wording.say("enough.another", name=scene.name_of(other))
    return ask(scene, [], Question(Ask.TRY, OneStretch(other), words=words))
