"""Changes of posture at which somebody asked for more time last longer for them, for good."""

from dataclasses import replace

import pytest

from skill.content.model import Posture
from skill.timeline import Telling
from skill.timeline.changes import Changes, kind_of
from skill.timeline.hold.ways import Ahead, approach
from tests.cases.each_of import each_of
from tests.library import LIBRARY, told_briefly, told_in_full

BACK, FRONT, ALL_FOURS, FLOOR_SEAT = Posture.BACK, Posture.FRONT, Posture.ALL_FOURS, Posture.FLOOR_SEAT
CHAIR, STANDING, BED = Posture.CHAIR, Posture.STANDING, Posture.BED


def asked(times: int, start: Posture = STANDING, end: Posture = BACK) -> Changes:
    changes = Changes()
    for _ in range(times):
        changes = changes.asked_at(start, end)
    return changes


@each_of(("times", "seconds"), [(0, 0), (1, 0), (2, 10), (3, 10), (4, 20), (6, 30), (20, 30)])
def test_every_second_time_adds_ten_seconds_and_thirty_are_the_most(times: int, seconds: int) -> None:
    assert asked(times).more_seconds(STANDING, BACK) == seconds


@each_of(
    ("one", "other"),
    [
        ((BACK, ALL_FOURS), (ALL_FOURS, BACK)),
        ((BACK, FRONT), (FRONT, BACK)),
        ((CHAIR, STANDING), (STANDING, CHAIR)),
        ((CHAIR, BACK), (ALL_FOURS, CHAIR)),
        ((BACK, STANDING), (FRONT, STANDING)),
        ((BACK, BED), (ALL_FOURS, BED)),
    ],
)
def test_ways_that_the_coaching_joins_are_one_kind(
    one: tuple[Posture, Posture], other: tuple[Posture, Posture]
) -> None:
    assert asked(2, *one).more_seconds(*other) == 10


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((STANDING, BACK), (BACK, STANDING)),
        ((STANDING, ALL_FOURS), (ALL_FOURS, STANDING)),
        ((BACK, STANDING), (ALL_FOURS, STANDING)),
        ((STANDING, BED), (BED, STANDING)),
        ((BACK, ALL_FOURS), (BACK, FLOOR_SEAT)),
    ],
)
def test_going_down_is_another_kind_than_coming_up(
    one: tuple[Posture, Posture], other: tuple[Posture, Posture]
) -> None:
    assert asked(2, *one).more_seconds(*other) == 0


def test_every_way_there_is_has_a_kind_short_enough_to_be_kept() -> None:
    assert max(len(kind_of(*ends)) for ends in LIBRARY.transitions) <= 30


@pytest.mark.parametrize("telling", [told_briefly(), told_in_full()], ids=["known", "new"])
@pytest.mark.parametrize("on_the_way", [False, True])
def test_the_way_has_so_many_seconds_more_however_it_is_told(telling: Telling, on_the_way: bool) -> None:
    def seconds(telling: Telling) -> float:
        moments = approach(STANDING, BACK, telling, Ahead(on_the_way=on_the_way))
        return sum(moment.seconds for moment in moments)

    slower = replace(telling, changes=asked(2))
    assert seconds(slower) == pytest.approx(seconds(telling) + 10, abs=0.5)


@each_of(
    ("needed", "said_after", "next_time"),
    [
        (0, 22, 20),  # sooner than they are asked, with the wake word
        (0, 48, 40),  # as soon as they were asked: perhaps they had waited
        (15, 17, 15),  # nobody is hurried
        (0, 70, 70),  # late, into the quiet after the question
        (0, 300, 90),  # nobody waits longer than the slowest way takes
        (0, 3, 0),  # there already: that says nothing about the way
    ],
)
def test_somebody_is_given_the_quiet_that_they_needed_last(needed: int, said_after: float, next_time: int) -> None:
    before = Changes(("lying>standing",), needed)
    assert before.arrived_after(said_after, needed or 45) == Changes(("lying>standing",), next_time)


def test_what_was_needed_is_never_more_than_a_slow_way_takes() -> None:
    way = LIBRARY.way(STANDING, Posture.BED)
    assert way is not None
    assert Changes(needed=90).arriving_seconds(way) == way.slow == 50
    assert Changes().arriving_seconds(way) == way.quick == 25
