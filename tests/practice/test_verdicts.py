"""A question in a hold is answered behind it only where by the decision it counts as held; else it was skipped."""

import pytest

from skill.assembly import the_library
from skill.content.model import Dose, Step
from skill.timeline.hold.units import units_of
from tests.practice.verdicts import compared


@pytest.mark.parametrize(
    ("stretch", "left", "verdict"),
    [
        ("downward-dog", 9.6, "right"),
        ("downward-dog", 9.8, "skipped"),
        ("downward-dog", 12.1, "skipped"),
        ("downward-dog", None, "skipped"),
        ("childs-pose", 5.0, "skipped"),
    ],
)
def test_behind_a_strong_hold_where_less_is_left_than_its_shortest(
    stretch: str, left: float | None, verdict: str
) -> None:
    library = the_library()
    step = Step(key="it", stretch=stretch, dose=Dose(hold_seconds=12, repetitions=3))
    units = units_of(step, library.stretch_of(step))
    first, second, third = (unit.place for unit in units)

    assert compared(units, second, first, left) == verdict
    assert compared(units, first, first, left) == "right"
    assert compared(units, third, first, left) == "skipped"
