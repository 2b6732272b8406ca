"""What goes as hoped in the dialogues of other people goes so still; some of them by day, all at night."""

from tests.nightly import some_of
from tests.understanding.dialogues import dialogues
from tests.understanding.judged import judged, outcomes

EVERY = 6
FEWEST_TURNS = 259


def test_every_turn_is_judged() -> None:
    turns = {(dialogue.name, number) for dialogue in dialogues() for number in range(1, len(dialogue.steps) + 1)}
    assert set(judged()) == turns


def test_what_is_held_to_pass_passes() -> None:
    came_out = outcomes(some_of(tuple(dialogues()), EVERY))
    assert [(one.dialogue, one.turn) for one, passes in came_out if one.held and not passes] == []


def test_no_fewer_turns_are_held_than_were() -> None:
    assert sum(one.held for one in judged().values()) >= FEWEST_TURNS
