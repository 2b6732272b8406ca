"""A practice: one person's run through one routine, and where in it they were when somebody interrupted."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import hypot, inf

from skill.content.model import Posture
from skill.limits import ANSWERING_SECONDS, START_LATENCY_SECONDS, TALKING_SECONDS
from skill.pace import TOLD, Pace, plausible
from skill.replaced import replace
from skill.tailoring.steps.altering import Altered
from skill.tailoring.steps.packed_steps import PackedSteps
from skill.tailoring.steps.sparing import SparedHere
from skill.timeline import Mark, Place, Point

_LATENCY_DEVIATION_SECONDS = _TALKING_DEVIATION_SECONDS = 0.6
_BREAKS_DEVIATION = 0.016  # a share of the silence: a device that is slow at one break is slow at all
_ASKED_EARLIER_DEVIATIONS = 0.6
_HARDLY_IF_ASKED = 1.8
"""Of people who probably spoke after the question, only doubt within so many deviations is asked about."""
_OVER_BEFORE_ASKED_DEVIATIONS = 1.0
"""How far back the last hold must lie as well: right before the question, a slow voice may still be in that hold."""
_FAST_VOICE_DEVIATIONS = 1.5
_LET_OUT_EARLIER = 1.3
"""People who may have begun to enter a hold are let out: too much caution costs a cue, too little leaves them in it."""


class Phase(StrEnum):
    """Whether a practice is led just now."""

    GUIDING = "guiding"
    PAUSED = "paused"


class Unsure(StrEnum):
    """Of which hold it is unlikely, but possible, that it was finished, or was not."""

    NOT = ""
    ITS_END = "its end"
    ONE_BEFORE = "one before"


@dataclass(frozen=True)
class Sent:
    """The last guiding reply as it was sent: when (epoch seconds), and the marks of its holds.

    From the point `arrives` on, the body is in `posture`. At `ends` the last word is over; at `given_up` nobody has
    answered, the reprompt included. `then` is the place where the routine goes on, None at its end.
    """

    at: int
    marks: tuple[Mark, ...]
    arrives: Point
    ends: Point
    given_up: Point
    posture: Posture
    then: Place | None
    closes: bool = False


@dataclass(frozen=True)
class Before:
    """Where a practice was before a command moved it, so that the command can be taken back."""

    place: Place
    kept: Place | None = None
    skipped: tuple[str, ...] = ()
    turned: str = ""
    swapped: tuple[tuple[str, str], ...] = ()
    spared: SparedHere = ()
    altered: Altered = ()
    cold: bool = False
    """Whether nothing at all had been held by then."""
    backwards: bool = False
    """Whether the command was itself a step back, so that another one goes further back."""


@dataclass(frozen=True)
class Practice:
    """A routine under way: its `place`, the body's `posture` there, and when it was `touched` last (epoch seconds).

    `routine` is a slug, `content` the version of the content; `conversation` leads it on `device` (keyed hashes).
    """

    routine: str
    content: str
    place: Place
    posture: Posture
    touched: int
    phase: Phase = Phase.GUIDING
    conversation: str = ""
    device: str = ""
    ordinal: int = 0
    """The number of the step that the place is in, from nought: used where that step is gone one day."""
    kept: Place | None = None
    """Where it goes on after the warm-up that is under way; None without one."""
    sent: Sent | None = None
    torn: Place | None = None
    made: PackedSteps = ()
    """The steps of a routine that was made for this person, and so is in no library."""
    skipped: tuple[str, ...] = ()
    """The keys of steps that this practice leaves out."""
    turned: str = ""
    """The key of the step in which the other side comes first."""
    swapped: tuple[tuple[str, str], ...] = ()
    """Pairs of a step's key and the stretch that is led in its place."""
    spared: SparedHere = ()
    """Pairs of a step's key and the side that is left alone in it."""
    altered: Altered = ()
    """Holds of its steps that last longer or shorter in this practice."""
    week: int = 0
    """The week of a programme, from one, by which its doses are; nought for the doses of the routine itself."""
    held: int = 0
    """How many of its holds were heard to their end, or said to be done."""
    failures: int = 0
    """How many turns about it were broken off, since working out an answer came to no end."""
    before: Before | None = None
    """Where the last command moved it from, until another hold is finished."""
    doubtful: bool = False
    """Whether the hold at its place may be finished, so that the person is asked before it goes on."""
    meant: Place | None = None
    """Where it would go on if nothing were ruled out today; None once it is led on from elsewhere."""
    aside: bool = False
    """Whether nothing of it is possible today, so that it waits for another day."""
    noted: str = ""
    """The key of the last step whose note (who should take care) was heard."""
    unsure: Unsure = Unsure.NOT
    """As in `Whereabouts`: reason enough for a question later, when nobody waits in a posture."""

    @property
    def real_place(self) -> Place:
        """Its place in the routine itself: where it goes on after its warm-up, while that lasts."""
        return self.kept or self.place


