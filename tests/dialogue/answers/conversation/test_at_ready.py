"""At "Ready?" only who is ready is led: what is asked, said again, settled or said to others begins no hold."""

import pytest

from tests.cases.each_of import each_of
from tests.walks.people.somebody import Heard, Somebody

BEGIN_NOTHING = (
    "repeat",
    "say again",
    "say that again",
    "kindly repeat once",
    "repeat the question",
    "pardon",
    "what did you say",
    "when do you remind me",
    "how long is left",
    "what comes next",
    "what is the count now",
    "which side is it",
    "how many are left",
    "what did I do yesterday",
    "is it finished",
    "ignore that",
    "no not you, I'm talking to my wife",
    "never mind him",
    "hurdy gurdy",
)
BEGIN = (
    "ready only",
    "ready sir",
    "yes yes coming",
    "I am lie down",
    "I am on floor now",
    "am lie down",
    "lying down now",
    "I'm laid down now",
    "oh for goodness sake ready",
    "for heavens sake yes",
    "yes I am ready",
)


@pytest.mark.parametrize("often", [1, 2])
@each_of("words", BEGIN_NOTHING)
def test_what_is_only_asked_begins_nothing(words: str, often: int) -> None:
    somebody = at_ready()
    heard = [somebody.say(words) for _ in range(often)][-1]
    assert (heard.kind, heard.holds()) == ("ready", ())


@each_of("words", BEGIN)
def test_somebody_who_is_there_in_any_words_is_led(words: str) -> None:
    assert at_ready().say(words).holds()


@each_of("words", ("again", "once more please", "go back", "do that again"))
def test_with_nothing_done_yet_again_is_what_was_said(words: str) -> None:
    heard = at_ready().say(words)
    assert (heard.kind, heard.holds()) == ("ready", ())


def test_with_a_stretch_done_again_is_that_stretch_and_repeat_is_what_was_said() -> None:
    assert after_a_stretch("repeat").holds() == ()
    assert after_a_stretch("again").holds()


@each_of("words", ("yes", "no"))
def test_a_reminder_that_is_settled_at_ready_moves_nobody(words: str) -> None:
    somebody = at_ready()
    somebody.say("remind me every day at seven in the morning")
    heard = somebody.say(words)
    assert (heard.kind, heard.holds()) == ("ready", ())


def at_ready() -> Somebody:
    """Somebody who was led down to the floor, and is asked whether they are ready."""
    somebody = Somebody()
    somebody.say("ask gentle back to start five gentle minutes")
    assert somebody.last.kind == "ready"
    return somebody


def after_a_stretch(words: str) -> Heard:
    """What comes of these words, said at the "Ready?" after a stretch."""
    somebody = at_ready()
    somebody.say("ready")
    assert somebody.last.kind == "ready"
    return somebody.say(words)
