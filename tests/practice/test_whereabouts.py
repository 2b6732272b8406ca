"""Where somebody was when they spoke: worked out from one reply with three holds, second by second."""

from dataclasses import replace

import pytest

from skill.content.model import Posture
from skill.limits import ANSWERING_SECONDS, START_LATENCY_SECONDS
from skill.pace import Pace
from skill.practice import Ending, Phase, Practice, Sent, Unsure, measured_rate, settled, whereabouts, whereabouts_told
from skill.timeline import Mark, Place, Point
from tests.cases.each_of import each_of

ONE, TWO, THREE, FOUR = (Place("sphinx", None, number) for number in (1, 2, 3, 4))
SENT_AT = 1_700_000_000
BEFORE_IT_IS_HEARD = 3.7
"""Seconds from the request to the reply's first word, and from the wake word to the next request."""

EXACT = Pace(deviation=0.0)
"""A voice that is known; the start of a reply and the person's own words stay unsure by 0.85 seconds."""


def mark(place: Place, begins: float, ends: float) -> Mark:
    return Mark(place, Point(silence=begins), Point(silence=ends))


SENT = Sent(
    at=SENT_AT,
    marks=(mark(ONE, 20, 40), mark(TWO, 50, 70), mark(THREE, 80, 100)),
    arrives=Point(silence=120),
    ends=Point(silence=121),
    given_up=Point(silence=160),
    posture=Posture.BACK,
    then=FOUR,
)
PRACTICE = Practice("eight-stretches", "today", ONE, Posture.STANDING, SENT_AT, sent=SENT)


def at(second: float) -> int:
    """When a request is sent by somebody who begins to talk at this second of the reply."""
    return round(SENT_AT + second + BEFORE_IT_IS_HEARD)


@each_of(
    ("second", "place", "inside"),
    [
        (1, ONE, False),  # on the way
        (30, ONE, True),
        (39, ONE, True),
        (40.3, ONE, True),  # the hold has just ended: perhaps not yet for this person
        (42.3, TWO, False),  # let go of the first, not yet in the second
        (48.3, TWO, False),
        (49.3, TWO, True),  # perhaps already on the way in
        (60, TWO, True),
        (75, THREE, False),
        (99, THREE, True),
        (102.3, FOUR, False),
    ],
)
def test_the_place_is_the_first_hold_that_may_not_be_over(second: float, place: Place, inside: bool) -> None:
    where = whereabouts(PRACTICE, at(second), Ending.INTERRUPTED, EXACT)
    assert (where.place, where.inside) == (place, inside)


def test_what_is_over_was_heard() -> None:
    assert whereabouts(PRACTICE, at(30), Ending.INTERRUPTED, EXACT).heard == ()
    assert whereabouts(PRACTICE, at(75), Ending.INTERRUPTED, EXACT).heard == (ONE, TWO)
    after = whereabouts(PRACTICE, at(110), Ending.INTERRUPTED, EXACT)
    assert (after.heard, after.over) == ((ONE, TWO, THREE), True)


@each_of(
    ("second", "posture", "bodily", "moving"),
    [
        (5, Posture.STANDING, None, True),  # still on the way to the first hold
        (30, None, ONE, False),  # as the first hold has it
        (45, None, ONE, False),  # let out of it, but not elsewhere
        (60, None, TWO, False),
        (110, None, THREE, True),  # on the way to the next posture
        (121, Posture.BACK, THREE, False),
    ],
)
def test_the_body_is_as_the_last_hold_had_it_until_it_has_moved_on(
    second: float, posture: Posture | None, bodily: Place | None, moving: bool
) -> None:
    where = whereabouts(PRACTICE, at(second), Ending.INTERRUPTED, EXACT)
    assert (where.posture, where.bodily, where.moving) == (posture, bodily, moving)


@each_of(("second", "place", "asked"), [(197.3, THREE, False), (199.3, THREE, False), (200.3, FOUR, True)])
def test_a_question_close_behind_a_hold_takes_nobody_out_of_it(second: float, place: Place, asked: bool) -> None:
    """After a minute of words a voice that nobody measured may be in that hold until 200.4, were it a tenth slower."""
    holds = (*SENT.marks[:2], Mark(THREE, Point(55.0, 129.0), Point(58.4, 136.2)))
    long = replace(SENT, marks=holds, arrives=Point(59.1, 138.5), ends=Point(61.6, 138.5))
    where = whereabouts(replace(PRACTICE, sent=long), at(second), Ending.INTERRUPTED, Pace())
    assert (where.place, where.asked, where.doubtful) == (place, asked, not asked)


def test_an_unsure_voice_puts_the_place_earlier() -> None:
    spoken = replace(SENT, marks=(Mark(ONE, Point(), Point(speech=40.0)), *SENT.marks[1:]))
    practice = replace(PRACTICE, sent=spoken)
    assert whereabouts(practice, at(45), Ending.INTERRUPTED, EXACT).place == TWO
    assert whereabouts(practice, at(45), Ending.INTERRUPTED, Pace(deviation=0.1, caution=1.4)).place == ONE
    assert whereabouts(practice, at(47), Ending.INTERRUPTED, Pace(deviation=0.1, caution=1.4)).place == TWO


def test_a_slow_voice_is_reckoned_with() -> None:
    spoken = replace(SENT, marks=(Mark(ONE, Point(), Point(speech=40.0)), *SENT.marks[1:]))
    practice = replace(PRACTICE, sent=spoken)
    assert whereabouts(practice, at(45), Ending.INTERRUPTED, Pace(rate=1.2, deviation=0.0)).place == ONE


