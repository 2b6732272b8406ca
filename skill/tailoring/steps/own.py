"""A person's own routine: the best place for a new stretch, or the rule that leaves no place for it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from skill.content.library import Library
from skill.content.model import Kind
from skill.content.rules.order_rules import ON_THE_WAY_UP, ORDER_RULES
from skill.tailoring.steps.made import MadeStep, made_routine
from skill.tailoring.steps.surrounding import Steps, led, posture_of, rested, stretch_of

OWN = "own"
"""The name under which a practice of it is stored."""
MOST_STEPS = 12
"""More steps nobody remembers, and they would make the record large."""


@dataclass(frozen=True)
class Added:
    """The steps with the new one; or the steps as they were, and the name of the rule that was `in_the_way`."""

    steps: Steps
    in_the_way: str = ""


def added(library: Library, own: Steps, step: MadeStep) -> Added:
    """The routine with this step at the place that breaks no further rule and suits the order of postures best."""
    places = [(*own[:index], step, *own[index:]) for index in range(len(own), -1, -1)]
    before = _broken(library, own)
    broken = {steps: _broken(library, steps) - before for steps in places}
    clean = [steps for steps in places if not broken[steps]]
    if clean:
        return Added(min(clean, key=lambda steps: _disorder(library, steps)))
    nearest = min(places, key=lambda steps: broken[steps].total())
    return Added(own, next(iter(broken[nearest])))


def usual_step(library: Library, slug: str) -> MadeStep:
    """The stretch of this slug with its usual dose."""
    stretch = library.stretch(slug)
    together = stretch.sides == "each-then-both"
    return MadeStep(slug, stretch.hold.usual, stretch.repetitions.usual, together=together)


def _broken(library: Library, own: Steps) -> Counter[str]:
    """How often the routine, with what is put around it, breaks each rule of order."""
    routine = made_routine(library, OWN, led(library, own))
    if routine is None:
        return Counter()
    routine = rested(library, routine)
    course = library.course(routine)
    return Counter(rule.__name__.replace("_", "-") for rule in ORDER_RULES for _ in rule(course))


def _disorder(library: Library, steps: Steps) -> int:
    """How many pairs of steps are in the wrong order by their ranks."""
    ranks = list(_ranks(library, steps))
    return sum(later < earlier for index, earlier in enumerate(ranks) for later in ranks[index + 1 :])


def _ranks(library: Library, steps: Steps) -> Iterator[tuple[int, int]]:
    """The rank of each step: by posture from lying up to standing; in each movement, sided rest, strong, rest."""
    for step in steps:
        stretch = stretch_of(library, step)
        part = 0 if stretch.kind is Kind.MOVEMENT else 2 if stretch.kind is Kind.STRONG else 3
        yield ON_THE_WAY_UP.index(posture_of(library, step)), 1 if part == 3 and stretch.sides != "none" else part
