"""Whether a hold was done, where only the person knows: the one short question before it is gone on with."""

from collections.abc import Iterable
from dataclasses import replace

from skill.dialogue.guidance.speaking import let_out, listening, said
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.scene.scene import Outcome, Scene
from skill.practice import Phase, Practice
from skill.timeline import Role
from skill.timeline.flow import CLOSED_MICROPHONE


def may_ask(scene: Scene, practice: Practice) -> bool:
    """Whether there is a doubt to be settled, and asking costs nothing: nobody rolls over for it, or is kept awake."""
    quiet = practice.posture in CLOSED_MICROPHONE or scene.routine_of(practice).asks_nothing
    return practice.doubtful and practice.torn != practice.place and not quiet


def ask_whether_done(scene: Scene, practice: Practice, words: Iterable[str]) -> Outcome:
    """Asked once, after what had to be said: yes goes on behind that hold, no and anything else begins it again."""
    turn = scene.turn
    here = replace(
        practice,
        doubtful=False,
        torn=practice.place,
        conversation=turn.conversation,
        device=turn.device,
        touched=turn.epoch,
    )
    person = scene.person.with_practice(replace(here, phase=Phase.GUIDING, touched=turn.epoch, sent=None))
    out, _ = let_out(scene, to_talk=False)
    moments = (*out, *said(scene, words, Role.INTRO))
    return listening(scene, moments, Question(Ask.WAS_DONE), person)
