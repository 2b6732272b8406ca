"""Whatever routine is told from wherever to whomever, its seconds are right and its silences are explained."""

import re
from itertools import pairwise

from hypothesis import given

from skill.speech.plain import joined
from skill.timeline import HOLDING, Moment, Role, Side, Timeline
from tests.library import PLANS
from tests.properties.timeline.walks import Case, cases, held, told

LENGTH_SAID = re.compile(r"\b(seconds?|minutes?|breaths?)\b")


@given(cases())
def test_moments_abut_and_add_up(case: Case) -> None:
    timeline = told(case.walk)
    timed = list(timeline.timed())
    assert all(moment.seconds > 0 for moment in timeline.moments)
    assert all(abs(start + moment.seconds - after) < 0.06 for (start, moment), (after, _) in pairwise(timed))
    start, moment = timed[-1]
    assert abs(start + moment.seconds - timeline.seconds) < 0.06


@given(cases())
def test_every_hold_is_told_once_in_order_and_lasts_exactly_as_long_as_it_should(case: Case) -> None:
    wanted = [(place, float(unit.hold_seconds)) for place, unit in case.holds.items()]
    assert held(told(case.walk).moments) == wanted


@given(cases())
def test_left_and_right_get_the_same(case: Case) -> None:
    timeline = told(case.walk)
    for step in PLANS[case.plan].steps:
        if step.key != case.start.step:
            assert side_of(timeline, step.key, Side.LEFT) == side_of(timeline, step.key, Side.RIGHT)


def side_of(timeline: Timeline, step: str, side: Side) -> tuple[list[float], float]:
    """The holds of one side, and the seconds to settle into all of them."""
    mine = [
        moment for moment in timeline.moments if moment.place and (moment.place.step, moment.place.side) == (step, side)
    ]
    settling = sum(moment.seconds for moment in mine if moment.role is Role.SETTLE)
    return [seconds for _, seconds in held(mine)], round(settling, 1)


@given(cases())
def test_nobody_is_left_in_a_silence_whose_length_was_not_said(case: Case) -> None:
    heard = [Moment(Role.INTRO, 0.1, "-"), *joined(told(case.walk))]
    limit = case.walk.telling.longest_silence
    unexplained = [
        (before.words, moment.seconds)
        for before, moment in pairwise(heard)
        if moment.silent and moment.seconds > limit and not LENGTH_SAID.search(before.words)
    ]
    assert unexplained == []


@given(cases())
def test_a_hold_longer_than_a_silence_may_be_begins_with_its_length(case: Case) -> None:
    telling = case.walk.telling
    for before, moment in pairwise(told(case.walk).moments):
        if moment.role is Role.HOLD and before.role not in HOLDING and moment.place:
            hold = case.holds[moment.place]
            seconds = hold.hold_seconds
            said = telling.length(hold.stretch, seconds) in moment.words.lower()
            assert said or seconds <= telling.longest_silence


@given(cases())
def test_after_every_hold_its_release_is_said_or_the_way_into_what_it_flows_into(case: Case) -> None:
    for moment, after in pairwise(told(case.walk).moments):
        if moment.role in HOLDING and after.role not in HOLDING and moment.place and after.place:
            flows = moment.place.part is not None and after.place.step == moment.place.step
            released = (after.role, after.place) == (Role.RELEASE, moment.place)
            assert not after.silent or after.sound
            assert released or (flows and after.role is Role.ENTER)
        assert not (moment.role in HOLDING and after.place is None)
