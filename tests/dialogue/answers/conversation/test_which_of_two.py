"""Whatever was told of two routines says which one is meant, and nothing else is begun by it."""

from tests.cases.each_of import each_of
from tests.walks.people.somebody import Somebody

FIRST, SECOND, NEITHER = "bedtime", "in-bed", ""

ANSWERS = {
    "the first": FIRST,
    "the first one please": FIRST,
    "the nine minute one": FIRST,
    "the short one": FIRST,
    "the shorter one": FIRST,
    "the bedtime one": FIRST,
    "whichever": FIRST,
    "whichever you like": FIRST,
    "either": FIRST,
    "either will do": FIRST,
    "you choose": FIRST,
    "I don't mind": FIRST,
    "the second": SECOND,
    "the last one": SECOND,
    "the other one": SECOND,
    "the ten minute one": SECOND,
    "the longer one": SECOND,
    "not the bedtime one": SECOND,
    "no not the bedtime one": SECOND,
    "neither": NEITHER,
    "no thanks": NEITHER,
}


@each_of(("words", "routine"), ANSWERS.items())
def test_which_of_two_is_said_by_anything_that_was_told_of_them(words: str, routine: str) -> None:
    somebody = Somebody()
    somebody.say("open gentle back")
    assert somebody.say("start the bed one").kind == "which"
    assert somebody.say(words).practice.get("routine", "") == routine
