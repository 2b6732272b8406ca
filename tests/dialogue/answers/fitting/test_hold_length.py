"""How long a hold is from now on: moved by a step within the reach of its stretch, and remembered the next day."""

import pytest

from tests.walks.people.somebody import A_DAY, Somebody

SAID = {
    "hold it longer": "twenty-five seconds",
    "shorter": "fifteen seconds",
    "hold it for thirty seconds": "thirty seconds",
}
"""Of knee to chest, which is held for twenty seconds."""


@pytest.mark.parametrize(("words", "length"), SAID.items())
def test_it_is_as_long_as_was_said_and_on_the_next_day_too(words: str, length: str) -> None:
    somebody = in_a_hold()
    somebody.cut_in(f"alexa, {words}", somebody.last.holds()[0].at(0.5))
    somebody.cut_in("alexa, stop", somebody.last.holds()[0].at(0.5))
    somebody.say("ask gentle back to start knee to chest", A_DAY)
    while not somebody.last.holds():
        somebody.say("ready")
    assert f"hold. {length}" in somebody.last.words.lower()


def test_beyond_its_reach_it_is_as_long_as_it_may_be() -> None:
    somebody = in_a_hold()
    heard = somebody.cut_in("alexa, hold it for four minutes", somebody.last.holds()[0].at(0.5))
    assert "thirty seconds" in heard.words.lower()


def in_a_hold() -> Somebody:
    somebody = Somebody()
    somebody.say("ask gentle back to start knee to chest")
    while not somebody.last.holds():
        somebody.say("ready")
    return somebody
