"""Whatever anybody says on any of many days: no apology, no reply three times running, and every session ends."""

import pytest

from tests.walks.days import lived
from tests.walks.extent import whole

PEOPLE = 400 if whole() else 5


@pytest.mark.parametrize("seed", range(PEOPLE))
def test_days_of_anything_go_by_without_trouble(seed: int) -> None:
    found = list(lived(seed, days=8 if whole() else 2, turns=25 if whole() else 12))
    assert not found, "\n".join(map(str, found))
