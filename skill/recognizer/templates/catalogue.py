"""What each slot may be here: what the library has, each thing with its names, then what the language fills."""

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
"""What language or locale call things besides, by their slugs."""


def slot_types(library: Library, templates: Templates) -> tuple[SlotType, ...]:
    """The slot types in the language of these templates; the library's values in the order of their slugs."""
    return (*types_of_content(library, templates.manners.language, templates.names), *templates.slot_types)


def types_of_content(library: Library, language: str, more: Mapping[str, _MoreNames]) -> tuple[SlotType, ...]:
    """Those whose values the library has, with more names for some of them, by slot."""

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
    """What means each level of warning that is no sign of danger, for those are a slot's values; a bad day, a cramp."""
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
