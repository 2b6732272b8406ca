"""The most seconds that one stretch may be held in a day, and whether a routine keeps to it."""

from collections import Counter
from collections.abc import Iterator

from skill.content.model import Kind, Stretch
from skill.content.model.course import Course
from skill.content.reading.faults import Complaint

USUALLY_A_DAY_SECONDS = 60
"""For a strong stretch, or for each side of one that has sides: our own judgement, from no article."""


def most_a_day_seconds(stretch: Stretch) -> int | None:
    """Seconds of holding a day, for each side where there are sides; None where free movement needs no bound."""
    if stretch.a_day is not None:
        return stretch.a_day
    bounded = stretch.kind is Kind.STRONG or stretch.sides != "none"
    return USUALLY_A_DAY_SECONDS if bounded else None


def too_much_a_day(course: Course) -> Iterator[Complaint]:
    """A routine alone never holds a stretch longer than is allowed for a day, however often the stretch comes."""
    held: Counter[str] = Counter()
    for one in course.numbered:
        stretch = one.stretch
        held[stretch.slug] += one.seconds_a_side
        most = most_a_day_seconds(stretch)
        if most is not None and held[stretch.slug] > most:
            told = f"{held[stretch.slug]} seconds of {stretch.slug}, and at most {most} are allowed a day"
            yield Complaint(f"steps.{one.number}", told)
