"""Scales: how long a draft lasts for this person, and whether a body likes its order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from skill.content.library import Library
from skill.content.model import Posture, Routine
from skill.content.model.course import Turn
from skill.content.rules.daily_rules import most_a_day_seconds
from skill.content.rules.order_rules import order_complaints
from skill.replaced import replace
from skill.tailoring.composing.bounds import Bounds, Certain, added, certain_of, grown
from skill.tailoring.composing.drafting import Choice, Draft, Entry
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


Steps = tuple[MadeStep, ...]
_NOTHING = Bounds(0.0, 0.0)


@dataclass
class Scales:
    """Weighs drafts as they are led to one person; what was estimated once is kept for the next draft."""

    library: Library
    tailoring: Tailoring
    estimate: Estimate
    held: Mapping[str, int] = field(default_factory=dict)
    """Seconds for which stretches were held today already, by their slugs."""
    work: Work = field(default_factory=Work)
    _known: dict[Steps, float] = field(default_factory=dict)
    _alone: dict[MadeStep, Turn | None] = field(default_factory=dict)
    _certain: dict[MadeStep, Certain] = field(default_factory=dict)
    _least: dict[tuple[str, ...], float] = field(default_factory=dict)
    """What drafts of these stretches last with the least doses, as far as they were laid out."""
    _least_known: dict[tuple[str, ...], Bounds] = field(default_factory=dict)
    """Between how many seconds such drafts last, by those that were laid out so far."""
    _growths: dict[tuple[str, int, int], Bounds] = field(default_factory=dict)

    def seconds(self, draft: Draft) -> float:
        """Seconds of the draft: estimated with the least doses, and then what each has grown.

        Raises NoEnd when the turn has weighed more than a turn may.
        """
        self.work.count()
        return self._least_seconds(draft) + sum(self._grown_seconds(entry) for entry in draft.entries if entry.rung)

    def fits(self, draft: Draft, most_seconds: float) -> bool:
        """Whether it lasts no longer than this."""
        return self._told_from(most_seconds, draft).most <= most_seconds

    def is_shorter(self, draft: Draft, seconds: float) -> bool:
        """Whether it lasts less than this."""
        return self._told_from(seconds, draft).most < seconds

    def _told_from(self, mark: float, draft: Draft) -> Bounds:
        """Bounds of the draft that are on one side of this, or else its very seconds; most drafts are not laid out."""
        self.work.count()
        bounds = self._bounds(draft)
        if bounds.tells(mark):
            return bounds
        self._least_seconds(draft)
        for entry in sorted(draft.entries, key=self._doubt, reverse=True):
            bounds = self._bounds(draft)
            if bounds.tells(mark):
                return bounds
            self._grown_seconds(entry)
        seconds = self.seconds(draft)
        return Bounds(seconds, seconds)

    def _bounds(self, draft: Draft) -> Bounds:
        """Between how many seconds it lasts: by the nearest draft that was laid out, and by what is certain of each."""
        least, most = self._least_bounds(draft)
        for entry in draft.entries:
            if entry.rung:
                growth = self._growth(entry.choice, entry.rung)
                least, most = least + growth.least, most + growth.most
        return Bounds(least, most)

    def _least_bounds(self, draft: Draft) -> Bounds:
        """The same with the least doses: the same for all drafts of these stretches, until another is laid out."""
        if draft.slugs not in self._least_known:
            self._least_known[draft.slugs] = self._by_the_nearest(draft)
        return self._least_known[draft.slugs]

    def _by_the_nearest(self, draft: Draft) -> Bounds:
        """By what the largest part of it lasts that was laid out; laid out itself where no part of it was yet."""
        here = frozenset(draft.slugs)
        near = max((slugs for slugs in self._least if here.issuperset(slugs)), key=len, default=draft.slugs)
        known = self._least_seconds(draft) if near is draft.slugs else self._least[near]
        bounds = Bounds(known, known)
        for step in draft.least:
            bounds = bounds if step.stretch in near else bounds.plus(added(self._certain_of(step)))
        return bounds

    def measured(self, steps: Steps) -> float:
        """Seconds of these steps by the estimate itself."""
        if steps not in self._known:
            routine = self._led(steps, self.tailoring)
            self._known[steps] = self.estimate(routine) if routine else 0.0
        return self._known[steps]

    def _least_seconds(self, draft: Draft) -> float:
        """Seconds of the draft with the least doses."""
        if draft.slugs not in self._least:
            self._least[draft.slugs] = self.measured(draft.least)
            self._least_known.clear()
        return self._least[draft.slugs]

    def _grown_seconds(self, entry: Entry) -> float:
        """Seconds that it has grown."""
        growth = self._growth(entry.choice, entry.rung)
        if growth.least < growth.most:
            seconds = self.measured((entry.step,)) - self.measured(entry.choice.rungs[:1])
            growth = self._growths[_dose(entry.step)] = Bounds(seconds, seconds)
        return growth.most

    def _doubt(self, entry: Entry) -> float:
        """How many seconds its growth may be more or less."""
        bounds = self._growth(entry.choice, entry.rung)
        return bounds.most - bounds.least

    def growths(self, choice: Choice) -> list[Bounds]:
        """Between how many seconds it grows on each rung."""
        return [self._growth(choice, rung) for rung in range(len(choice.rungs))]

    def _growth(self, choice: Choice, rung: int) -> Bounds:
        """The same on this rung: exact where both doses were laid out."""
        if not rung:
            return _NOTHING
        now = choice.rungs[rung]
        growth = self._growths.get(_dose(now))
        if growth is None:
            growth = grown(self._certain_of(choice.rungs[0]), self._certain_of(now))
            self._growths[_dose(now)] = growth
        return growth

    def _certain_of(self, step: MadeStep) -> Certain:
        """What is certain of this step as it is led."""
        if step not in self._certain:
            turn = self._led_alone(step)
            self._certain[step] = certain_of(turn, self.tailoring.manner) if turn else Certain(0.0, 0)
        return self._certain[step]

    def in_order(self, draft: Draft) -> bool:
        """Whether it keeps every rule of order, as it is led; in whichever breath that is, both sides have the same."""
        routine = self._led(draft.steps, replace(self.tailoring, manner=Manner()))
        return routine is not None and not any(order_complaints(self.library.course(routine)))

    def choice(self, slug: str, turn: int, postures: Sequence[Posture], *, on_bed: bool) -> Choice | None:
        """The stretch as it may come in; None where it is led in none of these postures, or not today any more."""
        known = self.library.stretch(slug)
        rungs = tuple(MadeStep(slug, hold, times, on_bed=on_bed) for hold, times in ladder(known))
        turn_alone = self._led_alone(rungs[0])
        if turn_alone is None or turn_alone.stretch.posture not in postures:
            return None
        stretch = turn_alone.stretch
        most = most_a_day_seconds(stretch)
        seconds_of = self._seconds_as_given if self._leaves_doses(turn_alone) else self._seconds_today
        allowed = rungs if most is None else tuple(rung for rung in rungs if seconds_of(rung) <= most)
        if not allowed:
            return None
        usual = next((n for n, rung in enumerate(allowed) if rung.hold_seconds >= known.hold.usual), len(allowed) - 1)
        return Choice(stretch, postures.index(stretch.posture), part_of(stretch), turn, allowed, usual)

    def _seconds_today(self, step: MadeStep) -> float:
        """Seconds for which a side would have been held today, this dose included."""
        turn = self._led_alone(step)
        return self.held.get(step.stretch, 0) + (turn.seconds_a_side if turn else 0)

    def _seconds_as_given(self, step: MadeStep) -> float:
        """The same of a dose that is led as it is given: each side has its turn alone."""
        return self.held.get(step.stretch, 0) + step.hold_seconds * step.repetitions

    def _leaves_doses(self, turn: Turn) -> bool:
        """Whether every dose of this step is led as it is given; what is led as usual is not known step by step."""
        return turn.step.form == "usual" and self.tailoring.leaves_doses_of(turn.step.stretch)

    def _led_alone(self, step: MadeStep) -> Turn | None:
        """This step as it is led to this person; None where it is not."""
        if step not in self._alone:
            routine = self._led((step,), self.tailoring)
            self._alone[step] = self.library.course(routine).turns[0] if routine else None
        return self._alone[step]

    def _led(self, steps: Steps, tailoring: Tailoring) -> Routine | None:
        routine = made_routine(self.library, FITTED, steps)
        return None if routine is None else tailored(self.library, routine, tailoring)


def _dose(step: MadeStep) -> tuple[str, int, int]:
    """What tells one step from another where all are on the same ground, and is looked up more quickly than a step."""
    return step.stretch, step.hold_seconds, step.repetitions
