"""Finds routines and stretches by any of their names as somebody types them, or the nearest."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from skill.content.library import Library
from skill.content.model import Routine
from skill.dialogue.scene.routine_of import alone, routine_named

_NEAREST, _LIKENESS = 3, 0.75


class NoSuchName(LookupError):
    """Nothing is called so; it says what is called nearly so."""


def named(library: Library, said: str) -> Routine:
    """The routine of this name, or the stretch of this name on its own; raises `NoSuchName`."""
    names = dict(_names(library))
    found = routine_named(library, names.get(_as_typed(said), ""))
    if found is None:
        alike = get_close_matches(_as_typed(said), names, _NEAREST, _LIKENESS)
        near = dict.fromkeys(names[name] for name in (*_having(said, names), *alike))
        slugs = [name.rpartition("/")[2] for name in near][:_NEAREST]
        meant = f"Do you mean {' or '.join(slugs)}?" if slugs else "run-sheet --list and stretches list what there is."
        raise NoSuchName(f"There is no routine and no stretch {said!r}. {meant}")
    return found


def _having(said: str, names: Iterable[str]) -> Iterator[str]:
    """The names in which these words stand, bent as they may be: "twist" in "chair twists"."""
    return (name for name in names if f" {_as_typed(said)}" in f" {name}")


def _names(library: Library) -> Iterator[tuple[str, str]]:
    """Every name as it is compared, with what it stands for; routines last, for of two alike theirs counts."""
    for slug, stretch in library.stretches.items():
        for words in stretch.words.values():
            yield from ((_as_typed(name), alone(slug)) for name in (slug, words.name, *words.also))
    for slug, routine in library.routines.items():
        for said in routine.words.values():
            yield from ((_as_typed(name), slug) for name in (slug, said.name, said.spoken, *said.also))


def _as_typed(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split())
