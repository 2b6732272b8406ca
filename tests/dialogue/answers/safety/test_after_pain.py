"""What each answer to the question after pain leads to: only a clear yes goes on, and nobody is asked twice."""

import pytest

from tests.walks.people.somebody import Somebody

ANSWERS = {
    "yes": "get-up",
    "it's gone": "get-up",
    "much better": "get-up",
    "it's easing": "ready",
    "a bit better": "ready",
    "yes but less": "ready",
    "no": "finish",
    "sort of": "finish",
    "kind of": "finish",
    "maybe": "finish",
    "a bit": "finish",
    "not really": "finish",
    "i'm not sure": "finish",
    "i don't know": "finish",
    "the same": "finish",
    "it still hurts": "finish",
    "lower on the left": "finish",
    "in my knee": "finish",
    "down my leg": "finish",
    "it's worse": "",
}
"""What is asked next: the end, after the last stretch of the routine was led through; nothing, where it closes."""


@pytest.mark.parametrize(("words", "asked"), ANSWERS.items(), ids=str)
def test_only_a_clear_yes_leads_to_another_stretch(words: str, asked: str) -> None:
    assert answered(words).last.kind == asked


def test_the_same_pain_is_asked_about_once() -> None:
    somebody = answered("it's easing")
    asked = [somebody.say("ouch").kind for _ in range(2)]
    assert asked == ["finish", "finish"]


def test_what_is_not_understood_leads_to_the_careful_side_and_closes_on_nobody() -> None:
    somebody = answered("purple elephants")
    heard = [somebody.last, somebody.say("purple elephants"), somebody.say("purple elephants")]
    assert [turn.kind for turn in heard] == ["settled", "settled", "finish"]


def answered(words: str) -> Somebody:
    """Somebody hurt in the first hold of a stretch, who has answered what they were asked."""
    somebody = Somebody()
    somebody.say("ask gentle back to start five gentle minutes")
    somebody.say("ready")
    somebody.cut_in("alexa, ouch", somebody.last.holds()[0].at(0.5))
    assert somebody.last.kind == "settled"
    somebody.say(words)
    return somebody
