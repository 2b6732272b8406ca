"""One person's run through one routine: the place it has reached, and where it was when somebody interrupted."""

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
_BREAKS_DEVIATION = 0.016  # of the silence: one device is as slow at each of its breaks
_ASKED_EARLIER_DEVIATIONS = 0.6
_HARDLY_IF_ASKED = 1.8
"""Anybody who spoke when the question was likelier over than not is asked about the last hold for less doubt only."""
_OVER_BEFORE_ASKED_DEVIATIONS = 1.0
"""Where hardly anything lies between the last hold and the question, a slow voice may still be in that hold."""
_FAST_VOICE_DEVIATIONS = 1.5
_LET_OUT_EARLIER = 1.3
"""Whoever may have begun to enter a hold is let out of it: more caution here costs one cue, less leaves somebody in."""


class Phase(StrEnum):
    """What a practice is in the middle of."""

    GUIDING = "guiding"
    PAUSED = "paused"


class Unsure(StrEnum):
    """Which hold was perhaps done, or perhaps not, against what is likely."""

    NOT = ""
    ITS_END = "its end"
    ONE_BEFORE = "one before"


@dataclass(frozen=True)
class Sent:
    """The last guiding reply as it was sent: when (epoch seconds), and its marks.

    From the point `arrives` the body is in `posture`; at `ends` the last word is over, at `given_up` nobody has
    answered, not even to the reprompt; `then` is where it goes on, if it does.
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
    """A routine under way: where the last reply began and what it was; `conversation` guides it, on `device`."""

    routine: str
    content: str
    place: Place
    posture: Posture
    touched: int
    phase: Phase = Phase.GUIDING
    conversation: str = ""
    device: str = ""
    ordinal: int = 0
    """Which step of the routine the place is in, from nought: where to look when the step is gone one day."""
    kept: Place | None = None
    """Where it goes on after a warm-up, while that lasts."""
    sent: Sent | None = None
    torn: Place | None = None
    made: PackedSteps = ()
    """Its steps, where the routine was made for this person and is in no library."""
    skipped: tuple[str, ...] = ()
    """The keys of steps that this practice leaves out."""
    turned: str = ""
    """The key of the step in which the other side comes first."""
    swapped: tuple[tuple[str, str], ...] = ()
    """The keys of steps with the stretch that is led in their place."""
    spared: SparedHere = ()
    """The keys of steps with the side that is left alone there."""
    altered: Altered = ()
    """Turns of its steps that last longer or shorter in it."""
    week: int = 0
    """In which week of a programme its doses are, from one; nought where they are as the routine has them."""
    held: int = 0
    """How many of its holds were heard to their end, or said to be done."""
    failures: int = 0
    """How many turns about it came to no end."""
    before: Before | None = None
    """Where the last command moved it from, until another hold is finished."""
    doubtful: bool = False
    """Whether the hold at its place may have been finished, so that one short question is put before it goes on."""
    meant: Place | None = None
    """Where it goes on but for what is ruled out today, until it is led from where that leaves it."""
    aside: bool = False
    """Whether nothing of it is possible today, so that it waits for another day."""
    noted: str = ""
    """The key of the last step up to which somebody has heard who takes care."""
    unsure: Unsure = Unsure.NOT
    """Of which hold that is at least not impossible: enough to ask later, when nobody waits in a posture."""

    @property
    def real_place(self) -> Place:
        """Its place in the routine itself: where it goes on after its warm-up, while that lasts."""
        return self.kept or self.place


class Ending(StrEnum):
    """How much of a reply can have been heard when something else came."""

    INTERRUPTED = "interrupted"
    ANSWERED = "answered"
    GIVEN_UP = "given up"
    NOTHING_HEARD = "nothing heard"


@dataclass(frozen=True)
class Whereabouts:
    """Where the person is: at `place` (None when all is done), perhaps `inside` that stretch.

    The body is in `posture`, or where that is None as the stretch at `bodily` has it.
    """

    place: Place | None
    posture: Posture | None = None
    bodily: Place | None = None
    inside: bool = False
    interrupted: bool = False
    """Whether a reply was under way."""
    moving: bool = False
    """Whether a way between two postures was being told."""
    over: bool = False
    """Whether every hold of the reply was finished, so that only its question is left."""
    asked: bool = False
    """Whether the reply was more likely heard to its question than not."""
    heard: tuple[Place, ...] = ()
    resting: bool = False
    """Whether, be they `inside` for caution's sake, they more likely rest: by the plain estimate no hold was on."""
    doubtful: bool = False
    """Whether the hold at `place` may just as well have been finished: only the person knows."""
    unsure: Unsure = Unsure.NOT
    """Which hold was perhaps the one not finished, or perhaps was finished, however unlikely that is."""
    way_seconds: float = 0.0
    """How much of a way, and of what comes before its hold, lay ahead while they were `moving`."""
    left_seconds: float = 0.0
    """How much of the hold at `place` lay ahead when they began to speak, by the plain estimate; nought after it."""


def whereabouts_told(practice: Practice, heard: float, pace: Pace = TOLD) -> Whereabouts:
    """Where the person is whose device tells how many seconds they heard: as it was sent, or of a voice of a pace."""
    sent = practice.sent
    return Whereabouts(practice.place, practice.posture) if sent is None else _within(practice, sent, heard, pace)


