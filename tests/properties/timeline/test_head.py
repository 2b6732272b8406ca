"""However much has to be told, replies cut it where a body may rest, and lose nothing between them."""

from collections.abc import Iterable
from itertools import islice, product

import pytest
from hypothesis import given

from skill.content.model import Posture
from skill.limits import LONGEST_REPLY_SECONDS, LONGEST_UNASKED_REPLY_SECONDS
from skill.timeline import HOLDING, Flow, Head, Moment, Place, Role
from skill.timeline.hold.units import Unit
from tests.library import LIBRARY, PLACES, PLANS
from tests.nightly import some_of
from tests.properties.timeline.walks import Case, cases, heads, held, places, said

MORE_THAN_ENOUGH = 60
ROOM_FOR_THE_QUESTION_SECONDS = 6.0
MOST_BEFORE_SECONDS = 45
LONG_HOLD_SECONDS = 100
"""With the words before it and even a short way, a hold of so long may be too much for one reply."""


@given(cases())
def test_replies_tell_every_hold_once_whole_and_in_order_and_come_to_an_end(case: Case) -> None:
    replies = list(islice(heads(case), MORE_THAN_ENOUGH))
    told = [hold for reply in replies for hold in held(reply.timeline.moments)]
    assert told == [(place, float(unit.hold_seconds)) for place, unit in case.holds.items()]
    first, *others = replies
    # Also in between a long way may be a reply of its own, after which somebody is asked.
    assert all(held(reply.timeline.moments) or reply.arrives or asks_before(case, reply) for reply in others)
    assert held(first.timeline.moments) or asks_before(case, first)
    assert replies[-1].then is None
    assert said(replies[-1].timeline.moments, Role.END)


@given(cases())
def test_no_reply_is_longer_than_the_platform_may_play(case: Case) -> None:
    longest = LONGEST_UNASKED_REPLY_SECONDS if case.flow is Flow.UNASKED else LONGEST_REPLY_SECONDS
    for reply in heads(case):
        assert case.before_seconds + reply.timeline.seconds + ROOM_FOR_THE_QUESTION_SECONDS <= longest


@pytest.mark.parametrize("plan", sorted(PLANS))
def test_the_slowest_first_reply_from_anywhere_with_the_most_before_it_is_no_longer_either(plan: str) -> None:
    steps = {place.step: place for place in reversed(PLACES[plan])}.values()
    for start, posture, flow in some_of([*product(steps, Posture, Flow)], 5, len(plan)):
        case = Case(plan, start, posture, newcomer=True, rate=1.3, flow=flow, before_seconds=MOST_BEFORE_SECONDS)
        longest = LONGEST_UNASKED_REPLY_SECONDS if flow is Flow.UNASKED else LONGEST_REPLY_SECONDS
        seconds = next(heads(case)).timeline.seconds
        assert MOST_BEFORE_SECONDS + seconds + ROOM_FOR_THE_QUESTION_SECONDS <= longest, case


@given(cases())
def test_no_reply_ends_between_the_parts_of_a_repetition(case: Case) -> None:
    for reply in heads(case):
        if reply.then is not None and held(reply.timeline.moments):
            ended, then = places(reply.timeline.moments)[-1], reply.then
            assert (ended.step, ended.side, ended.repetition) != (then.step, then.side, then.repetition)


@given(cases())
def test_the_microphone_opens_for_nobody_who_lies_face_down(case: Case) -> None:
    for reply in heads(case):
        assert reply.then is None or reply.posture is not Posture.FRONT


@given(cases())
def test_the_body_is_told_the_way_to_each_posture_before_a_hold_in_it(case: Case) -> None:
    posture = where_nobody_asks(case)
    for reply in heads(case):
        for confirmed, place in told_in(reply.timeline.moments, posture):
            if not held(reply.timeline.moments):
                # Only the way there: whether they have come to its end is what they are asked.
                continue
            assert confirmed is (posture_at(case, place) if place else reply.posture)
        posture = reply.posture


