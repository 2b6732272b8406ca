"""The real library, read once for every test that lays a routine out, and the ways in which one can be told."""

from collections.abc import Mapping
from typing import Any

from skill.assembly import the_library
from skill.content.model import Dose, Routine, Step
from skill.dialogue.scene.routine_of import alone, routine_named
from skill.timeline import Place, Telling
from skill.timeline.hold.units import Unit, units_of
from skill.wording import Wording

LIBRARY = the_library()
LOCALES = tuple(LIBRARY.locales)
EVERYTHING = frozenset(LIBRARY.stretches)


def told_briefly() -> Telling:
    """As somebody hears it who knows every stretch."""
    return Telling(Wording(LIBRARY, "en"), met=EVERYTHING)


def told_in_full() -> Telling:
    """As somebody hears it for the first time."""
    return Telling(Wording(LIBRARY, "en"), newcomer=True)


def plan(name: str) -> Routine:
    """A routine of the library, or one stretch on its own."""
    routine = routine_named(LIBRARY, name)
    assert routine is not None
    return routine


PLANS: Mapping[str, Routine] = {name: plan(name) for name in (*LIBRARY.routines, *map(alone, LIBRARY.stretches))}


def units(routine: Routine) -> tuple[Unit, ...]:
    """Every hold of a routine in order."""
    return tuple(unit for step in routine.steps for unit in units_of(step, LIBRARY.stretch_of(step)))


PLACES: Mapping[str, tuple[Place, ...]] = {
    name: tuple(unit.place for unit in units(routine)) for name, routine in PLANS.items()
}


def holds(stretch: str, **dose: Any) -> tuple[Unit, ...]:
    """The holds of one stretch with a dose of the test's own."""
    step = Step(key=stretch, stretch=stretch, dose=Dose(**dose))
    return units_of(step, LIBRARY.stretch(stretch))


def with_words(stretch: str, **words: Any) -> Unit:
    """The first hold of a stretch of which something else is said."""
    unit = holds(stretch, hold_seconds=10)[0]
    said = {"en": unit.stretch.words["en"].but(**words)}
    return unit._replace(stretch=unit.stretch.but(words=said))
