"""Lists the values of every slot: things of the library, each with its names, then values that the language defines."""

from collections.abc import Iterable, Iterator, Mapping

from skill.content.library import Library
from skill.content.model import Routine, Stretch
from skill.content.model.limits import Limit
from skill.content.model.programmes import Programme
from skill.recognizer.templates.expansion import CRAMPING, FLARE, WRITTEN_OUT
from skill.recognizer.templates.slots import SlotType, SlotValue
from skill.recognizer.templates.templates import Templates

_Thing = Stretch | Routine | Limit | Programme
_MoreNames = Mapping[str, list[str]]
"""Further names that a language or locale has for things, by slug."""


def slot_types(library: Library, templates: Templates) -> tuple[SlotType, ...]:
    """All slot types in the language of these templates; values from the library are sorted by slug."""
    return (*types_of_content(library, templates.manners.language, templates.names), *templates.slot_types)


def types_of_content(library: Library, language: str, more: Mapping[str, _MoreNames]) -> tuple[SlotType, ...]:
    """The slot types whose values come from the library; `more` has further names for some, by slot."""

    def named(things: Mapping[str, _Thing], slot: str) -> tuple[SlotValue, ...]:
        return tuple(_named(things.values(), language, more.get(slot, {})))

    return (
        SlotType("ROUTINE", "routine", named(library.routines, "routine")),
        SlotType("STRETCH", "stretch", named(library.stretches, "stretch")),
        SlotType("PROGRAMME", "programme", named(library.programmes, "programme")),
        SlotType("WARNING", "sign", tuple(_signs(library, language))),
        SlotType("LIMIT", "limit", named(library.limits, "limit"), closed=True),
    )


def phrases_of_warning(library: Library, language: str) -> Mapping[str, tuple[str, ...]]:
    """The phrases of each level of warning below danger, of a very bad day and of a cramp; danger is a slot instead."""
    warnings = library.warnings[language]
    levels: dict[str, tuple[str, ...]] = {level: warnings.phrases_of(level) for level in WRITTEN_OUT}
    return {**levels, FLARE: warnings.flare_up, CRAMPING: warnings.cramp}


def _named(things: Iterable[_Thing], language: str, more: _MoreNames) -> Iterator[SlotValue]:
    for thing in sorted(things, key=lambda thing: thing.slug):
        words = thing.words[language]
        misheard = frozenset(more.get(thing.slug, ()))
        yield _value(thing.slug, (words.name, *words.also, *more.get(thing.slug, ())), misheard)


def _signs(library: Library, language: str) -> Iterator[SlotValue]:
    warnings = library.warnings[language]
    yield _value("emergency", warnings.emergency)
    yield _value("urgent", warnings.urgent)


def _value(slug: str, names: tuple[str, ...], misheard: frozenset[str] = frozenset()) -> SlotValue:
    first, *others = dict.fromkeys(name.lower() for name in names)
    return SlotValue(slug, first, tuple(others), misheard)
