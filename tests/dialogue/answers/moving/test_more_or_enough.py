"""A bit more of this hold, or enough of it: only this one changes, and in the end both sides have had the same."""

from collections import Counter
from dataclasses import replace

import pytest

from skill.content.model import Kind
from skill.dialogue.answers.moving.more_or_enough import enough, more_of_this
from skill.dialogue.answers.moving.undo import undo
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.record import to_person, to_record
from skill.dialogue.scene.scene import Scene
from skill.timeline import Place, Side
from skill.timeline.hold.units import Unit, units_of
from tests.dialogue.somebody import led, scene_with
from tests.library import LIBRARY, PLANS, units
from tests.nightly import some_of

ROUTINES = sorted(LIBRARY.routines.values(), key=lambda routine: routine.slug)
HOLDS = [
    (routine.slug, unit)
    for routine in ROUTINES
    for step in routine.steps
    for unit in units_of(step, LIBRARY.stretch_of(step))
    if unit.place.side in (Side.LEFT, Side.RIGHT) and unit.stretch.kind is not Kind.STRONG
]
ONE_SIDED = pytest.mark.parametrize(("routine", "unit"), some_of(HOLDS, 70), ids=str)


def inside(person: Person, seconds_left: float) -> Scene:
    """They are in the hold at their place, with so many seconds of it left when they speak."""
    scene = scene_with(person, inside=True)
    assert scene.found is not None
    where = replace(scene.found.where, inside=True, left_seconds=seconds_left)
    return replace(scene, found=replace(scene.found, where=where))


def holds_of(person: Person, step: str) -> dict[Place, int]:
    """Every hold of a step as a record of the person has it, with its seconds."""
    practice = to_person(to_record(person)).practices[0]
    routine = scene_with(person).routine_of(practice)
    here = routine.steps[routine.index_of(step) or 0]
    return {unit.place: unit.hold_seconds for unit in units_of(here, LIBRARY.stretch_of(here))}


def a_side(holds: dict[Place, int], before: dict[Place, int], up_to: Place) -> dict[Side | None, int]:
    """Seconds that each side is held in all: what lay before the place was held as it was told then."""
    done = list(before)[: list(before).index(up_to)]
    seconds: Counter[Side | None] = Counter()
    for place, length in holds.items():
        seconds[place.side] += before[place] if place in done else length
    return dict(seconds)


@ONE_SIDED
def test_a_bit_more_on_one_side_is_as_much_more_on_the_other(routine: str, unit: Unit) -> None:
    person = led(routine, unit.place, unit.stretch.posture)
    before = holds_of(person, unit.place.step)
    after = holds_of(more_of_this(inside(person, 1.0)).person, unit.place.step)
    sides = a_side(after, before, unit.place)
    assert sides[Side.LEFT] == sides[Side.RIGHT]
    assert before[unit.place] <= after[unit.place] <= max(before[unit.place], unit.stretch.hold.longest)


@ONE_SIDED
def test_what_is_enough_on_the_first_side_is_enough_on_the_other(routine: str, unit: Unit) -> None:
    person = led(routine, unit.place, unit.stretch.posture)
    before = holds_of(person, unit.place.step)
    after = enough(inside(person, unit.hold_seconds * 0.9)).person
    if not after.practices:
        assert unit.place == [one.place for one in units(PLANS[routine])][-1]
        return
    if before == holds_of(after, unit.place.step):
        assert next(iter(before)).side is not unit.place.side or unit.hold_seconds * 0.9 < 4.5
        return
    other = replace(unit.place, side=unit.place.side.other if unit.place.side else None)
    holds = holds_of(after, unit.place.step)
    assert holds[other] == max(3, round(unit.hold_seconds - (unit.hold_seconds * 0.9 - 3.7)))
    assert {place for place in before if holds[place] != before[place]} == {unit.place, other}


def test_a_bit_more_twice_is_no_longer_than_the_stretch_may_be_and_is_taken_back_whole() -> None:
    person = led("lower-back", Place("knee-to-chest", Side.RIGHT))
    once = more_of_this(inside(person, 10.0)).person
    twice = more_of_this(inside(once, 10.0)).person
    assert holds_of(once, "knee-to-chest") == dict.fromkeys(holds_of(person, "knee-to-chest"), 30)
    assert holds_of(twice, "knee-to-chest") == holds_of(once, "knee-to-chest")
    assert holds_of(undo(scene_with(twice)).person, "knee-to-chest") == holds_of(person, "knee-to-chest")


def test_on_the_second_side_the_first_has_the_rest_once_more() -> None:
    person = led("lower-back", Place("knee-to-chest", Side.LEFT))
    holds = holds_of(more_of_this(inside(person, 10.0)).person, "knee-to-chest")
    assert holds == {
        Place("knee-to-chest", Side.RIGHT): 30,
        Place("knee-to-chest", Side.LEFT): 30,
        Place("knee-to-chest", Side.RIGHT, 2): 10,
    }


def test_what_was_enough_may_be_taken_back_and_is_as_long_as_before() -> None:
    person = led("lower-back", Place("knee-to-chest", Side.RIGHT))
    after = enough(inside(person, 15.0)).person
    assert after.practices[0].place == Place("knee-to-chest", Side.LEFT)
    back = undo(scene_with(after)).person
    assert back.practices[0].place == Place("knee-to-chest", Side.RIGHT)
    assert holds_of(back, "knee-to-chest") == holds_of(person, "knee-to-chest")


def test_said_as_the_hold_ends_there_are_five_seconds_at_least() -> None:
    person = led("lower-back", Place("knee-to-chest", Side.RIGHT))
    moments = more_of_this(inside(person, 1.0)).reply.timeline.moments
    assert [moment.words for moment in moments if moment.words][1:3] == [
        "Five more seconds.",
        "Let go, and lower the leg slowly.",
    ]


def test_in_a_warm_up_too_the_other_side_is_held_as_long() -> None:
    person = led("lower-back", Place("warm-up-knee-rolls", Side.RIGHT))
    kept = replace(person.practices[0], kept=Place("piriformis", Side.LEFT))
    after = more_of_this(inside(replace(person, practices=(kept,)), 3.0)).person
    assert set(holds_of(after, "warm-up-knee-rolls").values()) == {10}