class Ending(StrEnum):
    """How the last reply ended, which decides how much of it counts as heard."""

    INTERRUPTED = "interrupted"
    ANSWERED = "answered"
    GIVEN_UP = "given up"
    NOTHING_HEARD = "nothing heard"


@dataclass(frozen=True)
class Whereabouts:
    """Where the person is: at `place` (None when all is done), and whether `inside` the stretch there.

    The body is in `posture`; where that is None, in the posture of the stretch at `bodily`.
    """

    place: Place | None
    posture: Posture | None = None
    bodily: Place | None = None
    inside: bool = False
    interrupted: bool = False
    """Whether a reply was under way."""
    moving: bool = False
    """Whether they were on the way from one posture to another."""
    over: bool = False
    """Whether every hold of the reply was finished, so that only its question is open."""
    asked: bool = False
    """Whether they probably heard the question at the end of the reply."""
    heard: tuple[Place, ...] = ()
    """The holds of the reply that were finished."""
    resting: bool = False
    """Whether they were probably at rest, although they may be `inside`: by the plain estimate no hold was on."""
    doubtful: bool = False
    """Whether the hold at `place` may just as well be finished: only the person knows."""
    unsure: Unsure = Unsure.NOT
    """The hold of which it is unlikely, but possible, that it was finished, or was not."""
    way_seconds: float = 0.0
    """Seconds until the hold would have been entered, for somebody who was `moving`."""
    left_seconds: float = 0.0
    """Seconds of the hold at `place` that were left when they began to speak, by the plain estimate."""


def whereabouts_told(practice: Practice, heard: float, pace: Pace = TOLD) -> Whereabouts:
    """Where the person is, by the seconds of the reply that their device reports as heard."""
    sent = practice.sent
    return Whereabouts(practice.place, practice.posture) if sent is None else _within(practice, sent, heard, pace)


def whereabouts(practice: Practice, at: int, ending: Ending, pace: Pace) -> Whereabouts:
    """Where the person is, by the clock: at the first hold that may not be finished at `at` (epoch seconds)."""
    sent = practice.sent
    if sent is None or ending is Ending.NOTHING_HEARD:
        return Whereabouts(practice.place, practice.posture)
    places = tuple(mark.place for mark in sent.marks)
    if ending in (Ending.ANSWERED, Ending.GIVEN_UP):
        return Whereabouts(sent.then, sent.posture, over=True, asked=True, heard=places)
    return _within(practice, sent, heard_seconds(sent, at), pace)


def _within(practice: Practice, sent: Sent, elapsed: float, pace: Pace) -> Whereabouts:
    """Where somebody is who spoke `elapsed` seconds after the first word of the reply."""
    places = tuple(mark.place for mark in sent.marks)
    all_heard = _is_all_heard(sent, elapsed, pace)
    done = len(places) if all_heard else sum(_passed(mark.ends, elapsed, pace, pace.caution) for mark in sent.marks)
    if done == len(places):
        found = _afterwards(sent, elapsed, pace)
        narrow = replace(pace, hardly=min(pace.hardly, _HARDLY_IF_ASKED)) if all_heard else pace
        return replace(found, asked=all_heard, unsure=_unsure(sent.marks, done, elapsed, narrow))
    mark, before = sent.marks[done], places[done - 1] if done else None
    inside = elapsed > mark.begins.seconds(pace.rate) - _LET_OUT_EARLIER * pace.caution * _deviation(mark.begins, pace)
    bodily = places[done] if inside else before
    posture = None if bodily else practice.posture
    found = Whereabouts(places[done], posture, bodily, inside, True, moving=bodily is None, heard=places[:done])
    resting = not any(mark.begins.seconds(pace.rate) < elapsed < mark.ends.seconds(pace.rate) for mark in sent.marks)
    return replace(
        found,
        resting=resting,
        doubtful=_passed(mark.ends, elapsed, pace, pace.asks_from),
        unsure=_unsure(sent.marks, done, elapsed, pace),
        left_seconds=max(0.0, mark.ends.seconds(pace.rate) - elapsed),
        way_seconds=max(0.0, mark.begins.seconds(pace.rate) - elapsed),
    )


