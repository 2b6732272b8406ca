"""What a routine of a shape must have: one stretch to open it, one in every further posture, one to close it.

A fuller one has one more, held if it can be.
"""

from collections.abc import Sequence

from skill.content.model import Kind
from skill.tailoring.composing.drafting import Choice
from skill.tailoring.composing.shapes import OPENING, RoutineShape


def needed(choices: Sequence[Choice], shape: RoutineShape) -> tuple[Choice, ...]:
    """These stretches in order, the first that will do of each kind: as it is their turn; none where one is missing."""
    opener = _opener(choices)
    last = len(shape.postures) - 1
    between = [_gentlest(choices, block) for block in range(1, last)]
    closer = _closer([choice for choice in choices if choice is not opener], shape)
    found = [choice for choice in between if choice is not None]
    if opener is None or closer is None or len(found) < len(between):
        return ()
    if shape.fuller:
        more = _between([choice for choice in choices if choice not in (opener, closer, *found)], closer)
        return () if more is None else (opener.opening(), *found, more, closer.closing(last))
    return (opener.opening(), *found, closer.closing(last))


def _opener(choices: Sequence[Choice]) -> Choice | None:
    """A small movement of the first posture; a large one where there is none."""
    possible = (choice for choice in choices if choice.block == 0 and choice.opens)
    return min(possible, key=lambda choice: choice.part != OPENING, default=None)


def _gentlest(choices: Sequence[Choice], block: int) -> Choice | None:
    """A stretch of this block, a strong one only where there is no other."""
    possible = (choice for choice in choices if choice.block == block and not choice.stretch.only_rests)
    return min(possible, key=lambda choice: choice.strong, default=None)


def _between(choices: Sequence[Choice], closer: Choice) -> Choice | None:
    """One more that is not strong, held gently where the one that closes is nothing but rest."""
    possible = (choice for choice in choices if not choice.strong and not choice.stretch.only_rests)
    moves = closer.stretch.only_rests
    return min(possible, key=lambda choice: moves and choice.stretch.kind is not Kind.RESTFUL, default=None)


def _closer(choices: Sequence[Choice], shape: RoutineShape) -> Choice | None:
    """The most restful of the last posture: the same for both sides, if it can be, and never a strong one."""
    possible = (choice for choice in choices if choice.stretch.posture is shape.postures[-1] and not choice.strong)
    return min(possible, key=_restlessness, default=None)


def _restlessness(choice: Choice) -> tuple[bool, bool]:
    return choice.stretch.kind is not Kind.RESTFUL, choice.stretch.sides != "none"
