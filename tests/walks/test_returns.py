"""Whoever broke off comes back to the hold that was not finished, by the words spoken, and every launch has an end."""

import pytest

from skill.assembly import the_library
from tests.nightly import some_of
from tests.walks.extent import some
from tests.walks.people.somebody import A_DAY, Somebody
from tests.walks.returns import GROUPS, cases, walked


@pytest.mark.parametrize("routine", some_of(sorted(the_library().routines), 3))
def test_whoever_comes_back_goes_on_at_the_hold_that_was_not_finished(routine: str) -> None:
    groups = some([group for group in GROUPS if group.routine == routine], 1, seed=len(routine))
    wrong = [one for case in some(cases(groups), 2) if (one := walked(*case)).faults]
    assert not wrong, "\n".join(map(str, wrong))


def test_a_launch_after_jumping_about_and_a_night_has_an_end() -> None:
    somebody = Somebody()
    somebody.say("start the eight stretches")
    for words, after in (("alexa, next", 20), ("alexa, next", 20), ("alexa, stop", 70)):
        somebody.say(words, after)
    assert somebody.say("open gentle back", A_DAY).kind == "go-on"


def test_a_limit_said_in_a_second_practice_is_no_trouble_for_the_first() -> None:
    somebody = Somebody()
    somebody.say("start the in bed routine")
    somebody.say("alexa, stop", 120)
    somebody.say("start the no kneeling routine", 2 * 60 * 60)
    somebody.say("yes")
    somebody.say("ready")
    heard = somebody.say("i can't lie flat today", 60)
    assert heard.crash == ""
    assert heard.listens
