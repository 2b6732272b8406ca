"""Whatever anybody says on any of many days: no apology, no reply three times running, and every session ends."""

import random

import pytest

from skill.timeline import Moment, Place, Role
from tests.nightly import at_night
from tests.walks.days import faults, lived
from tests.walks.extent import whole
from tests.walks.people.somebody import Heard

PEOPLE = 400 if whole() else 5
NEW = 40
ANY_SEED = 10**9
THE_SAME_HOLD = (Moment(Role.HOLD, 10.0, place=Place("bridge")),)


@pytest.mark.parametrize("seed", range(PEOPLE))
def test_days_of_anything_go_by_without_trouble(seed: int) -> None:
    found = list(lived(seed, days=8 if whole() else 2, turns=25 if whole() else 12))
    assert not found, "\n".join(map(str, found))


@at_night
def test_nor_do_days_of_people_whom_nobody_has_met() -> None:
    first = random.SystemRandom().randrange(ANY_SEED)
    found = [one for seed in range(first, first + NEW) for one in lived(seed, days=8, turns=25)]
    assert not found, "\n".join(map(str, found))


def heard(said: str) -> Heard:
    return Heard(said, "", "Lie down. Hold.", listens=True, asked={}, record={}, moments=THE_SAME_HOLD, crash="")


@pytest.mark.parametrize(("said", "troubles"), [("alexa, ready", 0), ("ready", 1), ("alexa, next", 1)])
def test_whoever_cuts_the_way_short_hears_it_again_and_whoever_is_led_on_does_not(said: str, troubles: int) -> None:
    assert len(list(faults([heard(said)] * 4))) == troubles
