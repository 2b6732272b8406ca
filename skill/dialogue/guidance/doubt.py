"""Whether a hold was done, where only the person knows: the one short question before it is gone on with, or later."""

from collections.abc import Iterable
from dataclasses import dataclass

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

_WORTH_ASKING_SECONDS = 15.0
"""A hold as long as this, with its way in and out, takes half a minute to do again."""
_LEAVING = frozenset(
    {ENDED, "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent", "AMAZON.StopIntent", "HaveToStopIntent"}
)


def not_surely_over(turn: Turn, where: Whereabouts) -> Whereabouts:
    """Where somebody is who leaves when all of it may be done: at its last hold, as long as nobody can be sure of that.

    Else nothing would be kept by which they could be asked when they are back. Somebody who more likely heard
    the end is done.
    """
    sure = where.place is not None or where.unsure is Unsure.NOT or where.asked or not where.heard
    if sure or turn.intent not in _LEAVING:
        return where
    *held, last = where.heard
    there = replace(where, place=last, posture=None, bodily=last, heard=tuple(held), over=False)
    return replace(there, inside=True, resting=True, doubtful=True, unsure=Unsure.ITS_END)


def may_ask(scene: Scene, practice: Practice) -> bool:
    """Whether there is a doubt to be settled, and asking costs nothing: nobody rolls over for it, or is kept awake."""
    quiet = practice.posture in CLOSED_MICROPHONE or scene.routine_of(practice).asks_nothing
    return practice.doubtful and practice.torn != practice.place and not quiet


@dataclass(frozen=True)
class Later:
    """The practice at the hold from which it is gone on with later, and whether that hold is asked about."""

    practice: Practice
    unsure: bool = False


def gone_on_later(scene: Scene, practice: Practice) -> Later:
    """Where it goes on hours later: a small doubt is enough to be asked then, for it costs no turn.

    Nobody is asked where it goes on at the same hold whatever the answer is, nor about a warm-up, which is begun again;
    and a hold that is done again sooner than it is talked about is done again, unless it is all that is left.
    """
    if practice.kept or practice.unsure is Unsure.NOT:
        return Later(practice)
    before, here, behind = _around(scene, practice)
    at, then = (before, here) if practice.unsure is Unsure.ONE_BEFORE and before else (here, behind)
    there = replace(practice, place=at, doubtful=False, unsure=Unsure.NOT)
    if then is None:
        return Later(there, unsure=True)
    beyond = replace(there, place=then)
    if _begun_at(scene, there) == _begun_at(scene, beyond):
        return Later(practice)
    if scene.unit_at(practice, at).hold_seconds >= _WORTH_ASKING_SECONDS:
        return Later(there, unsure=True)
    # Hours later a strong stretch is come back to from further back than the hold before it.
    places = _places(scene, practice)
    again = min(map(places.index, {_begun_at(scene, there), _begun_at(scene, beyond)} & {*places}), default=0)
    return Later(beyond if places[again] == _begun_at(scene, beyond) else there)


def _begun_at(scene: Scene, practice: Practice) -> Place:
    """Where it really goes on after that time."""
    return begun_again(scene, practice).real_place


def ask_whether_done(scene: Scene, practice: Practice, words: Iterable[str]) -> Outcome:
    """Asked once, after what had to be said: yes goes on behind that hold, no and anything else begins it again.

    On another day nothing is under way before that is answered.
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
    """The hold before the practice's place, that one, and the hold behind it."""
    places, here = _places(scene, practice), practice.place
    around = zip((None, *places), places, (*places[1:], None), strict=False)
    return next((three for three in around if three[1] == here), (None, here, None))


def _places(scene: Scene, practice: Practice) -> list[Place]:
    steps = scene.routine_of(practice).steps
    return [place for step in steps for place in places_of(step, scene.library.stretch_of(step))]
