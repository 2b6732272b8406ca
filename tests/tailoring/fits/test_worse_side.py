"""The tighter side is held longer, as far as the stretch and a day go; nothing strong or moving is."""

from dataclasses import replace

import pytest

from skill.content.model import Dose, Step
from skill.dialogue.answers.fitting.worse_side import worse_side
from skill.ports.turn import Slot
from skill.tailoring.fits.worse_side import with_worse_side
from skill.timeline import Place, Side
from skill.timeline.hold.units import units_of
from tests.cases.each_of import each_of
from tests.dialogue.somebody import led, scene_with, units_left
from tests.library import LIBRARY


def held(stretch: str, dose: Dose) -> list[tuple[Side | None, int]]:
    """The sides with their seconds, as they are held by somebody whose left side is tighter."""
    step = with_worse_side(LIBRARY, Step(key="here", stretch=stretch, dose=dose), "left")
    return [(unit.place.side, unit.hold_seconds) for unit in units_of(step, LIBRARY.stretch(stretch))]


@pytest.mark.parametrize(
    ("stretch", "dose", "right", "left"),
    [
        ("knee-to-chest", Dose(hold_seconds=20), 20, 25),
        ("knee-to-chest", Dose(hold_seconds=5), 5, 7),
        ("knee-to-chest", Dose(hold_seconds=30), 30, 30),
        ("piriformis", Dose(hold_seconds=28), 28, 30),
        ("piriformis", Dose(hold_seconds=20, repetitions=3), 20, 20),
    ],
)
def test_the_tighter_side_is_held_longer_within_the_stretch_and_the_day(
    stretch: str, dose: Dose, right: int, left: int
) -> None:
    assert set(held(stretch, dose)) == {(Side.RIGHT, right), (Side.LEFT, left)}


def test_a_side_that_is_spared_is_not_held_at_all() -> None:
    assert held("knee-to-chest", Dose(hold_seconds=20, spared="left")) == [(Side.RIGHT, 20)]


def test_what_has_no_sides_is_as_it_was() -> None:
    assert held("bridge", Dose(hold_seconds=18)) == [(None, 18)]


def test_the_tighter_side_is_first_where_no_article_says_which_is() -> None:
    step = Step(key="here", stretch="knee-to-chest", dose=Dose(hold_seconds=20))
    ours, published = (with_worse_side(LIBRARY, step, "left", first=first) for first in (True, False))
    assert (ours.dose.first, published.dose.first) == ("left", "right")
    rolls = Step(key="here", stretch="windshield-wipers", dose=Dose(hold_seconds=60))
    assert with_worse_side(LIBRARY, rolls, "left", first=True) == rolls


@each_of("said", ["left", "right", "both"])
@each_of("place", [Place("knee-to-chest", Side.RIGHT), Place("knee-to-chest", Side.LEFT)])
def test_in_a_stretch_under_way_neither_side_is_lost_nor_comes_twice(said: str, place: Place) -> None:
    scene = scene_with(led("lower-back", place), inside=True)
    side = replace(scene.turn, slots={"side": Slot(said, (said,))})
    left = [unit.place for unit in units_left(worse_side(replace(scene, turn=side)).person)]
    assert left == [unit.place for unit in units_left(scene.person)]
