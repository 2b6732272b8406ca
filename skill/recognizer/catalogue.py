"""What each slot may be: the stretches, routines and warning signs of the library, under every name they have."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from skill.content.library import Library
from skill.content.model import Routine, Stretch


@dataclass(frozen=True)
class SlotValue:
    """One thing a slot may be: its slug, its name, and what else people call it."""

    slug: str
    name: str
    also: tuple[str, ...]

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


def slot_types(library: Library, language: str) -> tuple[SlotType, ...]:
    """The slot types in this language, values in the order of their slugs."""
    return (
        SlotType("ROUTINE", "routine", tuple(_named(library.routines.values(), language))),
        SlotType("STRETCH", "stretch", tuple(_named(library.stretches.values(), language))),
        SlotType("WARNING", "sign", tuple(_signs(library, language))),
    )


def phrases_of_pain(library: Library, language: str) -> tuple[str, ...]:
    """What means pain without being a sign of danger, reasons for coming included, none twice."""
    warnings = library.warnings[language]
    return tuple(dict.fromkeys(warnings.pain + warnings.reason_for_coming))


def _named(things: Iterable[Stretch | Routine], language: str) -> Iterator[SlotValue]:
    for thing in sorted(things, key=lambda thing: thing.slug):
        words = thing.words[language]
        yield _value(thing.slug, (words.name, *words.also))


def _signs(library: Library, language: str) -> Iterator[SlotValue]:
    warnings = library.warnings[language]
    yield _value("emergency", warnings.emergency)
    yield _value("urgent", warnings.urgent)


def _value(slug: str, names: tuple[str, ...]) -> SlotValue:
    first, *others = dict.fromkeys(name.lower() for name in names)
    return SlotValue(slug, first, tuple(others))
