"""A routine of one's own is made in talk: whatever says that it is all offers it, and leaves nobody at a goodbye."""

from tests.cases.each_of import each_of
from tests.walks.people.somebody import Somebody

THAT_IS_ALL = (
    *("that's all", "that's it", "that's everything", "that'll do", "nothing else", "no more", "no", "no thanks"),
    *("done", "I'm done", "that's the lot", "just those", "that's enough", "nothing more thanks", "no that's it"),
)


@each_of("words", THAT_IS_ALL)
def test_that_is_all_offers_the_routine_with_its_stretches(words: str) -> None:
    somebody = made("cat cow, the bridge and then child's pose")
    heard = somebody.say(words)
    assert heard.kind == "begin"
    assert all(name in heard.words.lower() for name in ("cat-cow stretch", "bridge pose", "child's pose"))


def test_several_are_put_in_in_one_sentence() -> None:
    somebody = made("cat cow, the bridge and then child's pose")
    assert somebody.last.words.count("your routine") + somebody.last.words.count("Your routine") == 1


@each_of("words", ("I want one of my own", "can I make my own routine", "make me a routine", "start my own routine"))
def test_without_an_own_routine_one_is_asked_what_is_to_be_in_it(words: str) -> None:
    somebody = Somebody()
    somebody.say("open gentle back")
    assert somebody.say(words).kind == "own"


@each_of("words", ("the first and the third", "the first", "the second and the last"))
def test_what_was_named_to_choose_from_is_put_in_by_its_place(words: str) -> None:
    somebody = asked()
    assert somebody.say("what can I choose from").kind == "own"
    heard = somebody.say(words)
    assert (heard.kind, heard.practice) == ("own", {})
    assert "your routine" in heard.words.lower()


def test_stop_says_what_is_in_it_and_closes() -> None:
    heard = made("the bridge").say("stop")
    assert (heard.listens, "bridge pose" in heard.words.lower()) == (False, True)


def asked() -> Somebody:
    """Somebody who was asked what is to be in a routine of their own."""
    somebody = Somebody()
    somebody.say("open gentle back")
    somebody.say("make me a routine of my own")
    assert somebody.last.kind == "own"
    return somebody


def made(names: str) -> Somebody:
    """Somebody who has named these."""
    somebody = asked()
    somebody.say(names)
    return somebody
