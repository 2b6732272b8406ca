"""How far a walk goes: a seeded sample in `make test`, all of it in `make nightly`."""

import random
from collections.abc import Sequence
from typing import TypeVar

from tests.nightly import NIGHTLY

Cell = TypeVar("Cell")


def whole() -> bool:
    """Whether every cell is walked."""
    return NIGHTLY


def some(cells: Sequence[Cell], count: int, seed: int = 1) -> list[Cell]:
    """So many of the cells in their order, the same ones each time; all of them at night."""
    if whole() or count >= len(cells):
        return list(cells)
    chosen = random.Random(seed).sample(range(len(cells)), count)
    return [cells[number] for number in sorted(chosen)]
