"""What a turn lays out is counted, and a reply that gets no further is an error and no loop."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from skill.content.model import Posture
from skill.timeline import Budget, Flow, NoEnd, Place, Side, Walk, Work, head
from skill.timeline.stages import Stage
from tests.library import PLACES, PLANS, told_briefly

LEFT_ROLL = Place("knee-rolls", Side.LEFT)


def walk(start: Place, work: Work | None = None, resumes: Place | None = None) -> Walk:
    telling = replace(told_briefly(), work=work or Work())
    return Walk(PLANS["lower-back"], telling, start, Posture.BACK, resumes=resumes)


def test_every_stage_counts_and_one_too_many_is_the_end() -> None:
    work = Work(most=4)
    stages = walk(LEFT_ROLL, work).stages()
    assert [next(stages).posture for _ in range(4)] == [Posture.BACK] * 4
    with pytest.raises(NoEnd, match="more than 4 stages in one turn"):
        next(stages)


def test_a_reply_that_leads_back_to_its_start_or_before_it_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Walk._stages

    def back_to(place: Place) -> None:
        def stages(walk: Walk) -> Iterator[Stage]:
            return (replace(stage, then=place) for stage in whole(walk))

        monkeypatch.setattr(Walk, "_stages", stages)

    for place in (LEFT_ROLL, Place("knee-rolls", Side.RIGHT), PLACES["lower-back"][0], Place("gone")):
        back_to(place)
        with pytest.raises(NoEnd, match=r"^from "):
            head(walk(LEFT_ROLL), Budget())


def test_somebody_who_has_gone_past_the_hold_where_a_step_resumes_is_not_led_back_to_it() -> None:
    right = Place("knee-rolls", Side.RIGHT)
    told = [stage.then for stage in walk(LEFT_ROLL, resumes=right).stages()]
    assert right not in told


def test_a_later_step_is_begun_and_waited_for_where_it_resumes() -> None:
    told = head(walk(PLACES["lower-back"][0], resumes=LEFT_ROLL), Budget(Flow.ONE_AT_A_TIME))
    while told.then is not None and told.then.step != "knee-rolls":
        told = head(walk(told.then, resumes=LEFT_ROLL), Budget(Flow.ONE_AT_A_TIME))
    assert told.then == LEFT_ROLL
