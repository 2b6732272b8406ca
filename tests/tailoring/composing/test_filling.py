"""A shape that is filled for less and less time is filled as anew, and only what fits no longer is weighed again."""

from collections import Counter
from collections.abc import Callable
from random import Random

import pytest

from skill.tailoring.composing.drafting import Choice
from skill.tailoring.composing.filling import Filling
from skill.tailoring.composing.shapes import SHAPES
from skill.tailoring.composing.weighing import Scales
from tests.library import LIBRARY
from tests.reviewed import STRETCHES
from tests.tailoring.composing.test_composing import LISTENERS, Listener

FLOOR = {f"{len(shape.postures)} postures, {number}": shape for number, shape in enumerate(SHAPES["floor"][:5])}
LESS_SECONDS = (0.0, 0.7, 2.1, 9.0, 40.0, 300.0)
"""Beside what there was at first: hardly less, and so little in the end that the least fits no longer as it did."""


def scales_of(listener: Listener) -> Scales:
    return Scales(LIBRARY, listener.tailoring, listener.seconds)


def choices_of(scales: Scales, shape: str, seed: str) -> list[Choice]:
    slugs = Random(seed).sample(STRETCHES, len(STRETCHES))
    possible = (scales.choice(slug, turn, FLOOR[shape].postures, on_bed=False) for turn, slug in enumerate(slugs))
    return [choice for choice in possible if choice is not None]


@pytest.mark.parametrize("shape", FLOOR)
@pytest.mark.parametrize("name", LISTENERS)
def test_for_less_time_it_is_filled_as_anew(name: str, shape: str) -> None:
    scales = scales_of(LISTENERS[name])
    choices = choices_of(scales, shape, name)
    filling, anew = Filling(scales, choices, FLOOR[shape]), scales_of(LISTENERS[name])
    for less in LESS_SECONDS:
        expected = Filling(anew, choices, FLOOR[shape]).up_to(600 - less)
        assert filling.up_to(600 - less).steps == expected.steps, f"for {600 - less} seconds"


def test_a_second_less_weighs_again_what_no_longer_fits_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    scales = scales_of(LISTENERS["somebody used to it"])
    filling = Filling(scales, choices_of(scales, "1 postures, 0", "a turn"), FLOOR["1 postures, 0"])
    weighed = Counter[str]()

    def counted(name: str, weigh: Callable[..., bool]) -> Callable[..., bool]:
        def counts(*given: object) -> bool:
            weighed[name] += 1
            return weigh(*given)

        return counts

    for name in ("fits", "in_order"):
        monkeypatch.setattr(Scales, name, counted(name, getattr(Scales, name)))
    filling.up_to(900)
    first = weighed.copy()
    for goal in (899, 898, 897):
        filling.up_to(goal)
    assert weighed["fits"] - first["fits"] < 1.5 * first["fits"], "three times"
    assert weighed["in_order"] == first["in_order"], "nothing is joined again"
