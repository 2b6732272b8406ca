"""What comes in the place of a stretch, for every step of every routine; and what is made for an area and a time."""

from collections import Counter
from datetime import UTC, datetime

from skill.content.model import Kind, Stretch
from skill.content.rules.order_rules import order_complaints
from skill.dialogue.memory.person import Person
from skill.dialogue.offers.in_its_place import with_another
from skill.dialogue.offers.made_to_fit import fits_well, fitted_name, is_for_its_area, made_to_fit
from skill.dialogue.offers.new_practice import fresh
from skill.dialogue.scene.routine_of import planned
from skill.dialogue.scene.scene import Scene
from skill.ports.turn import Turn
from skill.practice import Practice
from skill.tailoring.tailoring import Tailoring
from skill.timeline import Place
from tests.cases.each_of import each_of
from tests.library import LIBRARY
from tests.properties.listener import SOMEBODY

A_DAY = datetime(2026, 3, 3, 15, 0, tzinfo=UTC)
STEPS = [(slug, step.key) for slug, routine in LIBRARY.routines.items() for step in routine.steps]


def scene(tailoring: Tailoring | None = None) -> Scene:
    """Somebody who has practised for a while, with nothing under way."""
    return Scene(LIBRARY, Turn("t", "X", A_DAY, SOMEBODY, "c"), Person(finished=9, tailoring=tailoring or Tailoring()))


def at(here: Scene, slug: str, key: str) -> Practice:
    practice = fresh(here, slug)
    assert practice is not None
    return Practice(**{**vars(practice), "place": Place(key)})


def stretches(practice: Practice) -> list[Stretch]:
    routine = planned(LIBRARY, practice, Tailoring())
    return [LIBRARY.stretch_of(step) for step in routine.steps] if routine else []


def faults(practice: Practice) -> int:
    routine = planned(LIBRARY, practice, Tailoring())
    return len(list(order_complaints(LIBRARY.course(routine)))) if routine else 0


@each_of(("slug", "key"), STEPS)
def test_what_comes_instead_is_for_the_same_and_leaves_the_order_no_worse(slug: str, key: str) -> None:
    before = at(scene(), slug, key)
    after = with_another(scene(), before)
    if after is None:
        return
    changed = [pair for pair in zip(stretches(before), stretches(after), strict=True) if pair[0].slug != pair[1].slug]
    assert len(changed) == 1
    was, now = changed[0]
    assert {*was.areas} & {*now.areas}
    assert now.kind is not Kind.STRONG or was.kind is Kind.STRONG
    assert now.slug not in {stretch.slug for stretch in stretches(before)}
    assert faults(after) <= faults(before)


def test_most_steps_have_something_else_and_mostly_in_the_same_posture() -> None:
    found = Counter[bool]()
    for slug, key in STEPS:
        before = at(scene(), slug, key)
        after = with_another(scene(), before)
        if after is not None:
            pairs = zip(stretches(before), stretches(after), strict=True)
            found[all(was.posture is now.posture for was, now in pairs)] += 1
    assert found.total() > len(STEPS) / 2
    assert found[True] > 4 * found[False]


def test_what_is_left_out_never_comes_instead() -> None:
    before = at(scene(), "lower-back", "knee-to-chest")
    first = with_another(scene(), before)
    assert first is not None
    out = first.swapped[0][1]
    second = with_another(scene(Tailoring(never=(out,))), before)
    assert second is None or second.swapped[0][1] != out


def test_hips_and_lower_back_can_be_had_for_any_time_and_what_cannot_is_told() -> None:
    here = scene()
    for area, minutes in [("hips", 10), ("hips", 20), ("lower-back", 8), ("lower-back", 15), ("hamstrings", 10)]:
        name = fitted_name(60 * minutes, area)
        made = made_to_fit(here, name)
        assert (fits_well(made, name) and is_for_its_area(here, made, name)) is (area != "hamstrings"), (area, minutes)


def test_areas_that_people_name_are_those_of_the_stretches() -> None:
    known = {area for stretch in LIBRARY.stretches.values() for area in stretch.areas}
    assert {area for areas in LIBRARY.areas.values() for area in areas} - known <= {"upper-back"}
