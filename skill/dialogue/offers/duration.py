"""How long a routine lasts for this person, until they stand: told as it will be told, each question answered.

What is explained in one reply is known in the next, a step that is split says so, and who lies face down rolls over
to be asked: so the sum of the replies is not quite the routine from end to end.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from skill.content.model import Posture, Routine
from skill.dialogue.offers.announcement import announcement, in_portions
from skill.dialogue.scene.scene import Scene
from skill.limits import ANSWERING_SECONDS, START_LATENCY_SECONDS
from skill.practice import Practice
from skill.timeline import HOLDING, Budget, Flow, Head, Moment, NoEnd, Place, Telling, Walk, head
from skill.timeline.hold.units import units_of
from skill.timeline.hold.ways import way

DOWN = {Posture.BACK, Posture.ALL_FOURS, Posture.FLOOR_SEAT}
"""Where a routine may end that one has to get up from."""

_SOME_MINUTES = 17 * 60
_GOODBYE_SECONDS = 5.0
"""A kind word at the end, and the question whether to be talked up."""


def lasting_seconds(scene: Scene, routine: Routine, practice: Practice, before_seconds: float = 0.0) -> float:
    """Seconds until somebody stands again, from the practice's place; so many are said before it.

    Waiting for each reply and answering its question are counted, and so is getting up. Each reply has one hold at
    least, but for the way there; raises NoEnd when there are more replies than holds.
    """
    flow = Flow.UNASKED if routine.asks_nothing else scene.person.flow
    telling, here, said, total = scene.telling(), practice, before_seconds, before_seconds
    holds = sum(len(units_of(step, scene.library.stretch_of(step))) for step in routine.steps)
    for _ in range(holds + 1):
        walk = replace(
            _walk(routine, here, telling), heard_out=total > before_seconds, asks_on_arrival=flow.asks_on_arrival
        )
        told = head(walk, Budget(flow, said))
        total += START_LATENCY_SECONDS + heard_seconds(told.timeline.moments, telling)
        if told.then is None:
            return round(total + _GOODBYE_SECONDS + way_up_seconds(scene, told.posture), 1)
        total += telling.pace.seconds(scene.wording.say("asked.ready.full")) + ANSWERING_SECONDS
        telling = replace(telling, met=telling.met | _heard(routine, told))
        here, said = replace(here, place=told.then, posture=told.posture), 0.0
    raise NoEnd(f"{routine.slug} has more replies than holds")


def way_up_seconds(scene: Scene, posture: Posture) -> float:
    """Seconds that getting up takes from where a routine ends, for somebody who has finished one; none where they stay.

    Nothing is got up from on a chair, a bed, or standing.
    """
    telling = replace(scene.telling(), newcomer=False)
    moments = way(posture, Posture.STANDING, telling) if posture in DOWN else ()
    up = sum(moment.seconds for moment in moments)
    return up + START_LATENCY_SECONDS + ANSWERING_SECONDS if up else 0.0


def heard_seconds(moments: Iterable[Moment], telling: Telling) -> float:
    """Seconds of moments as a voice says them: what no silence parts is one utterance, with its full stops."""
    passages = ((silent, list(some)) for silent, some in groupby(moments, key=lambda moment: moment.silent))
    return sum(_passage_seconds(some, telling, silent=silent) for silent, some in passages)


def _passage_seconds(moments: list[Moment], telling: Telling, *, silent: bool) -> float:
    if silent:
        return sum(moment.seconds for moment in moments)
    return telling.pace.seconds(" ".join(moment.words for moment in moments))


def _walk(routine: Routine, here: Practice, telling: Telling) -> Walk:
    return Walk(routine, telling, here.place, here.posture, shortened=bool(here.skipped), resumes=here.kept)


def _heard(routine: Routine, told: Head) -> frozenset[str]:
    """The stretches of which something was held."""
    keys = {moment.place.step for moment in told.timeline.moments if moment.place and moment.role in HOLDING}
    return frozenset(step.stretch for step in routine.steps if step.key in keys)


def seconds_left(scene: Scene, practice: Practice, place: Place | None = None) -> float:
    """Seconds that the routine still takes for this person from a place, words and ways included."""
    there = replace(practice, place=place or practice.place)
    return lasting_seconds(scene, scene.routine_of(practice), there)


def seconds_from_now(scene: Scene, name: str, routine: Routine) -> float:
    """Seconds of the routine as it is led, under the name by which its practice is remembered."""
    step = routine.steps[0]
    first = units_of(step, scene.library.stretch_of(step))[0].place
    practice = Practice(name, scene.library.version, Place(""), scene.posture_now, scene.turn.epoch)
    return lasting_seconds(scene, routine, replace(practice, place=first), _words_seconds(scene, name, routine))


def _words_seconds(scene: Scene, name: str, routine: Routine) -> float:
    """Seconds of what is said before; how many minutes that names makes no difference worth an estimate."""
    words = announcement(scene, name, routine, scene.wording.minutes(_SOME_MINUTES))
    return heard_seconds(in_portions(scene, words), scene.telling())
