"""Whenever somebody interrupts, the place is never after the hold they were in, and at most one before it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from skill.limits import START_LATENCY_SECONDS, TALKING_SECONDS
from skill.pace import Pace, calibrated
from skill.practice import Ending, Practice, Sent, Whereabouts, whereabouts
from skill.timeline import HOLDING, Budget, Flow, Head, Moment, Place, Role, Timeline, head, last, marks, points
from tests.library import PLACES
from tests.properties.timeline.walks import Case, cases

SENT_AT = 1_700_000_000
LONGEST_REPLY = range(260)
EXACT = cases().filter(lambda case: case.flow is not Flow.UNASKED).map(lambda case: replace(case, rate=1.0))
"""Told by a voice that takes as long as estimated; a routine that asks nothing is longer than the place is exact."""

QUESTION = (Moment(Role.NEXT, 2.0, "Rest. Number two comes next."), Moment(Role.QUESTION, 0.5, "Ready?"))

KNOWN = calibrated([1.0, 1.0, 1.0])
"""A voice that was measured to be just as estimated."""


def practice_of(case: Case, told: Head) -> Practice:
    """The practice as it is remembered when this head was the last reply."""
    arrives = last(told.timeline)
    asked = arrives + last(Timeline(QUESTION))
    sent = Sent(SENT_AT, marks(told.timeline), arrives, asked, asked, told.posture, told.then)
    return Practice(case.plan, "today", case.start, case.posture, SENT_AT, conversation="here", sent=sent)


def order(case: Case, place: Place | None) -> int:
    """The number of a hold in its routine; after the last one for no place."""
    return PLACES[case.plan].index(place) if place else len(PLACES[case.plan])


class Truth:
    """What is really heard of a head at each second, spoken by a voice that needs `rate` times the estimate."""

    def __init__(self, told: Head, rate: float) -> None:
        self.then = told.then
        self.began: dict[Place, float] = {}
        self.ended: dict[Place, float] = {}
        passed = list(points(told.timeline))
        for moment, start, end in zip(told.timeline.moments, passed, passed[1:], strict=False):
            if moment.place and moment.role is Role.ENTER:
                self.began.setdefault(moment.place, start.seconds(rate))
            if moment.place and moment.role in HOLDING:
                self.ended[moment.place] = end.seconds(rate)

    def place(self, second: float) -> Place | None:
        """The first hold that is not over; where the next reply begins when all are."""
        return next((place for place, end in self.ended.items() if end > second), self.then)

    def inside(self, second: float) -> bool:
        return any(self.began[place] < second < end for place, end in self.ended.items())


def found(practice: Practice, second: int, pace: Pace = KNOWN) -> Whereabouts:
    return whereabouts(practice, SENT_AT + second, Ending.INTERRUPTED, pace)


def heard(second: int) -> float:
    """The second of the reply at which somebody began to talk whose request was sent then."""
    return second - START_LATENCY_SECONDS - TALKING_SECONDS


@given(EXACT)
def test_a_voice_that_is_known_loses_no_hold_and_repeats_at_most_one(case: Case) -> None:
    told = head(case.walk, Budget(case.flow))
    practice, truth = practice_of(case, told), Truth(told, rate=1.0)
    for second in LONGEST_REPLY:
        where, real = found(practice, second), truth.place(heard(second))
        assert order(case, real) - 1 <= order(case, where.place) <= order(case, real)


@given(EXACT, st.sampled_from([0.9, 0.95, 1.0, 1.05, 1.1]))
def test_a_voice_nobody_has_measured_loses_a_hold_at_fewer_than_one_second_in_a_hundred(
    case: Case, rate: float
) -> None:
    told = head(case.walk, Budget(case.flow))
    practice, truth = practice_of(case, told), Truth(told, rate)
    numbers = [
        (order(case, found(practice, second, Pace()).place), order(case, truth.place(heard(second))))
        for second in LONGEST_REPLY
    ]
    assert all(order(case, case.start) <= number for number, _ in numbers)
    assert sum(number > real for number, real in numbers) < len(numbers) / 100


@given(EXACT, st.sampled_from([0.9, 1.0, 1.1]))
def test_somebody_in_a_stretch_is_known_to_be_in_it(case: Case, rate: float) -> None:
    told = head(case.walk, Budget(case.flow))
    practice, truth = practice_of(case, told), Truth(told, rate)
    for second in LONGEST_REPLY:
        if truth.inside(heard(second)):
            where = found(practice, second, Pace())
            assert where.inside
            assert where.bodily == where.place


@given(cases())
def test_the_place_only_ever_moves_on_as_time_goes_by(case: Case) -> None:
    told = head(case.walk, Budget(case.flow))
    practice = practice_of(case, told)
    numbers = [order(case, found(practice, second).place) for second in LONGEST_REPLY]
    assert numbers == sorted(numbers)
    assert numbers[0] == order(case, case.start)


@given(cases())
def test_what_was_heard_is_exactly_what_lies_before_the_place(case: Case) -> None:
    told = head(case.walk, Budget(case.flow))
    practice, holds = practice_of(case, told), len(marks(told.timeline))
    for second in LONGEST_REPLY:
        where = found(practice, second)
        finished = PLACES[case.plan][order(case, case.start) : order(case, where.place)]
        assert where.heard == finished
        assert where.over == (len(finished) == holds and (holds > 0 or not where.moving))


@given(cases())
def test_all_heard_is_where_the_reply_ends_and_nothing_heard_where_it_began(case: Case) -> None:
    told = head(case.walk, Budget(case.flow))
    practice = practice_of(case, told)
    for ending in (Ending.ANSWERED, Ending.GIVEN_UP):
        ended = whereabouts(practice, SENT_AT, ending, Pace())
        assert (ended.place, ended.posture, ended.over) == (told.then, told.posture, True)
    vanished = whereabouts(practice, SENT_AT + 10_000, Ending.NOTHING_HEARD, Pace())
    assert (vanished.place, vanished.posture, vanished.heard) == (case.start, case.posture, ())
