"""Names said by half, bent, misheard or in Sanskrit are found; of what we do not have the name is handed on."""

import pytest

from skill.recognizer.meaning import HeardSlot
from skill.recognizer.recognizer import Recognizer
from tests.cases.each_of import each_of


@each_of(
    ("words", "slugs"),
    [
        ("the happy one", ("happy-baby",)),
        ("I want the happy one", ("happy-baby",)),
        ("start downward", ("downward-dog",)),
        ("downward", ("downward-dog",)),
        ("do the figure", ("chair-figure-four", "seated-figure-four", "piriformis")),
        ("start the pelvic thing", ("pelvic-tilts", "bridge")),
        ("start wipers", ("windshield-wipers",)),
        ("let's do some knee rolling", ("knee-rolls",)),
        ("start bridges please", ("bridge",)),
        ("start stinks", ("sphinx",)),
        ("start cat gun", ("cat-and-cow", "cat-cow")),
        ("bridge pulse", ("bridge",)),
        ("start need to chest", ("knee-to-chest",)),
        ("do the bhujangasana stretch", ("cobra",)),
        ("balasana", ("childs-pose",)),
        ("start adho mukha svanasana", ("downward-dog",)),
    ],
)
def test_a_half_name_is_found(recognizer: Recognizer, words: str, slugs: tuple[str, ...]) -> None:
    understood = recognizer.understand(words)
    assert (understood.intent, understood.slots["stretch"].ids) == ("StartStretchIntent", slugs)


@pytest.mark.parametrize(
    ("words", "intent", "said"),
    [
        ("start plank", "StartStretchIntent", "plank"),
        ("let's do warrior two", "StartStretchIntent", "warrior two"),
        ("how do I do squats", "HowToIntent", "squats"),
    ],
)
def test_what_others_have_is_handed_on_as_a_name_that_nobody_knows(
    recognizer: Recognizer, words: str, intent: str, said: str
) -> None:
    understood = recognizer.understand(words)
    assert (understood.intent, understood.slots["stretch"]) == (intent, HeardSlot(said, ()))


@pytest.mark.parametrize("words", ["happy", "not waking", "the boys are doing the plank in the garden", "my chest"])
def test_a_word_that_is_said_anyway_is_no_name(recognizer: Recognizer, words: str) -> None:
    assert "stretch" not in recognizer.understand(words).slots


def test_nothing_that_somebody_said_stays_once_it_is_understood(recognizer: Recognizer) -> None:
    recognizer.understand("oh my knee hurts so much today")
    assert [one.kept for one in recognizer._sentences.remembered._all if one.kept] == []
