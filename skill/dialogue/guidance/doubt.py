"""Asks whether a hold was done, where the timing cannot tell and only the person knows."""

from collections.abc import Iterable

from skill.dialogue.guidance.speaking import let_out, listening, said
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.scene.coming_back import another_day, begun_again
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.turn import ENDED, Turn
from skill.practice import Phase, Practice, Unsure, Whereabouts
from skill.replaced import replace
from skill.timeline import Place, Role
from skill.timeline.hold.units import places_of
from skill.timeline.hold.ways import CLOSED_MICROPHONE

_LEAVING = frozenset(
    {ENDED, "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent", "AMAZON.StopIntent", "HaveToStopIntent"}
)


def not_surely_over(turn: Turn, where: Whereabouts) -> Whereabouts:
    """The whereabouts of somebody who leaves when they may have done all: at the last hold, if that is unsure.

    Otherwise the practice would be dropped, and they could not be asked when they are back.
    """
    sure = where.place is not None or where.unsure is Unsure.NOT or where.asked or not where.heard
    if sure or turn.intent not in _LEAVING:
        return where
    *held, last = where.heard
    there = replace(where, place=last, posture=None, bodily=last, heard=tuple(held), over=False)
    return replace(there, inside=True, resting=True, doubtful=True, unsure=Unsure.ITS_END)


def may_ask(scene: Scene, practice: Practice) -> bool:
    """Whether there is a doubt, and asking disturbs nobody: not face down, not in a routine to fall asleep with."""
    quiet = practice.posture in CLOSED_MICROPHONE or scene.routine_of(practice).asks_nothing
    return practice.doubtful and practice.torn != practice.place and not quiet


def in_doubt_since(scene: Scene, practice: Practice) -> Practice | None:
    """The practice at the hold to ask about when it is resumed later, when a small doubt is enough to ask.

    None without a doubt, and where it goes on at the same hold whatever the answer. A warm-up is begun again instead.
    """
    if practice.kept or practice.unsure is Unsure.NOT:
        return None
    before, here, behind = _around(scene, practice)
    at, then = (before, here) if practice.unsure is Unsure.ONE_BEFORE and before else (here, behind)
    asked = replace(practice, place=at, doubtful=False, unsure=Unsure.NOT)
    return asked if then is None or _begun_at(scene, asked) != _begun_at(scene, replace(asked, place=then)) else None


def _begun_at(scene: Scene, practice: Practice) -> Place:
    """The place at which it would go on when resumed later, behind any warm-up."""
    return begun_again(scene, practice).real_place


def ask_whether_done(scene: Scene, practice: Practice, words: Iterable[str]) -> Outcome:
    """The question, once, after these words: yes goes on after the hold, anything else begins it again.

    On another day the practice is not under way until that is answered.
    """
    asked = replace(practice, doubtful=False, unsure=Unsure.NOT)
    here = asked if another_day(scene, practice) else _under_way(scene, asked)
    out, _ = let_out(scene, to_talk=False)
    moments = (*out, *said(scene, words, Role.INTRO))
    return listening(scene, moments, Question(Ask.WAS_DONE), scene.person.with_practice(here))


def _under_way(scene: Scene, practice: Practice) -> Practice:
    turn = scene.turn
    here = replace(practice, conversation=turn.conversation, device=turn.device, touched=turn.epoch)
    return replace(here, phase=Phase.GUIDING, torn=practice.place, sent=None)


def _around(scene: Scene, practice: Practice) -> tuple[Place | None, Place, Place | None]:
    """The hold before the practice's place, the place, and the hold after it."""
    steps, here = scene.routine_of(practice).steps, practice.place
    places = [place for step in steps for place in places_of(step, scene.library.stretch_of(step))]
    around = zip((None, *places), places, (*places[1:], None), strict=False)
    return next((three for three in around if three[1] == here), (None, here, None))