@given(cases())
def test_only_who_likes_few_questions_is_led_through_several_postures_at_once(case: Case) -> None:
    for reply in heads(case):
        postures = {posture_at(case, place) for place in places(reply.timeline.moments)}
        assert len(postures) <= 1 or case.flow in (Flow.HANDS_FREE, Flow.UNASKED)


@given(cases())
def test_hands_free_nobody_is_asked_in_the_middle_of_a_stretch_that_did_not_begin_the_reply(case: Case) -> None:
    for reply in heads(case):
        told = places(reply.timeline.moments)
        if case.flow is Flow.HANDS_FREE and reply.then is not None and told:
            assert reply.then.step != told[-1].step or told[0].step == told[-1].step


@given(cases())
def test_after_a_long_way_they_are_asked_before_anything_is_held_and_never_face_down(case: Case) -> None:
    first = next(heads(case))
    there = posture_at(case, case.start)
    assert held(first.timeline.moments) or asks_before(case, first)
    if arrives(case):
        assert not held(first.timeline.moments)
        assert first.posture is (Posture.BACK if there is Posture.FRONT else there)
        assert first.then == case.start


def asks_before(case: Case, reply: Head) -> bool:
    """Whether nothing has to be held in this reply: they are asked who take care, or whether they are there."""
    unit = case.holds[reply.then] if reply.then else None
    noted = any(one.stretch.words["en"].note for one in case.holds.values() if one.stretch.slug not in case.met)
    return unit is not None and (noted or arrives(case) or (reply.arrives and (is_far(case) or is_long(unit))))


def is_long(unit: Unit) -> bool:
    """Whether its hold may be too much for one reply with what comes before it."""
    return unit.hold_seconds >= LONG_HOLD_SECONDS


def arrives(case: Case) -> bool:
    """Whether there is a long way to where it begins, or a bed on which they may be, so that somebody is asked."""
    there = posture_at(case, case.start)
    if case.posture is Posture.STANDING and there in (Posture.BED, Posture.CHAIR):
        asked = there is Posture.BED and where_nobody_asks(case) is not Posture.BED and not case.on_the_way
        return asked and case.flow.asks_on_arrival
    return is_far(case) and (case.flow.asks_on_arrival or there is Posture.FRONT)


def is_far(case: Case) -> bool:
    """Whether it is a long way: with it, its first hold may be too much for a reply of somebody who is seldom asked."""
    way = LIBRARY.way(case.posture, posture_at(case, case.start))
    return way is not None and way.usual >= 35


def where_nobody_asks(case: Case) -> Posture:
    """How the body is before: in bed, where the routine is for that, or where they were told so before."""
    routine, there = PLANS[case.plan], posture_at(case, case.start)
    lies = there is Posture.BED and routine.suits.only == "bed"
    told = case.on_the_way and there in (Posture.BED, Posture.CHAIR)
    return there if case.posture is Posture.STANDING and (lies or told) else case.posture


def told_in(moments: Iterable[Moment], posture: Posture) -> Iterable[tuple[Posture, Place | None]]:
    """The posture that was last confirmed aloud, at each moment of a hold and at the end."""
    confirmed = {
        words.format(posture=LIBRARY.phrases["en"][f"posture.{named.replace(' ', '-')}"][0]): named
        for words in LIBRARY.phrases["en"]["moving.there"]
        for named in Posture
    }
    for named in (Posture.BED, Posture.CHAIR):
        confirmed |= dict.fromkeys(LIBRARY.phrases["en"][f"moving.be-there.{named}"], named)
    for moment in moments:
        posture = confirmed.get(moment.words, posture) if moment.role is Role.POSTURE else posture
        if moment.role in HOLDING:
            yield posture, moment.place
    yield posture, None


def posture_at(case: Case, place: Place) -> Posture:
    """How the body is at a hold."""
    return case.holds[place].stretch.posture
