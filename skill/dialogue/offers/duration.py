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
from skill.timeline import HOLDING, Budget, Flow, Head, Moment, NoEnd, Place, Role, Telling, Timeline, Walk, head
from skill.timeline.hold.units import units_of
from skill.timeline.hold.ways import way
from skill.timeline.notes import note_moments, noted_until, notes_due

DOWN = {Posture.BACK, Posture.ALL_FOURS, Posture.FLOOR_SEAT}
"""Where a routine may end that one has to get up from."""

_SOME_MINUTES = 17 * 60

_REPLIES_A_HOLD = 3
"""At most: who takes care, the way there, and the hold."""


def lasting_seconds(scene: Scene, routine: Routine, practice: Practice, before: tuple[Moment, ...] = ()) -> float:
    """Seconds until somebody stands again, from the practice's place, what is said before it counted.

    Waiting for each reply and answering its question are counted, and so is getting up. Each reply has one hold at
    least, but for the ways there; raises NoEnd when there are more replies than those.
    """
    flow = Flow.UNASKED if routine.asks_nothing else scene.person.flow
    telling, here, total = scene.telling(), practice, 0.0
    holds = sum(len(units_of(step, scene.library.stretch_of(step))) for step in routine.steps)
    for _ in range(_REPLIES_A_HOLD * holds):
        walk = replace(_walk(routine, here, telling), heard_out=total > 0, asks_on_arrival=flow.asks_on_arrival)
        told = head(walk, Budget(flow, Timeline(before).seconds))
        heard = (*before, *told.timeline.moments)
        if told.then is None:
            return round(total + _last_seconds(scene, heard, told.posture) + way_up_seconds(scene, told.posture), 1)
        due = notes_due(routine, told.then, telling, here.noted)
        notes = note_moments(due, told.then, telling, told.timeline.moments)
        noted = noted_until(routine, told.then, telling) if due else here.noted
        total += _asked_seconds((*heard, *notes), telling)
        telling = _as_known(routine, told, heard, telling)
        here, before = replace(here, place=told.then, posture=told.posture, noted=noted), ()
    raise NoEnd(f"{routine.slug} has more replies than holds and ways there")


def _asked_seconds(heard: tuple[Moment, ...], telling: Telling) -> float:
    """Seconds of a reply from its wish to the answer; its question is one utterance with the words before it."""
    question = telling.cue(Role.QUESTION, telling.wording.say("asked.ready.full"))
    return START_LATENCY_SECONDS + heard_seconds((*heard, question), telling) + ANSWERING_SECONDS


def _last_seconds(scene: Scene, heard: tuple[Moment, ...], posture: Posture) -> float:
    """Seconds of the last reply, with the first praise, and its question whether to be talked up or its goodbye."""
    first = () if scene.person.finished else (scene.wording.say("praise.first"),)
    end = scene.wording.say("asked.get-up.full") if posture in DOWN else rest_words(scene, posture)
    telling = scene.telling()
    cues = (telling.cue(Role.END, words) for words in (*first, end))
    return START_LATENCY_SECONDS + heard_seconds((*heard, *cues), telling)


def _as_known(routine: Routine, told: Head, heard: tuple[Moment, ...], telling: Telling) -> Telling:
    """How the next reply is told: what was held is known, and so is that somebody waited for the question."""
    telling = replace(telling, met=telling.met | _heard(routine, told))
    if told.arrives:
        quiet = sum(moment.seconds for moment in heard if moment.silent)
        telling = replace(telling, changes=telling.changes.arrived_after(quiet + ANSWERING_SECONDS, quiet))
    return telling


def way_up_seconds(scene: Scene, posture: Posture) -> float:
    """Seconds that getting up takes from where a routine ends, with its goodbye; none where they stay.

    Nothing is got up from on a chair, a bed, or standing; who has finished one is no newcomer any more.
    """
    telling = replace(scene.telling(), newcomer=False)
    if posture not in DOWN:
        return 0.0
    goodbye = telling.cue(Role.END, scene.wording.say("end.up"))
    up = heard_seconds((*way(posture, Posture.STANDING, telling), goodbye), telling)
    return up + START_LATENCY_SECONDS + ANSWERING_SECONDS


def rest_words(scene: Scene, posture: Posture) -> str:
    """The last sentence, for somebody who lies, sits or stands."""
    upright = posture in (Posture.STANDING, Posture.CHAIR)
    return scene.wording.say("end.upright" if upright else "end.bed" if posture is Posture.BED else "end.rest")


def heard_seconds(moments: Iterable[Moment], telling: Telling) -> float:
    """Seconds of moments as a voice says them: what no silence parts is one utterance, with its full stops."""
    passages = ((silent, list(some)) for silent, some in groupby(moments, key=lambda moment: moment.silent))
    return sum(_passage_seconds(some, telling, silent=silent) for silent, some in passages)


def _passage_seconds(moments: list[Moment], telling: Telling, *, silent: bool) -> float:
    if silent:
        return sum(moment.seconds for moment in moments)
    return telling.pace.seconds(" ".join(moment.words for moment in moments))


def _walk(routine: Routine, here: Practice, telling: Telling) -> Walk:
    shortened = bool(here.skipped)
    return Walk(routine, telling, here.place, here.posture, shortened=shortened, resumes=here.kept, noted=here.noted)


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
    return lasting_seconds(scene, routine, replace(practice, place=first), _said_before(scene, name, routine))


def _said_before(scene: Scene, name: str, routine: Routine) -> tuple[Moment, ...]:
    """What is said before; how many minutes that names makes no difference worth an estimate."""
    return in_portions(scene, announcement(scene, name, routine, scene.wording.minutes(_SOME_MINUTES)))
