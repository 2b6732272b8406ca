"""Somebody who is led through a routine just now, and the scene in which they say something."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from skill.content.model import Posture
from skill.dialogue.memory.person import Person
from skill.dialogue.scene.scene import Found, Scene
from skill.ports.store import Owner
from skill.ports.turn import Slot, Turn
from skill.practice import Practice, Whereabouts
from skill.timeline import Place
from skill.timeline.hold.units import Unit, units_of
from tests.library import LIBRARY

AT = datetime(2026, 3, 1, 7, 0, tzinfo=UTC)


def led(routine: str, place: Place, posture: Posture = Posture.BACK) -> Person:
    """Somebody who has finished a routine before, and is led through this one."""
    practice = Practice(routine, "today", place, posture, int(AT.timestamp()), conversation="here")
    return Person(practices=(practice,), finished=1)


def scene_with(person: Person, *, inside: bool = False, **slots: str) -> Scene:
    """The scene in which they speak, at their place or inside its hold; slots as they were said."""
    said = {name: Slot(words) for name, words in slots.items()}
    turn = Turn("r", "", AT, Owner("account"), "here", opens=False, slots=said)
    practice, scene = person.practices[0], Scene(LIBRARY, turn, person)
    where = Whereabouts(practice.place, inside=inside)
    return replace(scene, found=Found(practice, where, scene.unit_at(practice, practice.place)))


def units_left(person: Person) -> Iterator[Unit]:
    """The holds of the step at the place, from there on, as they are arranged now."""
    practice = person.practices[0]
    routine = scene_with(person).routine_of(practice)
    step = routine.steps[routine.index_of(practice.place.step) or 0]
    units = units_of(step, LIBRARY.stretch_of(step))
    here = next(number for number, unit in enumerate(units) if unit.place == practice.place)
    yield from units[here:]
