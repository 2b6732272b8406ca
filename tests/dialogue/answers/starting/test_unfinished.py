"""A bare word of beginning, where something is unfinished: that goes on, and nothing else begins unasked."""

import pytest

from tests.walks.people.somebody import A_DAY, Somebody

BARE = ("start", "begin", "play", "go on", "resume")
LATER = {"a minute later": 60, "an hour later": 60 * 60, "the next day": A_DAY}


@pytest.mark.parametrize("when", LATER)
@pytest.mark.parametrize("word", BARE)
def test_it_goes_on_where_they_were(word: str, when: str) -> None:
    somebody = stopped()
    place = somebody.last.practice["place"]
    heard = somebody.say(f"ask gentle back to {word}", LATER[when])
    assert (heard.practice["routine"], heard.practice.get("kept", heard.practice["place"])) == ("lower-back", place)


@pytest.mark.parametrize("word", BARE[:2])
def test_with_nothing_unfinished_something_begins(word: str) -> None:
    assert Somebody().say(f"ask gentle back to {word}").practice["routine"] == "lower-back"


def test_while_it_is_led_it_is_asked_whether_to_start_again() -> None:
    somebody = led()
    assert somebody.cut_in("alexa, start", somebody.last.holds()[0].at(0.5)).kind == "start-over"


def stopped() -> Somebody:
    """Somebody who stopped in the first hold of a routine."""
    somebody = led()
    somebody.cut_in("alexa, stop", somebody.last.holds()[0].at(0.5))
    return somebody


def led() -> Somebody:
    somebody = Somebody()
    somebody.say("ask gentle back to start lower back")
    somebody.say("ready")
    return somebody
