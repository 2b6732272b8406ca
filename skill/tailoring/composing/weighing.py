"""Scales: how long a draft lasts for this person, and whether a body likes its order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from skill.content.library import Library
from skill.content.model import Posture, Routine
from skill.content.model.course import Course
from skill.content.rules.daily_rules import most_a_day_seconds
from skill.content.rules.order_rules import order_complaints
from skill.replaced import replace
from skill.tailoring.composing.drafting import Choice, Draft
from skill.tailoring.composing.ladder import ladder
from skill.tailoring.composing.shapes import part_of
from skill.tailoring.steps.made import MadeStep, made_routine
from skill.tailoring.tailoring import Tailoring, tailored
from skill.timeline import Work
from skill.timeline.manner import Manner

Estimate = Callable[[Routine], float]
"""Seconds that a routine lasts for one person, with everything that is said and every way between postures."""

FITTED = "fitted"
"""The name of a routine made to fit somebody's time."""


@dataclass
class Scales:
    """Weighs drafts as they are led to one person; what was estimated once is kept for the next draft."""

    library: Library
    tailoring: Tailoring
    estimate: Estimate
    held: Mapping[str, int] = field(default_factory=dict)
    """Seconds for which stretches were held today already, by their slugs."""
    work: Work = field(default_factory=Work)
    _known: dict[tuple[MadeStep, ...], float] = field(default_factory=dict)
    _courses: dict[tuple[MadeStep, ...], Course | None] = field(default_factory=dict)

    def seconds(self, draft: Draft) -> float:
        """Seconds of the draft: estimated with the least doses, and then what each has grown.

        Raises NoEnd when the turn has weighed more than a turn may.
        """
        self.work.count()
        least = tuple(entry.choice.rungs[0] for entry in draft.entries)
        growth = ((entry.choice.rungs[0], entry.step) for entry in draft.entries if entry.rung)
        return self.measured(least) + sum(self.measured((now,)) - self.measured((first,)) for first, now in growth)

    def measured(self, steps: tuple[MadeStep, ...]) -> float:
        """Seconds of these steps by the estimate itself."""
        if steps not in self._known:
            course = self._course(steps)
            self._known[steps] = self.estimate(course.routine) if course else 0.0
        return self._known[steps]

    def in_order(self, draft: Draft) -> bool:
        """Whether it keeps every rule of order, as it is led; in whichever breath that is, both sides have the same."""
        routine = self._led(draft.steps, replace(self.tailoring, manner=Manner()))
        return routine is not None and not any(order_complaints(self.library.course(routine)))

    def choice(self, slug: str, turn: int, postures: Sequence[Posture], *, on_bed: bool) -> Choice | None:
        """The stretch as it may come in; None where it is led in none of these postures, or not today any more."""
        known = self.library.stretch(slug)
        rungs = tuple(MadeStep(slug, hold, times, on_bed=on_bed) for hold, times in ladder(known))
        course = self._course(rungs[:1])
        if course is None or course.stretches[0].posture not in postures:
            return None
        most = most_a_day_seconds(course.stretches[0])
        allowed = rungs if most is None else tuple(rung for rung in rungs if self._seconds_today(rung) <= most)
        if not allowed:
            return None
        usual = next((n for n, rung in enumerate(allowed) if rung.hold_seconds >= known.hold.usual), len(allowed) - 1)
        stretch = course.stretches[0]
        return Choice(stretch, postures.index(stretch.posture), part_of(stretch), turn, allowed, usual)

    def _seconds_today(self, step: MadeStep) -> float:
        """Seconds for which a side would have been held today, this dose included."""
        course = self._course((step,))
        return self.held.get(step.stretch, 0) + (course.turns[0].seconds_a_side if course else 0)

    def _course(self, steps: tuple[MadeStep, ...]) -> Course | None:
        """These steps as they are led to this person; None where nothing is left of them."""
        if steps not in self._courses:
            routine = self._led(steps, self.tailoring)
            self._courses[steps] = None if routine is None else self.library.course(routine)
        return self._courses[steps]

    def _led(self, steps: tuple[MadeStep, ...], tailoring: Tailoring) -> Routine | None:
        routine = made_routine(self.library, FITTED, steps)
        return None if routine is None else tailored(self.library, routine, tailoring)
