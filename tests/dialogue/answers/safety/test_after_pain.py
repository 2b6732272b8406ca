"""What each answer to the question after pain leads to: only a clear yes goes on, and nobody is asked twice."""

from tests.cases.each_of import each_of
from tests.walks.people.somebody import Somebody

LED, FINISH, TALKED_UP = ("get-up", True), ("finish", False), ("get-up", False)
"""What is asked next, and whether holds are led before it."""

ANSWERS = {
    "yes": LED,
    "it's gone": LED,
    "much better": LED,
    "it's easing": FINISH,
    "a bit better": FINISH,
    "yes but less": FINISH,
    "no": FINISH,
    "sort of": FINISH,
    "kind of": FINISH,
    "maybe": FINISH,
    "a bit": FINISH,
    "not really": FINISH,
    "i'm not sure": FINISH,
    "i don't know": FINISH,
    "the same": FINISH,
    "it still hurts": FINISH,
    "lower on the left": FINISH,
    "in my knee": FINISH,
    "down my leg": FINISH,
    "it's worse": TALKED_UP,
}


@each_of(("words", "then"), ANSWERS.items())
def test_only_a_clear_yes_leads_to_another_stretch(words: str, then: tuple[str, bool]) -> None:
    heard = answered(words).last
    assert (heard.kind, bool(heard.holds())) == then


def test_the_same_pain_is_asked_about_once() -> None:
    somebody = answered("it's easing")
    asked = [somebody.say("ouch").kind for _ in range(2)]
    assert asked == ["finish", "finish"]


def test_what_is_not_understood_leads_to_the_careful_side_and_closes_on_nobody() -> None:
    somebody = answered("purple elephants")
    heard = [somebody.last, somebody.say("purple elephants"), somebody.say("purple elephants")]
    assert [turn.kind for turn in heard] == ["settled", "settled", "finish"]


ASKED = {
    "is it doing any good this": "It is meant to ",
    "what are the warning signs": "See a doctor soon ",
    "how do i breathe": "Breathe out ",
    "do i need a doctor": "I am no doctor",
    "where should i feel it": "Knee rolls. ",
    "how do i do the bridge": "This is how bridge pose goes",
    "what is in the lower back routine": "Lower back, ",
}


@each_of(("words", "answer"), ASKED.items())
def test_whoever_hurts_may_ask_and_is_led_nowhere_by_the_answer(words: str, answer: str) -> None:
    heard = answered(words).last
    assert heard.answer.startswith(answer)
    assert (heard.kind, heard.holds()) == ("settled", ())


def answered(words: str) -> Somebody:
    """Somebody hurt in the first hold of a stretch, who has answered what they were asked."""
    somebody = Somebody()
    somebody.say("ask gentle back to start five gentle minutes")
    somebody.say("ready")
    somebody.cut_in("alexa, ouch", somebody.last.holds()[0].at(0.5))
    assert somebody.last.kind == "settled"
    somebody.say(words)
    return somebody
