"""Packs made steps into a short text for the record, because a routine of somebody's own has up to twelve."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any

from skill.content.model import SideName
from skill.plain_record import Packed
from skill.tailoring.steps.made import MadeStep

_SIDES: Mapping[str, SideName] = MappingProxyType({"l": "left", "r": "right"})
_MARKS = {"easier": "e", "together": "t", "on_bed": "b"}
"""The flags of a step, each with its letter."""


def packed_steps(steps: tuple[MadeStep, ...]) -> str:
    """The steps as text, separated by spaces: slug, seconds and repetitions with commas, then the letters of flags."""
    return " ".join(map(_packed, steps))


def unpacked_steps(packed: Any) -> Any:
    """The steps from their text; what is no text is returned as it is. Raises ValueError for another text."""
    return tuple(map(_unpacked, packed.split())) if isinstance(packed, str) else packed


PackedSteps = Annotated[tuple[MadeStep, ...], Packed(packed_steps, unpacked_steps)]
"""Made steps, which a record stores as one short text."""


def packed_sides(sides: tuple[SideName, ...]) -> str:
    """The sides as text, the first letter of each."""
    return "".join(side[0] for side in sides)


def unpacked_sides(packed: Any) -> Any:
    """The sides from their letters; what is no text is returned as it is. Raises KeyError for another letter."""
    return tuple(_SIDES[letter] for letter in packed) if isinstance(packed, str) else packed


PackedSides = Annotated[tuple[SideName, ...], Packed(packed_sides, unpacked_sides)]
"""Sides, which a record stores as one short text."""


def _packed(step: MadeStep) -> str:
    letters = "".join(letter for name, letter in _MARKS.items() if getattr(step, name))
    return f"{step.stretch},{step.hold_seconds},{step.repetitions}{letters}"


def _unpacked(packed: str) -> MadeStep:
    stretch, hold_seconds, rest = packed.split(",")
    repetitions = rest.rstrip("".join(_MARKS.values()))
    true = {name: letter in rest for name, letter in _MARKS.items()}
    return MadeStep(stretch, int(hold_seconds), int(repetitions), **true)