@pytest.mark.parametrize("ending", [Ending.ANSWERED, Ending.GIVEN_UP])
def test_an_answered_or_unanswered_question_means_that_all_was_heard(ending: Ending) -> None:
    where = whereabouts(PRACTICE, at(0), ending, EXACT)
    assert (where.place, where.posture, where.over, where.heard) == (FOUR, Posture.BACK, True, (ONE, TWO, THREE))


def test_a_device_that_vanished_has_heard_nothing() -> None:
    vanished = whereabouts(PRACTICE, at(5_000), Ending.NOTHING_HEARD, EXACT)
    assert (vanished.place, vanished.posture, vanished.over, vanished.heard) == (ONE, Posture.STANDING, False, ())


def test_with_no_reply_under_way_the_place_is_the_kept_one() -> None:
    where = whereabouts(replace(PRACTICE, sent=None), at(60), Ending.INTERRUPTED, EXACT)
    assert (where.place, where.inside) == (ONE, False)


TALKATIVE = replace(SENT, ends=Point(speech=60.0, silence=61.0), given_up=Point(speech=66.0, silence=95.0))


@pytest.mark.parametrize(("seconds_more", "rate"), [(0, 1.0), (6, 1.1), (-6, 0.9)])
def test_an_answer_tells_how_slowly_the_voice_spoke(seconds_more: int, rate: float) -> None:
    answered_at = SENT_AT + round(START_LATENCY_SECONDS + ANSWERING_SECONDS + 60 + 61) + seconds_more
    assert measured_rate(TALKATIVE, answered_at, Ending.ANSWERED) == pytest.approx(rate, abs=0.02)


def test_a_session_that_nobody_ended_tells_it_as_well() -> None:
    given_up_at = SENT_AT + round(START_LATENCY_SECONDS + 66 + 95)
    assert measured_rate(TALKATIVE, given_up_at, Ending.GIVEN_UP) == pytest.approx(1.0, abs=0.02)


@pytest.mark.parametrize("second", [20, 90, 170, 5_000])
def test_a_rate_that_no_voice_has_is_not_believed(second: int) -> None:
    assert measured_rate(TALKATIVE, SENT_AT + second, Ending.ANSWERED) is None


def test_a_reply_without_words_tells_nothing() -> None:
    assert measured_rate(SENT, SENT_AT + 125, Ending.ANSWERED) is None


def test_settling_keeps_the_place_and_nothing_of_the_reply() -> None:
    where = whereabouts(PRACTICE, at(60), Ending.INTERRUPTED, EXACT)
    calm = settled(PRACTICE, where, Posture.FRONT)
    assert (calm.place, calm.posture, calm.sent, calm.phase) == (TWO, Posture.FRONT, None, Phase.GUIDING)


@pytest.mark.parametrize(("seconds", "over"), [(119.5, True), (114.0, True), (112.0, False)])
def test_a_word_a_little_before_the_estimated_end_of_the_question_answers_it(seconds: float, over: bool) -> None:
    """A voice that nobody measured may be off: 0.6 of a deviation, six seconds, is given to the answer."""
    spoken = replace(SENT, ends=Point(speech=120.0), arrives=Point(speech=119.0), marks=(talked(THREE, 80, 103.0),))
    where = whereabouts(replace(PRACTICE, sent=spoken), at(seconds), Ending.INTERRUPTED, Pace())
    assert where.over is over


def talked(place: Place, begins: float, ends: float) -> Mark:
    return Mark(place, Point(speech=begins), Point(speech=ends))


@pytest.mark.parametrize(("heard", "place", "left"), [(39.9, ONE, 0.1), (40.1, TWO, 29.9), (60.0, TWO, 10.0)])
def test_where_the_device_tells_what_was_heard_nothing_is_doubtful_and_the_rest_is_exact(
    heard: float, place: Place, left: float
) -> None:
    where = whereabouts_told(PRACTICE, heard)
    assert (where.place, where.doubtful, where.unsure) == (place, False, Unsure.NOT)
    assert where.left_seconds == pytest.approx(left)


@pytest.mark.parametrize(("second", "doubtful"), [(39.3, False), (40.3, True), (42.3, False)])
def test_around_the_end_of_a_hold_only_the_person_knows_whether_it_was_over(second: float, doubtful: bool) -> None:
    assert whereabouts(PRACTICE, at(second), Ending.INTERRUPTED, EXACT).doubtful is doubtful
    assert (
        settled(PRACTICE, whereabouts(PRACTICE, at(second), Ending.INTERRUPTED, EXACT), Posture.BACK).doubtful
        is doubtful
    )


@each_of(
    ("second", "unsure"),
    [
        (37.3, Unsure.NOT),
        (38.3, Unsure.ITS_END),  # unlikely to be over, yet not impossible
        (40.3, Unsure.ITS_END),
        (41.3, Unsure.ONE_BEFORE),  # likely over, yet perhaps not
        (42.3, Unsure.ONE_BEFORE),
        (43.3, Unsure.NOT),
        (101.3, Unsure.ONE_BEFORE),  # the last hold of the reply
        (104.3, Unsure.NOT),
    ],
)
def test_a_smaller_doubt_about_either_hold_is_kept_for_another_day(second: float, unsure: Unsure) -> None:
    where = whereabouts(PRACTICE, at(second), Ending.INTERRUPTED, EXACT)
    assert where.unsure is unsure
    assert settled(PRACTICE, where, Posture.BACK).unsure is unsure