def _afterwards(sent: Sent, elapsed: float, pace: Pace) -> Whereabouts:
    """Where somebody is when every hold of the reply is over: at rest, or on the way to another posture."""
    places = tuple(mark.place for mark in sent.marks)
    before = places[-1] if places else None
    way = max(0.0, sent.arrives.seconds(pace.rate) - elapsed)
    arrived, posture = not way, None if way else sent.posture
    # A reply without holds leads the way and asks at its end: people who are not there yet have not heard that.
    over = arrived or bool(places)
    return Whereabouts(sent.then, posture, before, False, True, not arrived, over, heard=places, way_seconds=way)


def heard_seconds(sent: Sent, at: int) -> float:
    """Seconds of the reply that were heard before the person began to speak, if the request was sent at `at`."""
    return at - sent.at - START_LATENCY_SECONDS - TALKING_SECONDS


def _is_all_heard(sent: Sent, elapsed: float, pace: Pace) -> bool:
    """Whether somebody probably spoke after the question, and not into the last hold."""
    asked_by = sent.ends.seconds(pace.rate * (1 - _ASKED_EARLIER_DEVIATIONS * pace.deviation))
    over = min(_OVER_BEFORE_ASKED_DEVIATIONS, pace.caution)
    return elapsed >= asked_by and all(_passed(mark.ends, elapsed, pace, over) for mark in sent.marks[-1:])


def may_have_heard_the_question(sent: Sent, at: int, pace: Pace) -> bool:
    """Whether a fast voice may have come to the question by now, the last hold having begun by the plain estimate."""
    # Earlier, somebody is still in that hold, and has to be let out of it before anything else.
    heard = heard_seconds(sent, at)
    soonest = sent.ends.seconds(pace.rate) - _FAST_VOICE_DEVIATIONS * _deviation(sent.ends, pace)
    return heard >= soonest and (not sent.marks or sent.marks[-1].begins.seconds(pace.rate) <= heard)


def measured_rate(sent: Sent, at: int, ending: Ending) -> float | None:
    """How slowly the voice spoke, by when the answer or the end came: 1.2 is slow. None where no voice is so."""
    if not sent.marks:
        # A reply without holds leads the way to a posture: when the answer comes depends on the body, not the voice.
        return None
    answered = ending is Ending.ANSWERED
    point = sent.ends if answered else sent.given_up
    spoken = at - sent.at - START_LATENCY_SECONDS - point.silence - (ANSWERING_SECONDS if answered else 0.0)
    rate = spoken / point.speech if point.speech else 0.0
    return rate if plausible(rate) else None


def quiet_used(sent: Sent, at: int, rate: float) -> float | None:
    """Seconds of quiet until somebody said that they were there; None where the reply did not ask that."""
    asked = not sent.marks and sent.then is not None
    return max(0.0, heard_seconds(sent, at) - sent.ends.speech * rate) if asked else None


def settled(practice: Practice, where: Whereabouts, posture: Posture) -> Practice:
    """The practice at the place where the person is, in this posture, with no reply under way."""
    # Once a hold was finished, "go back" no longer means the last command.
    before = None if where.heard else practice.before
    here = replace(practice, place=where.place or practice.place, posture=posture, sent=None, device="", before=before)
    found = where if practice.sent else practice
    return replace(here, held=practice.held + len(where.heard), doubtful=found.doubtful, unsure=found.unsure)


def _deviation(point: Point, pace: Pace) -> float:
    """One standard deviation, in seconds, of the time at which this point of the reply was reached."""
    return hypot(point.speech * pace.deviation, _LATENCY_DEVIATION_SECONDS, _TALKING_DEVIATION_SECONDS)


def _unsure(marks: Sequence[Mark], done: int, elapsed: float, pace: Pace) -> Unsure:
    """Which of the two holds around the place is the likelier to be misjudged; NOT where neither may be."""
    its_end = _deviations_from(marks[done].ends, elapsed, pace) if done < len(marks) else inf
    one_before = _deviations_from(marks[done - 1].ends, elapsed, pace) if done else inf
    if min(its_end, one_before) >= pace.hardly:
        return Unsure.NOT
    return Unsure.ITS_END if its_end <= one_before else Unsure.ONE_BEFORE


def _deviations_from(ends: Point, elapsed: float, pace: Pace) -> float:
    """How many standard deviations, that of the breaks included, lie between this end and now."""
    return abs(elapsed - ends.seconds(pace.rate)) / hypot(_deviation(ends, pace), _BREAKS_DEVIATION * ends.silence)


def _passed(point: Point, elapsed: float, pace: Pace, deviations: float) -> bool:
    """Whether this point is over, even if it came so many deviations late."""
    return elapsed >= point.seconds(pace.rate) + deviations * _deviation(point, pace)
