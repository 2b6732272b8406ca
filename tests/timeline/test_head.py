"""A reply carries whole stretches, asks where the posture changes, and never opens the microphone face down."""

from dataclasses import replace
from itertools import islice, pairwise

import pytest

from skill.content.model import Posture
from skill.timeline import Announced, Budget, Flow, Head, Place, Role, Side, Signal, Telling, Walk, head
from skill.timeline.manner import Manner
from tests.library import PLACES, PLANS, told_briefly, told_in_full


def first_reply(plan: str, posture: Posture, telling: Telling | None = None, flow: Flow = Flow.USUAL) -> Head:
    walk = Walk(PLANS[plan], telling or told_briefly(), PLACES[plan][0], posture)
    return head(walk, Budget(flow))


def steps_in(reply: Head) -> list[str]:
    """The stretches of which something is held, in order."""
    held = [moment.place.step for moment in reply.timeline.moments if moment.role is Role.HOLD and moment.place]
    return list(dict.fromkeys(held))


def test_a_reply_ends_where_the_posture_changes_with_the_way_there() -> None:
    reply = first_reply("seven-stretches", Posture.BACK)
    assert steps_in(reply) == ["knee-to-chest"]
    assert (reply.posture, reply.then) == (Posture.ALL_FOURS, Place("cat-cow"))
    assert "on hands and knees" in reply.timeline.moments[-1].words


def test_somebody_who_likes_to_be_asked_is_asked_after_every_stretch() -> None:
    reply = first_reply("lower-back", Posture.BACK, flow=Flow.ONE_AT_A_TIME)
    assert steps_in(reply) == ["pelvic-tilts"]
    assert reply.then == Place("knee-to-chest", Side.RIGHT)


def test_hands_free_runs_on_over_a_change_of_posture() -> None:
    assert len(steps_in(first_reply("seven-stretches", Posture.BACK, flow=Flow.HANDS_FREE))) > 1


def test_hands_free_asks_on_arrival_rather_than_in_the_middle_of_the_first_stretch() -> None:
    known = first_reply("lower-back", Posture.STANDING, flow=Flow.HANDS_FREE)
    assert steps_in(known)[0] == "pelvic-tilts"
    assert known.then is not None
    assert known.then.step != "pelvic-tilts"

    new = first_reply("lower-back", Posture.STANDING, replace(told_in_full(), newcomer=True), Flow.HANDS_FREE)
    assert (new.arrives, new.posture, new.then) == (True, Posture.BACK, PLACES["lower-back"][0])


def test_a_reply_has_five_chimes_at_most_and_words_alone_end_the_later_holds() -> None:
    telling = replace(told_briefly(), manner=Manner(chimes=True))
    moments = first_reply("lower-back", Posture.BACK, telling, Flow.HANDS_FREE).timeline.moments
    after = [
        before.sound is Signal.CHIME for before, each in pairwise(moments) if each.role is Role.RELEASE and each.words
    ]
    assert after == [True] * 5 + [False] * (len(after) - 5)
    assert len(after) > 5


def test_face_down_one_rolls_over_before_the_question() -> None:
    telling = told_in_full()
    reply = first_reply("eight-stretches", Posture.STANDING, telling)
    while reply.then is not None and reply.then.step == "sphinx":
        walk = Walk(
            PLANS["eight-stretches"], telling, reply.then, reply.posture, announced=Announced(noted="prone-leg-lifts")
        )
        reply = head(walk, Budget())
    assert reply.posture is Posture.BACK
    assert steps_in(reply)[-1] in ("sphinx", "prone-leg-lifts")


def test_a_long_stretch_is_split_between_repetitions() -> None:
    plan = "six-stretches"
    walk = Walk(
        PLANS[plan], told_in_full(), PLACES[plan][0], Posture.STANDING, announced=Announced(noted="childs-pose")
    )
    reply = head(walk, Budget(before_seconds=100.0))
    assert steps_in(reply) == ["childs-pose"]
    assert reply.then is not None
    assert (reply.then.step, reply.then.repetition > 1) == ("childs-pose", True)


def test_the_default_routine_asks_three_times_of_those_who_know_it() -> None:
    assert len(list(islice(questions("lower-back", told_briefly()), 20))) == 3


def questions(plan: str, telling: Telling) -> list[Place]:
    """Where it goes on after each question."""
    asked = []
    reply = first_reply(plan, Posture.STANDING, telling)
    while reply.then is not None:
        asked.append(reply.then)
        reply = head(Walk(PLANS[plan], telling, reply.then, reply.posture), Budget())
    return asked


@pytest.mark.parametrize("flow", Flow)
def test_the_last_reply_says_that_it_is_over(flow: Flow) -> None:
    plan = "five-gentle-minutes"
    walk = Walk(PLANS[plan], told_briefly(), PLACES[plan][-1], Posture.BACK)
    reply = head(walk, Budget(flow))
    assert reply.then is None
    assert reply.timeline.moments[-1].role is Role.END
    assert "five gentle minutes" in reply.timeline.moments[-1].words.lower()


def test_a_kept_place_in_the_middle_is_named_again_with_its_number() -> None:
    left = PLACES["lower-back"][-1]
    walk = Walk(PLANS["lower-back"], told_briefly(), left, Posture.ALL_FOURS)
    assert [moment.words for moment in head(walk, Budget()).timeline.moments[:2]] == ["Child's pose.", "Two of two."]
    named = Walk(PLANS["lower-back"], told_briefly(), left, Posture.ALL_FOURS, announced=Announced(named=True))
    assert head(named, Budget()).timeline.moments[0].role is Role.ENTER
