"""What each slot may be here: the library's stretches, routines, limits and warning signs, then what the language fills."""

from collections.abc import Iterable, Iterator

from skill.content.library import Library
from skill.content.limits import Limit
from skill.content.model import Routine, Stretch
from skill.recognizer.slots import SlotType, SlotValue
from skill.recognizer.templates import Templates


def slot_types(library: Library, templates: Templates) -> tuple[SlotType, ...]:
    """The slot types in the language of these templates; the library's values in the order of their slugs."""
    language = templates.manners.language
    return (
        SlotType("ROUTINE", "routine", tuple(_named(library.routines.values(), language))),
        SlotType("STRETCH", "stretch", tuple(_named(library.stretches.values(), language))),
        SlotType("WARNING", "sign", tuple(_signs(library, language))),
        SlotType("LIMIT", "limit", tuple(_named(library.limits.values(), language)), closed=True),
        *templates.slot_types,
    )


def phrases_of_pain(library: Library, language: str) -> tuple[str, ...]:
    """What means pain without being a sign of danger, reasons for coming included, none twice."""
    warnings = library.warnings[language]
    return tuple(dict.fromkeys(warnings.pain + warnings.reason_for_coming))


def _named(things: Iterable[Stretch | Routine | Limit], language: str) -> Iterator[SlotValue]:
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
