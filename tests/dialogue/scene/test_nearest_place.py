"""Where somebody is once their place is gone: the same side at the last repetition, or the next step; never further."""

from collections.abc import Sequence

import pytest

from skill.content.model import Dose, Posture, Routine, Step
from skill.dialogue.scene.nearest_place import nearest_place
from skill.practice import Practice
from skill.timeline import Place, Side
from tests.cases.each_of import each_of
from tests.library import LIBRARY, PLANS

RIGHT, LEFT, BOTH = Side.RIGHT, Side.LEFT, Side.BOTH


def routine(*steps: Step) -> Routine:
    return PLANS["lower-back"].but(steps=steps)


def step(stretch: str, key: str = "", **dose: int | bool) -> Step:
    return Step(key=key or stretch, stretch=stretch, dose=Dose(hold_seconds=10).but(**dose))


def at(place: Place, ordinal: int = 0) -> Practice:
    return Practice("lower-back", "then", place, Posture.BACK, 0, ordinal=ordinal)


def nearest(place: Place, now: Sequence[Step], before: Sequence[Step] = (), ordinal: int = 0) -> Place | None:
    was = routine(*before) if before else None
    return nearest_place(LIBRARY, at(place, ordinal), routine(*now), was)


ROLLS, TILTS, BRIDGE, COBRA = (step(slug) for slug in ("knee-rolls", "pelvic-tilts", "bridge", "cobra"))


@each_of(
    ("place", "now", "found"),
    [
        (Place("knee-rolls", LEFT), ROLLS, Place("knee-rolls", LEFT)),
        (Place("bridge", None, 5), step("bridge", repetitions=3), Place("bridge", None, 3)),
        (Place("knee-rolls", RIGHT, 3), step("knee-rolls", repetitions=2), Place("knee-rolls", RIGHT, 2)),
        (Place("pelvic-tilts", None, 3, "flatten"), TILTS, Place("pelvic-tilts", None, 1, "flatten")),
        (Place("bridge", None, 2, "up"), step("bridge", repetitions=3), Place("bridge", None, 2)),
        (
            Place("pelvic-tilts", None, 2),
            step("pelvic-tilts", repetitions=3),
            Place("pelvic-tilts", None, 2, "arch"),
        ),
        (Place("bridge", LEFT, 2), step("bridge", repetitions=3), Place("bridge", None, 1)),
        (Place("knee-rolls", None, 2), step("knee-rolls", repetitions=2), Place("knee-rolls", RIGHT, 1)),
        (Place("knee-rolls", BOTH), step("knee-rolls", repetitions=2), Place("knee-rolls", LEFT, 2)),
    ],
)
def test_in_a_step_that_is_there_it_is_the_nearest_of_the_same_kind(place: Place, now: Step, found: Place) -> None:
    assert nearest(place, [COBRA, now]) == found


def test_where_its_step_is_gone_it_is_the_next_that_is_left() -> None:
    assert nearest(Place("bridge"), [TILTS, ROLLS], [TILTS, BRIDGE, COBRA, ROLLS]) == Place("knee-rolls", RIGHT)


def test_what_stands_in_the_place_of_a_step_is_not_passed_over() -> None:
    assert nearest(Place("bridge"), [TILTS, COBRA, ROLLS], [TILTS, BRIDGE, ROLLS]) == Place("cobra")


def test_in_another_order_nothing_is_passed_over() -> None:
    assert nearest(Place("bridge"), [ROLLS, TILTS, COBRA], [TILTS, BRIDGE, COBRA, ROLLS]) == Place("knee-rolls", RIGHT)


def test_after_the_last_step_that_is_left_there_is_none() -> None:
    assert nearest(Place("bridge"), [TILTS], [TILTS, BRIDGE]) is None


@pytest.mark.parametrize(("ordinal", "found"), [(0, "pelvic-tilts"), (1, "cobra"), (7, "cobra")])
def test_a_place_of_an_unknown_routine_is_found_by_its_number(ordinal: int, found: str) -> None:
    assert nearest(Place("bridge"), [TILTS, COBRA], ordinal=ordinal) in (Place(found), Place(found, part="arch"))


def test_in_a_warm_up_it_is_the_kept_hold_that_is_looked_for() -> None:
    warming = Practice(
        "lower-back", "then", Place("warm-up-pelvic-tilts"), Posture.BACK, 0, kept=Place("knee-rolls", LEFT, 2)
    )
    assert nearest_place(LIBRARY, warming, routine(TILTS, ROLLS)) == Place("knee-rolls", LEFT, 1)