def whereabouts(practice: Practice, at: int, ending: Ending, pace: Pace) -> Whereabouts:
    """The first hold that may not have been finished when the request was sent at `at` (epoch seconds)."""
    sent = practice.sent
    if sent is None or ending is Ending.NOTHING_HEARD:
        return Whereabouts(practice.place, practice.posture)
    places = tuple(mark.place for mark in sent.marks)
    if ending in (Ending.ANSWERED, Ending.GIVEN_UP):
        return Whereabouts(sent.then, sent.posture, over=True, asked=True, heard=places)
    return _within(practice, sent, heard_seconds(sent, at), pace)


def _within(practice: Practice, sent: Sent, elapsed: float, pace: Pace) -> Whereabouts:
    """Where somebody is who spoke so many seconds into the reply, or after it."""
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
    # Of a reply that only led the way somebody is asked; anybody who is not there yet has not heard it.
    over = arrived or bool(places)
    return Whereabouts(sent.then, posture, before, False, True, not arrived, over, heard=places, way_seconds=way)


def heard_seconds(sent: Sent, at: int) -> float:
    """How many seconds of the reply had been heard when the person began to speak; their request was sent at `at`."""
    return at - sent.at - START_LATENCY_SECONDS - TALKING_SECONDS


def _is_all_heard(sent: Sent, elapsed: float, pace: Pace) -> bool:
    """Whether a word is more likely said to the question than into the last hold, wake word or not."""
    asked_by = sent.ends.seconds(pace.rate * (1 - _ASKED_EARLIER_DEVIATIONS * pace.deviation))
    over = min(_OVER_BEFORE_ASKED_DEVIATIONS, pace.caution)
    return elapsed >= asked_by and all(_passed(mark.ends, elapsed, pace, over) for mark in sent.marks[-1:])


def may_have_heard_the_question(sent: Sent, at: int, pace: Pace) -> bool:
    """Whether the last hold had begun by the plain estimate, and a fast voice might have come to the question.

    Earlier than that somebody is still in the hold, and has to be let out of it before anything else.
    """
    heard = heard_seconds(sent, at)
    soonest = sent.ends.seconds(pace.rate) - _FAST_VOICE_DEVIATIONS * _deviation(sent.ends, pace)
    return heard >= soonest and (not sent.marks or sent.marks[-1].begins.seconds(pace.rate) <= heard)


def measured_rate(sent: Sent, at: int, ending: Ending) -> float | None:
    """Spoken seconds for each estimated one, by the time of an answer or of none; 1.2 is slow. None: no voice."""
    if not sent.marks:
        # Whoever answers then has been getting down, for as long as they took.
        return None
    answered = ending is Ending.ANSWERED
    point = sent.ends if answered else sent.given_up
    spoken = at - sent.at - START_LATENCY_SECONDS - point.silence - (ANSWERING_SECONDS if answered else 0.0)
    rate = spoken / point.speech if point.speech else 0.0
    return rate if plausible(rate) else None


def quiet_used(sent: Sent, at: int, rate: float) -> float | None:
    """How many quiet seconds had passed when somebody said that they were there; None where nothing asks them that."""
    asked = not sent.marks and sent.then is not None
    return max(0.0, heard_seconds(sent, at) - sent.ends.speech * rate) if asked else None


def settled(practice: Practice, where: Whereabouts, posture: Posture) -> Practice:
    """The practice with its place brought up to date, the body in this posture, and no reply under way on any device.

    Once a hold was finished since, nobody means the last command any more when they say "go back".
    """
    before = None if where.heard else practice.before
    here = replace(practice, place=where.place or practice.place, posture=posture, sent=None, device="", before=before)
    found = where if practice.sent else practice
    return replace(here, held=practice.held + len(where.heard), doubtful=found.doubtful, unsure=found.unsure)


def _deviation(point: Point, pace: Pace) -> float:
    """One standard deviation, in seconds, of when this point of the reply was really reached."""
    return hypot(point.speech * pace.deviation, _LATENCY_DEVIATION_SECONDS, _TALKING_DEVIATION_SECONDS)


def _unsure(marks: Sequence[Mark], done: int, elapsed: float, pace: Pace) -> Unsure:
    """Which of the two holds around the place, so many being done, is the likelier to lie on the other side of it."""
    its_end = _deviations_from(marks[done].ends, elapsed, pace) if done < len(marks) else inf
    one_before = _deviations_from(marks[done - 1].ends, elapsed, pace) if done else inf
    if min(its_end, one_before) >= pace.hardly:
        return Unsure.NOT
    return Unsure.ITS_END if its_end <= one_before else Unsure.ONE_BEFORE


def _deviations_from(ends: Point, elapsed: float, pace: Pace) -> float:
    """How many standard deviations this end lies from now, before or after: of those the breaks' counts here, too."""
    return abs(elapsed - ends.seconds(pace.rate)) / hypot(_deviation(ends, pace), _BREAKS_DEVIATION * ends.silence)


def _passed(point: Point, elapsed: float, pace: Pace, deviations: float) -> bool:
    """Whether so much time has passed that this point would be over, came it so many deviations late."""
    return elapsed >= point.seconds(pace.rate) + deviations * _deviation(point, pace)
