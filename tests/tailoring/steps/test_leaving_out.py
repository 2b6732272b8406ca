"""Whatever is left out of a routine, what remains is in an order that a body likes."""

from collections.abc import Iterator
from itertools import combinations

import pytest

from skill.content.model import Routine
from skill.content.rules.order_rules import neutral_between_bends, order_complaints
from skill.tailoring.steps.resting import with_rests
from skill.tailoring.tailoring import Tailoring, tailored
from tests.cases.each_of import each_of
from tests.library import LIBRARY

OUR_OWN = [routine for routine in LIBRARY.routines.values() if routine.source == "house"]
ARTICLES = [routine for routine in LIBRARY.routines.values() if routine.source != "house"]


def every_leaving_out(routine: Routine) -> Iterator[tuple[str, ...]]:
    """All that can be left out of a routine without leaving nothing."""
    stretches = sorted({step.stretch for step in routine.steps})
    for count in range(len(stretches)):
        yield from combinations(stretches, count)


def without(routine: Routine, *stretches: str) -> list[str]:
    left = tailored(LIBRARY, routine, Tailoring(never=stretches))
    return [step.key for step in left.steps] if left else []


@each_of("routine", OUR_OWN)
def test_the_order_stays_good_whatever_is_left_out(routine: Routine) -> None:
    for out in every_leaving_out(routine):
        left = tailored(LIBRARY, routine, Tailoring(never=out))
        complaints = [fault.text for fault in order_complaints(LIBRARY.course(left))] if left else []
        # Without any movement left there is none to begin with; everything else holds.
        assert complaints in ([], ["begins without movement"]), out


def test_what_would_begin_cold_begins_with_a_gentle_movement() -> None:
    begins = without(LIBRARY.routine("arch-and-strengthen"), "pelvic-tilts")
    assert begins[:2] == ["first-knee-rolls", "bridge"]


def test_what_would_end_with_a_strong_stretch_ends_with_a_rest() -> None:
    ends = without(LIBRARY.routine("arch-and-strengthen"), "childs-pose")
    assert ends[-2:] == ["modified-cobra", "last-quiet-rest"]


def test_a_strong_end_is_dropped_where_no_rest_can_follow() -> None:
    left = without(LIBRARY.routine("arch-and-strengthen"), "childs-pose", "quiet-rest")
    assert left == ["pelvic-tilts"]


def test_the_back_has_time_to_be_straight_between_a_deep_bend_and_an_arch() -> None:
    left = tailored(LIBRARY, LIBRARY.routine("hips"), Tailoring(never=("windshield-wipers",)))
    assert left is not None
    rests = {step.stretch: step.rest_after_seconds for step in left.steps}
    assert (rests["happy-baby"], rests["piriformis"]) == (15, 0)


def test_two_arches_that_come_together_have_ten_seconds_face_down_between() -> None:
    written = LIBRARY.routine("arch-and-strengthen")
    together = tuple(step.but(rest_after_seconds=0) for step in written.steps)
    rested = with_rests(LIBRARY, written.but(steps=together), written)
    assert [step.rest_after_seconds for step in rested.steps] == [0, 0, 10, 10, 0, 0]


def test_of_strong_stretches_alone_nothing_is_left() -> None:
    assert without(LIBRARY.routine("desk-published"), "chair-twists", "standing-side-tilt") == []


@pytest.mark.parametrize("routine", ARTICLES, ids=lambda routine: routine.slug)
def test_an_articles_order_stays_and_gets_only_the_rests_that_it_lacks_now(routine: Routine) -> None:
    known = {fault.text for fault in neutral_between_bends(LIBRARY.course(routine))}
    for out in every_leaving_out(routine):
        left = tailored(LIBRARY, routine, Tailoring(never=out))
        assert left is not None
        assert [step.key for step in left.steps] == [step.key for step in routine.steps if step.stretch not in out]
        assert {fault.text for fault in neutral_between_bends(LIBRARY.course(left))} <= known
