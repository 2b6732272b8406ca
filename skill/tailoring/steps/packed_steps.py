"""Packs made steps for the record: a slug and a few figures each, for an own routine has up to twelve."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any

from skill.content.model import SideName
from skill.plain_record import Packed
from skill.tailoring.steps.made import MadeStep

_SIDES: Mapping[str, SideName] = MappingProxyType({"l": "left", "r": "right"})
_MARKS = {"easier": "e", "together": "t", "on_bed": "b"}
"""What a step may be besides, each by one letter."""


def packed_steps(steps: tuple[MadeStep, ...]) -> str:
    """Each as its stretch, its seconds and its repetitions, and a letter for whatever else is true of it."""
    return " ".join(map(_packed, steps))


def unpacked_steps(packed: Any) -> Any:
    """The steps as they were; what is no text is left to whoever reads it. Raises ValueError."""
    return tuple(map(_unpacked, packed.split())) if isinstance(packed, str) else packed


PackedSteps = Annotated[tuple[MadeStep, ...], Packed(packed_steps, unpacked_steps)]
"""Made steps that a record holds as one short text."""


def packed_sides(sides: tuple[SideName, ...]) -> str:
    """A letter for each."""
    return "".join(side[0] for side in sides)


def unpacked_sides(packed: Any) -> Any:
    """The sides as they were; what is no text is left to whoever reads it. Raises KeyError."""
    return tuple(_SIDES[letter] for letter in packed) if isinstance(packed, str) else packed


PackedSides = Annotated[tuple[SideName, ...], Packed(packed_sides, unpacked_sides)]
"""Sides that a record holds as one short word."""


def _packed(step: MadeStep) -> str:
    letters = "".join(letter for name, letter in _MARKS.items() if getattr(step, name))
    return f"{step.stretch},{step.hold_seconds},{step.repetitions}{letters}"


def _unpacked(packed: str) -> MadeStep:
    stretch, hold_seconds, rest = packed.split(",")
    repetitions = rest.rstrip("".join(_MARKS.values()))
    true = {name: letter in rest for name, letter in _MARKS.items()}
    return MadeStep(stretch, int(hold_seconds), int(repetitions), **true)
