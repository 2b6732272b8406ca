"""Rules for the order of our own routines: what may come first, last and after what, and how often."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from skill.content.model import Kind, Posture
from skill.content.model.course import Course
from skill.content.reading.faults import Complaint
from skill.content.rules.daily_rules import too_much_a_day

Complaints = Iterator[Complaint]

CHANGES_AT_MOST = 2
NEUTRAL_SECONDS = 15
"""Least time between arching and deep bending, in which the back is straight."""
FACE_DOWN_SECONDS = 10
"""Least time face down between two arches on the front."""

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
"""The postures from the lowest to the highest: a routine that only goes up needs no second way to the floor."""


def movement_first(course: Course) -> Complaints:
    """The first stretch is a movement, as nothing is held cold; a routine that only rests needs none."""
    only_rests = all(stretch.only_rests for stretch in course.stretches)
    if course.stretches[0].kind is not Kind.MOVEMENT and not only_rests:
        yield _about(0, "begins without movement")


def strong_in_the_middle(course: Course) -> Complaints:
    """No strong stretch is the first or the last."""
    for one in (course.numbered[0], course.numbered[-1]):
        if one.stretch.kind is Kind.STRONG:
            yield _about(one.number, "a strong stretch may be neither first nor last")


def few_changes(course: Course) -> Complaints:
    """The posture changes twice at most, because that is work."""
    if (changes := len(course.postures) - 1) > CHANGES_AT_MOST:
        yield Complaint("steps", f"{changes} changes of posture, and at most {CHANGES_AT_MOST} are allowed")


def on_the_way_up(course: Course) -> Complaints:
    """Postures only go up, except for rolling from the front onto the back to rest at the end."""
    rolls_back = course.postures[-2:] == (Posture.FRONT, Posture.BACK) and course.stretches[-1].kind is Kind.RESTFUL
    climb = course.postures[:-1] if rolls_back else course.postures
    for lower, higher in pairwise(climb):
        if ON_THE_WAY_UP.index(lower) > ON_THE_WAY_UP.index(higher):
            yield Complaint("steps", f"goes down again, from {lower} to {higher}")


def not_left_face_down(course: Course) -> Complaints:
    """The routine, after which the person is left alone, does not end face down."""
    if course.postures[-1] is Posture.FRONT:
        yield _about(len(course.stretches) - 1, "ends face down")


def neutral_between_bends(course: Course) -> Complaints:
    """The back has time to be straight between arching and deep bending, whichever comes first."""
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
    """A routine has one stretch of a family: the same stretch in two postures is one too many."""
    met: dict[str, str] = {}
    for one in course.numbered:
        family = one.stretch.family
        if family and met.setdefault(family, one.stretch.slug) != one.stretch.slug:
            yield _about(one.number, f"a second {family} besides {met[family]}")


def no_deep_bend_early(course: Course) -> Complaints:
    """An `early` routine has no deep bend: there should be none for about an hour after a night's sleep."""
    if course.routine.early:
        for one in course.numbered:
            if one.bend == "deep":
                yield _about(one.number, "bends deep straight after getting up")


def no_fold_from_below(course: Course) -> Complaints:
    """No fold hangs the head in standing straight after lying, or after another stretch with a low head."""
    for earlier, later in course.neighbours():
        folds = later.stretch.head_low and later.stretch.posture is Posture.STANDING
        again = earlier.stretch.slug == later.stretch.slug
        if folds and not again and (earlier.stretch.posture in LYING or earlier.stretch.head_low):
            yield _about(later.number, "hangs the head straight after lying or another low head")


def sides_alike(course: Course) -> Complaints:
    """A movement from side to side gives both sides the same; so do repetitions that alternate between the sides."""
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
"""The rules for the order of a routine. Left and right need none: each dose is for both."""


def order_complaints(course: Course) -> Complaints:
    """The complaints of all rules about this routine."""
    for rule in ORDER_RULES:
        yield from rule(course)


def _about(number: int, text: str) -> Complaint:
    return Complaint(f"steps.{number}", text)
