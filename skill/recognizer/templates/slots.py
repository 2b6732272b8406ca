"""What a slot may be: the values of its type, each under every name it has, and those that a language itself fills."""

from dataclasses import dataclass
from typing import Annotated

from skill.content.model.frozen import Checked, Frozen

_Name = Annotated[str, Checked(strict=True, pattern=r"^[\p{Ll}\p{Lo}]+( [\p{Ll}\p{Lo}]+)*$")]
_SlotName = Annotated[str, Checked(strict=True, pattern=r"^[a-z]+$")]
_Slug = Annotated[str, Checked(strict=True, pattern=r"^([a-z]+(-[a-z]+)*|[1-9][0-9]?)$")]
_Names = Annotated[list[_Name], Checked(min_length=2)]


@dataclass(frozen=True)
class SlotValue:
    """One thing a slot may be: its slug, its name, and what else people call it."""

    slug: str
    name: str
    also: tuple[str, ...]
    misheard: frozenset[str] = frozenset()
    """Those of its names that only Alexa is apt to hear."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the first one first."""
        return (self.name, *self.also)


@dataclass(frozen=True)
class SlotType:
    """A type of the interaction model, the slot that has it, and all its values."""

    name: str
    slot: str
    values: tuple[SlotValue, ...]
    closed: bool = False
    """Nobody could mean a value that is not there: an unknown name is no name, and is not asked back."""

    @property
    def is_amazons(self) -> bool:
        """Whether Alexa reads it by itself, and hands on what it read instead of an id."""
        return self.name.startswith("AMAZON.")


class _Filled(Frozen):
    """One slot type as its author writes it: the slot's name, and the names of each value by its slug."""

    slot: _SlotName
    values: dict[_Slug, _Names]


SlotTypes = dict[Annotated[str, Checked(pattern=r"^[A-Z]+$")], _Filled]

MoreNames = dict[_SlotName, dict[_Slug, list[_Name]]]
"""For a slot that the content fills, what its values are called besides, by their slugs."""


def filled_by_language(filled: SlotTypes) -> tuple[SlotType, ...]:
    """The slot types that the authors of a language wrote down, all closed, in the order written."""
    return tuple(
        SlotType(name, one.slot, tuple(_value(slug, names) for slug, names in one.values.items()), closed=True)
        for name, one in filled.items()
    )


def _value(slug: str, names: list[str]) -> SlotValue:
    first, *others = names
    return SlotValue(slug, first, tuple(others))
