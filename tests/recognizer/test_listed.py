"""Several stretches listed in one wish are each put into the routine, in their order; two need to be joined."""

import pytest

from skill.ports.evidence import Evidence
from skill.recognizer.meaning import Understood
from skill.recognizer.recognizer import Recognizer

IDLE = Evidence("idle")


def stretches(understood: Understood | None) -> tuple[str, ...]:
    """The stretches of a wish and of all that is wished besides, the first said first."""
    if understood is None:
        return ()
    (slug,) = understood.slots["stretch"].ids
    return (*stretches(understood.also), slug)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("put cat cow, the bridge and the cobra in my routine", ("cat-cow", "bridge", "cobra")),
        ("put cat cow and the bridge in my routine", ("cat-cow", "bridge")),
        ("i want my own one cat cow bridge and the wipers", ("cat-cow", "bridge", "windshield-wipers")),
        ("make me a routine of the sphinx the cobra the bridge and cat cow", ("sphinx", "cobra", "bridge", "cat-cow")),
        ("take the bridge and the cobra out of my routine", ("bridge", "cobra")),
    ],
)
def test_each_of_a_list_is_meant(recognizer: Recognizer, words: str, named: tuple[str, ...]) -> None:
    assert stretches(recognizer.understand(words, IDLE)) == named
