"""Answers a turn that has spent its work without an end: out of the hold, a kind goodbye, and a place that works.

Somebody who comes back must not run into the same trouble again. So a place is kept only if the routine can be laid out
from it to its end. Otherwise the start of its step is tried, then the start of the routine; failing that, the practice
is dropped. A second failure begins with the start of the step, a third with that of the routine, a fourth drops it.
"""

from collections.abc import Iterator

from skill.dialogue.guidance.speaking import let_out, said
from skill.dialogue.offers.duration import seconds_left
from skill.dialogue.scene.going_on import first_hold
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.routine_of import planned
from skill.dialogue.scene.scene import Scene
from skill.limits import MOST_WORK_A_LOOK
from skill.ports.reply import Close, Reply
from skill.ports.turn import ENDED
from skill.practice import Practice
from skill.replaced import replace
from skill.timeline import NoEnd, Place, Role, Timeline, Work


def ended_kindly(scene: Scene) -> Outcome:
    """Lets the person out of a hold, says that something went wrong and how to come back, and closes the session."""
    practice = scene.practice
    kept = _set_back(scene, practice) if practice is not None else None
    person = replace(scene.person, asked=None, quiet_turns=0)
    person = person.with_practice(kept) if kept else person.without_practice()
    if scene.turn.intent == ENDED:
        return Outcome(person, Reply())
    out, _ = let_out(scene, to_talk=False)
    # If not even the place could be determined, the person may be in any hold.
    let_go = scene.wording.say("no-end.let-go") if scene.found is None and scene.here else ""
    words = said(scene, [let_go, scene.wording.say(f"no-end.{_key(scene, practice, kept)}")], Role.END)
    return Outcome(person, Reply(Timeline((*out, *words)), Close()))


def _key(scene: Scene, practice: Practice | None, kept: Practice | None) -> str:
    """The phrase for the place: lost, kept, or moved to an earlier one."""
    if practice is None or kept is None or not scene.remembers:
        return "lost"
    return "kept" if kept.real_place == practice.real_place else "earlier"


def _set_back(scene: Scene, practice: Practice) -> Practice | None:
    """The practice at the first place from which it can be laid out to its end; None where there is none."""
    failed = replace(practice, failures=practice.failures + 1, sent=None, before=None)
    wanted = list(_places(scene, practice))[practice.failures :]
    there = (failed if place == practice.real_place else replace(failed, place=place, kept=None) for place in wanted)
    return next((one for one in there if _comes_to_an_end(scene, one)), None)


def _places(scene: Scene, practice: Practice) -> Iterator[Place]:
    """The places to try: the place itself, the start of its step, the start of the routine."""
    yield practice.real_place
    routine = planned(scene.library, practice, scene.person.tailoring)
    if routine is not None:
        index = routine.index_of(practice.real_place.step) or 0
        yield from (first_hold(scene.library, replace(practice, kept=None), routine.steps[at]) for at in (index, 0))


def _comes_to_an_end(scene: Scene, practice: Practice) -> bool:
    """Whether everything from its place on can be laid out within a fresh limit of work."""
    looking = replace(scene, work=Work(MOST_WORK_A_LOOK))
    try:
        return seconds_left(looking, practice) > 0
    except NoEnd:
        return False
