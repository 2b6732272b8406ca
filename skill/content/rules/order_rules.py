"""Rules for the order of a routine of our own: what may come first, last, after one another, and how often."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from skill.content.model import Kind, Posture
from skill.content.model.course import Course
from skill.content.reading.faults import Complaint
from skill.content.rules.daily_rules import too_much_a_day

Complaints = Iterator[Complaint]

CHANGES_AT_MOST = 2
NEUTRAL_SECONDS = 15
"""Lying flat or on all fours between arching and deep bending."""
FACE_DOWN_SECONDS = 10
"""Lying face down between two arches on the front."""

LYING = frozenset({Posture.BACK, Posture.BED, Posture.FRONT})
ON_THE_WAY_UP = (
    Posture.BED,
    Posture.BACK,
    Posture.FRONT,
    Posture.FLOOR_SEAT,
    Posture.ALL_FOURS,
    Posture.CHAIR,
    Posture.STANDING,
)
"""Each posture is on the way up from the one before, so that nobody has to get down to the floor twice."""


def movement_first(course: Course) -> Complaints:
    """The first stretch moves: nothing is held cold. Where nothing is stretched at all, there is nothing to warm."""
    only_rests = all(stretch.only_rests for stretch in course.stretches)
    if course.stretches[0].kind is not Kind.MOVEMENT and not only_rests:
        yield _about(0, "begins without movement")


def strong_in_the_middle(course: Course) -> Complaints:
    """No strong stretch is the first or the last."""
    for one in (course.numbered[0], course.numbered[-1]):
        if one.stretch.kind is Kind.STRONG:
            yield _about(one.number, "a strong stretch may be neither first nor last")


def few_changes(course: Course) -> Complaints:
    """Changing posture is work, and is done twice at most."""
    if (changes := len(course.postures) - 1) > CHANGES_AT_MOST:
        yield Complaint("steps", f"{changes} changes of posture, and at most {CHANGES_AT_MOST} are allowed")


def on_the_way_up(course: Course) -> Complaints:
    """Postures only rise, but for rolling from the front onto the back to rest at the end."""
    rolls_back = course.postures[-2:] == (Posture.FRONT, Posture.BACK) and course.stretches[-1].kind is Kind.RESTFUL
    climb = course.postures[:-1] if rolls_back else course.postures
    for lower, higher in pairwise(climb):
        if ON_THE_WAY_UP.index(lower) > ON_THE_WAY_UP.index(higher):
            yield Complaint("steps", f"goes down again, from {lower} to {higher}")


def not_left_face_down(course: Course) -> Complaints:
    """Whoever is left alone at the end does not lie face down."""
    if course.postures[-1] is Posture.FRONT:
        yield _about(len(course.stretches) - 1, "ends face down")


def neutral_between_bends(course: Course) -> Complaints:
    """Between arching and deep bending, whichever comes first, the back has time to be straight."""
    for earlier, later in pairwise([one for one in course.numbered if one.bend]):
        if earlier.bend != later.bend and course.seconds_between(earlier, later) < NEUTRAL_SECONDS:
            yield _about(later.number, f"less than {NEUTRAL_SECONDS} seconds between arching and deep bending")


def flat_between_arches(course: Course) -> Complaints:
    """Two arches on the front have a rest face down between them."""
    for earlier, later in course.neighbours():
        prone = all(one.stretch.posture is Posture.FRONT and one.bend == "arching" for one in (earlier, later))
        if prone and earlier.step.rest_after_seconds < FACE_DOWN_SECONDS:
            yield _about(earlier.number, f"needs {FACE_DOWN_SECONDS} seconds of rest_after before the next arch")


def one_of_a_family(course: Course) -> Complaints:
    """The same stretch in two postures is one too many."""
    met: dict[str, str] = {}
    for one in course.numbered:
        family = one.stretch.family
        if family and met.setdefault(family, one.stretch.slug) != one.stretch.slug:
            yield _about(one.number, f"a second {family} besides {met[family]}")


def no_deep_bend_early(course: Course) -> Complaints:
    """For about an hour after a night no deep bend at all; a routine is over before."""
    if course.routine.early:
        for one in course.numbered:
            if one.bend == "deep":
                yield _about(one.number, "bends deep straight after getting up")


def no_fold_from_below(course: Course) -> Complaints:
    """Nobody hangs the head standing who has only just got up from lying, or hung it already."""
    for earlier, later in course.neighbours():
        folds = later.stretch.head_low and later.stretch.posture is Posture.STANDING
        again = earlier.stretch.slug == later.stretch.slug
        if folds and not again and (earlier.stretch.posture in LYING or earlier.stretch.head_low):
            yield _about(later.number, "hangs the head straight after lying or another low head")


def sides_alike(course: Course) -> Complaints:
    """A movement that goes from side to side ends when both have had the same; repetitions that take turns, too."""
    for one in course.numbered:
        seconds, times = one.step.dose.hold_seconds, one.step.dose.repetitions
        if not one.stretch.sides_alike(seconds):
            yield _about(one.number, f"in {seconds} seconds one side has more than the other")
        if one.step.form == "easier" and one.stretch.easier_in_turn and times % 2:
            yield _about(one.number, f"the sides take turns, and {times} is odd")


ORDER_RULES: tuple[Callable[[Course], Complaints], ...] = (
    movement_first,
    strong_in_the_middle,
    few_changes,
    on_the_way_up,
    not_left_face_down,
    neutral_between_bends,
    flat_between_arches,
    one_of_a_family,
    no_deep_bend_early,
    no_fold_from_below,
    sides_alike,
    too_much_a_day,
)
"""Everything that is asked of the order of a routine; left and right are equal already because a dose is for both."""


def order_complaints(course: Course) -> Complaints:
    """Whatever is out of order in this routine."""
    for rule in ORDER_RULES:
        yield from rule(course)


def _about(number: int, text: str) -> Complaint:
    return Complaint(f"steps.{number}", text)
