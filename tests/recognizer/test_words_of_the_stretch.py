"""Words that a stretch brings to everybody's lips are no emergency; the same words of something lost still are.

A player who said such things in a hold was sent to the emergency number, and could not go on.
"""

from skill.home import the_recognizer
from tests.cases.each_of import each_of

OF_THE_STRETCH = (
    "i can't hold my leg", "i can't move my knee that far", "my legs are heavy", "it is not coming properly",
    "i can't hold my feet", "i've stood up since", "my leg's hanging", "i can't see telly",
    "the light has gone i can't see the mat", "can't stand up straight", "my legs feel heavy and warm",
    "i can't lift my arm that far", "i can't move my arm behind me", "my leg won't move that way",
    "i can't move my leg across", "i can't move that far", "can't lift leg higher", "it's gone dark in here",
    "i can't see my watch", "my arms are tired", "everything feels heavy", "my body feels like wood today",
)  # fmt: skip
OUT_OF_THE_POSE_FIRST = (
    "i can't breathe with my knees up here",
    "i can't get my breath right for this", "i can't breathe when i'm squashed like this",
)  # fmt: skip
LOST = (
    "i can't move my leg at all", "my leg has gone heavy all of a sudden", "both legs are heavy and numb",
    "i can't see",
    "i can't see properly out of my left eye", "everything's gone dark", "i can't breathe",
    "i came out of it and i still can't breathe", "i can't lift my arm", "i fell and can't move that far",
    "i can't hold my water", "my pee won't come", "i can't feel my legs",
)  # fmt: skip


@each_of("words", OF_THE_STRETCH)
def test_what_a_body_does_in_a_stretch_is_no_emergency(words: str) -> None:
    assert the_recognizer("en-US").understand(words).intent != "RedFlagIntent"


@each_of("words", OUT_OF_THE_POSE_FIRST)
def test_breath_that_a_pose_takes_is_let_out_of_it_first(words: str) -> None:
    assert the_recognizer("en-US").understand(words).intent == "DizzyIntent"


@each_of("words", LOST)
def test_the_same_of_what_is_lost_is_an_emergency(words: str) -> None:
    meant = the_recognizer("en-US").understand(words)
    assert meant.intent == "RedFlagIntent", meant.reason
