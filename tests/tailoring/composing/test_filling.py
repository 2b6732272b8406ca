"""A shape is filled as far as there is time: with whatever else there is room for, and then with more of each."""

import pytest

from skill.tailoring.composing.drafting import Choice, Draft
from skill.tailoring.composing.filling import CLOSE_ENOUGH, filled
from skill.tailoring.composing.shapes import SHAPES
from skill.tailoring.composing.weighing import Scales
from tests.library import LIBRARY
from tests.reviewed import STRETCHES
from tests.tailoring.composing.test_composing import LISTENERS, Listener

FLOOR = {f"{len(shape.postures)} postures, {number}": shape for number, shape in enumerate(SHAPES["floor"][:5])}


def scales_of(listener: Listener) -> Scales:
    return Scales(LIBRARY, listener.tailoring, listener.seconds, listener)


def choices_of(scales: Scales, shape: str) -> list[Choice]:
    possible = (scales.choice(slug, turn, FLOOR[shape].postures, on_bed=False) for turn, slug in enumerate(STRETCHES))
    return [choice for choice in possible if choice is not None]


@pytest.mark.parametrize("shape", FLOOR)
@pytest.mark.parametrize("name", LISTENERS)
def test_it_is_filled_up_to_the_time_and_in_order(name: str, shape: str) -> None:
    scales = scales_of(LISTENERS[name])
    for seconds in (600, 900, 1200):
        draft = filled(scales, choices_of(scales, shape), FLOOR[shape], seconds)
        assert CLOSE_ENOUGH * seconds <= scales.seconds(draft) <= seconds
        assert scales.in_order(draft)


def test_a_draft_for_half_a_minute_stays_empty() -> None:
    scales = scales_of(LISTENERS["a newcomer"])
    shape = "1 postures, 0"
    assert filled(scales, choices_of(scales, shape), FLOOR[shape], 30) == Draft()


def test_hardly_a_draft_is_laid_out_to_fill_it() -> None:
    listener = Listener(frozenset())
    scales = scales_of(listener)
    shape = "1 postures, 0"
    draft = filled(scales, choices_of(scales, shape), FLOOR[shape], 600)
    assert len(draft.entries) >= 4
    assert not listener.known, "what is far from the time is only reckoned"
