"""Estimates how long a routine will take this person, until they stand, with every question answered.

The replies are laid out one by one, because their sum is not quite the routine from end to end: what is explained in
one reply is known in the next, a step that is split says so, and people who lie face down roll over to be asked.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile
from math import fsum

from skill.content.model import Posture, Routine, Step
from skill.dialogue.memory.question import Ask
from skill.dialogue.memory.subject import Offer
from skill.dialogue.offers.announcement import SAFETY, SCREENING, announcement, in_portions, said_down
from skill.dialogue.offers.first_week import in_first_week
from skill.dialogue.scene.local import evening
from skill.dialogue.scene.scene import Scene
from skill.limits import ANSWERING_SECONDS, START_LATENCY_SECONDS
from skill.practice import Practice
from skill.replaced import replace
from skill.timeline import (
    HOLDING,
    Announced,
    Budget,
    Flow,
    Head,
    Moment,
    NoEnd,
    Place,
    Role,
    Telling,
    Timeline,
    Walk,
    head,
)
from skill.timeline.hold.units import places_of
from skill.timeline.hold.ways import way
from skill.timeline.notes import note_moments, noted_until, notes_due
from skill.timeline.stages import After, names_what_comes
from skill.wording import Wording

DOWN = {Posture.BACK, Posture.ALL_FOURS, Posture.FLOOR_SEAT}
"""Postures at the end of a routine from which one has to get up."""

_SOME_MINUTES = 17 * 60
_COMING = {After.ARRIVAL, After.WAY}
"""How the stages end that come before the first stretch."""
_KEPT = 1024
"""Cache size: composing a routine weighs a hundred drafts, mostly of the same stretches each time."""


@dataclass(frozen=True)
class _Led:
    """The key of a cached estimate: the routine, and everything about the person and practice that changes its time."""

    telling: Telling
    flow: Flow
    finished: bool
    """Whether they have finished a routine before."""
    here: tuple[Place, Posture, Place | None]
    """The place, the posture before it, and the kept place where the routine goes on after a warm-up."""
    noted: str
    shortened: bool
    down: bool
    cautioned: bool
    """Whether they are told who should ask a doctor first, and so are asked before anything begins."""
    at_night: bool
    ways_without: tuple[str, ...]
    steps: tuple[Step, ...]
    spoken: str
    routine: Routine = field(compare=False)
    """The routine itself; its time depends only on its `steps` and its name (`spoken`), which are compared."""


_REPLIES_A_HOLD = 3
"""The most replies for a hold: the notes, the way there, and the hold itself."""


def lasting_seconds(scene: Scene, routine: Routine, practice: Practice, before: tuple[Moment, ...] = ()) -> float:
    """Seconds from the practice's place until the person stands again, including what is said `before`.

    The latency of each reply, the answers to its question and getting up count too. Raises NoEnd where there are more
    replies than there can be for the holds, their notes and the ways there.
    """
    return _lasting(_led(scene, routine, practice, cautions=bool(before)), before)


def _led(scene: Scene, routine: Routine, practice: Practice, *, cautions: bool) -> _Led:
    return _Led(
        telling=scene.telling().for_lengths,
        flow=Flow.UNASKED if routine.asks_nothing else scene.person.flow,
        finished=bool(scene.person.finished),
        here=(practice.place, practice.posture, practice.kept),
        noted=practice.noted,
        shortened=bool(practice.skipped),
        down=said_down(scene),
        cautioned=cautions and SCREENING not in scene.person.told and not said_down(scene),
        at_night=evening(scene),
        ways_without=routine.ways_without,
        steps=routine.steps,
        spoken=routine.words[scene.wording.language].spoken,
        routine=routine,
    )


@lru_cache(maxsize=_KEPT)
def _lasting(led: _Led, before: tuple[Moment, ...]) -> float:
    """The cached estimate in seconds, as it is needed many times for the same person and routine. Raises NoEnd."""
    library = led.telling.wording.library
    walk, total = _walk(led), 0.0
    holds = sum(len(places_of(step, library.stretch_of(step))) for step in led.steps)
    for _ in range(_REPLIES_A_HOLD * holds):
        told = head(walk, Budget(led.flow, Timeline(before).seconds))
        heard = (*before, *told.timeline.moments)
        if told.then is None:
            return round(total + _last_seconds(led, heard, told.posture) + _way_up_seconds(led, told.posture), 1)
        due = notes_due(led.routine, told.then, walk.telling, walk.announced.noted)
        notes = note_moments(due, told.then, walk.telling, told.timeline.moments)
        noted = noted_until(led.routine, told.then, walk.telling) if due else walk.announced.noted
        total += _asked_seconds((*heard, *notes), walk.telling)
        telling = _as_known(led.routine, told, heard, walk.telling)
        named = not (due or told.arrives) and names_what_comes(led.routine, told.then, told.posture, library)
        walk = replace(walk, telling=telling, start=told.then, posture=told.posture, heard_out=True)
        walk = replace(walk, announced=Announced(named=named, noted=noted))
        before = ()
    raise NoEnd(f"{led.routine.slug} has more replies than holds and ways there")


def asking_seconds(telling: Telling) -> float:
    """Seconds between the last cue of one reply and the first of the next: the question, and its answer."""
    return _asked_seconds((), telling)


def seconds_around(scene: Scene, name: str, routine: Routine) -> float:
    """Approximate seconds of a routine before its first stretch and after its last: announcement, ways, and end."""
    practice = _begun(scene, name, routine)
    before = _said_before(scene.unvaried, name, routine)
    led = _led(scene, routine, practice, cautions=bool(before))
    walk = _walk(led)
    coming = tuple(takewhile(lambda stage: stage.after in _COMING, walk.stages()))
    heard = heard_seconds((*before, *(moment for stage in coming for moment in stage.moments)), walk.telling)
    asked = asking_seconds(walk.telling) * sum(stage.after is After.ARRIVAL for stage in coming)
    posture = walk.telling.wording.library.posture_of(routine.steps[-1])
    leaving = _last_seconds(led, (), posture) + _way_up_seconds(led, posture)
    return heard + asked + leaving + _asked_early_seconds(scene, name)


def _asked_seconds(heard: tuple[Moment, ...], telling: Telling) -> float:
    """Seconds of a reply with its latency, its question (which adjoins the last words), and the answer."""
    question = telling.cue(Role.QUESTION, telling.wording.say("asked.ready.full"))
    return START_LATENCY_SECONDS + heard_seconds((*heard, question), telling) + ANSWERING_SECONDS


def _last_seconds(led: _Led, heard: tuple[Moment, ...], posture: Posture) -> float:
    """Seconds of the last reply, with the praise for a first routine, and the offer to be talked up or the goodbye."""
    wording = led.telling.wording
    first = () if led.finished else (wording.say("praise.first"),)
    end = wording.say("asked.get-up.full") if posture in DOWN else _last_words(wording, posture, at_night=led.at_night)
    cues = (led.telling.cue(Role.END, words) for words in (*first, end))
    return START_LATENCY_SECONDS + heard_seconds((*heard, *cues), led.telling)


def _as_known(routine: Routine, told: Head, heard: tuple[Moment, ...], telling: Telling) -> Telling:
    """The telling for the next reply: stretches that were held are known, and so is the time to get down."""
    telling = replace(telling, met=telling.met | _heard(routine, told))
    if told.arrives:
        quiet = fsum(moment.seconds for moment in heard if moment.silent)
        telling = replace(telling, changes=telling.changes.arrived_after(quiet + ANSWERING_SECONDS, quiet))
    return telling


def _way_up_seconds(led: _Led, posture: Posture) -> float:
    """Seconds to get up from the last posture, with the question whether they stand; none where they stay.

    People stay on a chair, on a bed and standing. After a finished routine nobody is a newcomer any more.
    """
    if posture not in DOWN:
        return 0.0
    return _getting_up_seconds(replace(led.telling, newcomer=False).on_ways_of(led.routine), posture)


@lru_cache(maxsize=_KEPT)
def _getting_up_seconds(telling: Telling, posture: Posture) -> float:
    """The cached seconds to get up: all routines end in the same few postures."""
    asked = telling.cue(Role.QUESTION, telling.wording.say("asked.standing.full"))
    up = heard_seconds((*way(posture, Posture.STANDING, telling), asked), telling)
    return up + START_LATENCY_SECONDS + ANSWERING_SECONDS


def rest_words(scene: Scene, posture: Posture) -> str:
    """The last sentence of a routine, for this posture."""
    return _last_words(scene.wording, posture, at_night=evening(scene))


def _last_words(wording: Wording, posture: Posture, *, at_night: bool) -> str:
    if posture is Posture.BED:
        return wording.say("end.bed-at-night" if at_night else "end.bed")
    return wording.say("end.upright" if posture in (Posture.STANDING, Posture.CHAIR) else "end.rest")


def heard_seconds(moments: Iterable[Moment], telling: Telling) -> float:
    """Seconds of the moments: cues without a silence between them are estimated as one utterance."""
    seconds, utterance, spoken_seconds = 0.0, "", telling.pace.seconds
    for moment in moments:
        if moment.words:
            utterance = f"{utterance} {moment.words}" if utterance else moment.words
        elif utterance:
            seconds += moment.seconds + spoken_seconds(utterance)
            utterance = ""
        else:
            seconds += moment.seconds
    return seconds + spoken_seconds(utterance)


def _walk(led: _Led) -> Walk:
    place, posture, kept = led.here
    announced = Announced(noted=led.noted, cautioned=led.cautioned)
    walk = Walk(led.routine, led.telling, place, posture, announced, down=led.down)
    return replace(walk, asks_on_arrival=led.flow.asks_on_arrival, resumes=kept, shortened=led.shortened)


def _heard(routine: Routine, told: Head) -> frozenset[str]:
    """The slugs of the stretches that were held in this head."""
    keys = {moment.place.step for moment in told.timeline.moments if moment.place and moment.role in HOLDING}
    return frozenset(step.stretch for step in routine.steps if step.key in keys)


def seconds_left(scene: Scene, practice: Practice, place: Place | None = None) -> float:
    """Seconds that the rest of the routine takes this person from a place, words and ways included."""
    there = replace(practice, place=place or practice.place)
    return lasting_seconds(scene, scene.routine_of(practice), there)


def seconds_from_now(scene: Scene, name: str, routine: Routine) -> float:
    """Seconds of the tailored routine from now, with its announcement; `name` is the name of its practice."""
    said = _said_before(scene.unvaried, name, routine)
    return lasting_seconds(scene, routine, _begun(scene, name, routine), said) + _asked_early_seconds(scene, name)


def _begun(scene: Scene, name: str, routine: Routine) -> Practice:
    """A practice of the routine that begins where the person is now."""
    step = routine.steps[0]
    first = places_of(step, scene.library.stretch_of(step))[0]
    return Practice(name, scene.library.version, first, scene.posture_now, scene.turn.epoch)


def _asked_early_seconds(scene: Scene, name: str) -> float:
    """Seconds of asking somebody in their first week whether they want it all the same; nought where nobody asks."""
    return _early_seconds(scene.unvaried) if in_first_week(scene, name) or _was_early(scene) else 0.0


def _was_early(scene: Scene) -> bool:
    """Whether that was asked just now."""
    offer = scene.about(Offer) if scene.asks(Ask.BEGIN) else None
    return offer is not None and offer.early


def _early_seconds(scene: Scene) -> float:
    """Seconds of that question, with latency and answer."""
    said = " ".join(scene.wording.say(key) for key in ("start.early", "question.all-the-same"))
    return START_LATENCY_SECONDS + scene.telling().cue(Role.QUESTION, said).seconds + ANSWERING_SECONDS


def _said_before(scene: Scene, name: str, routine: Routine) -> tuple[Moment, ...]:
    """The announcement as moments, with any number of minutes, as that hardly changes its length.

    Safety and screening count as a whole even if the greeting or a question has just said one of them, so that the
    minutes are the same wherever they are said.
    """
    if SCREENING not in scene.person.told or _was_early(scene):
        told = tuple(one for one in scene.person.told if one not in (SAFETY, SCREENING))
        scene = replace(scene, person=replace(scene.person, told=told))
    return in_portions(scene, announcement(scene, name, routine, scene.wording.minutes(_SOME_MINUTES)))
