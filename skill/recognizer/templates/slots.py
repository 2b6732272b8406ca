"""Slot types and their values with all names, and the file format in which a language defines its own."""

from dataclasses import dataclass
from typing import Annotated

from skill.content.model.frozen import Checked, Frozen

_Name = Annotated[str, Checked(strict=True, pattern=r"^[\p{Ll}\p{Lo}]+( [\p{Ll}\p{Lo}]+)*$")]
_SlotName = Annotated[str, Checked(strict=True, pattern=r"^[a-z]+$")]
_Slug = Annotated[str, Checked(strict=True, pattern=r"^([a-z]+(-[a-z]+)*|[1-9][0-9]?)$")]
_Names = Annotated[list[_Name], Checked(min_length=2)]


@dataclass(frozen=True)
class SlotValue:
    """One value of a slot: its slug, its main name, and its other names."""

    slug: str
    name: str
    also: tuple[str, ...]
    misheard: frozenset[str] = frozenset()
    """Those of its names that nobody says, but Alexa is apt to hear instead of one."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the main one first."""
        return (self.name, *self.also)


@dataclass(frozen=True)
class SlotType:
    """A slot type of the interaction model, the only slot of this type, and all its values."""

    name: str
    slot: str
    values: tuple[SlotValue, ...]
    closed: bool = False
    """Whether there can be no other values: an unknown name is no name then, and the skill does not ask about it."""

    @property
    def is_amazons(self) -> bool:
        """Whether this type is built into Alexa, which hands on the value that it read, without an id."""
        return self.name.startswith("AMAZON.")


class _Filled(Frozen):
    """One slot type as in the file: the slot's name, and the names of each value by slug."""

    slot: _SlotName
    values: dict[_Slug, _Names]


SlotTypes = dict[Annotated[str, Checked(pattern=r"^[A-Z]+$")], _Filled]

MoreNames = dict[_SlotName, dict[_Slug, list[_Name]]]
"""Further names of the content's values, by slot and slug."""


def filled_by_language(filled: SlotTypes) -> tuple[SlotType, ...]:
    """The slot types that a language defines, all closed, in the order written."""
    return tuple(
        SlotType(name, one.slot, tuple(_value(slug, names) for slug, names in one.values.items()), closed=True)
        for name, one in filled.items()
    )


def _value(slug: str, names: list[str]) -> SlotValue:
    first, *others = names
    return SlotValue(slug, first, tuple(others))
