"""Scales: how long a draft lasts for this person, and whether a body likes its order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from skill.content.library import Library
from skill.content.model import Posture, Routine
from skill.content.rules.order_rules import order_complaints
from skill.replaced import replace
from skill.tailoring.composing.alone import FITTED, Alone, Steps, alone_for, led
from skill.tailoring.composing.bounds import Bounds, added
from skill.tailoring.composing.drafting import Choice, Draft, Entry
from skill.tailoring.steps.made import MadeStep
from skill.tailoring.tailoring import Tailoring
from skill.timeline import Work
from skill.timeline.manner import Manner

__all__ = ["FITTED", "Estimate", "Scales"]

Estimate = Callable[[Routine], float]
"""Seconds that a routine lasts for one person, with everything that is said and every way between postures."""

_NOTHING = Bounds(0.0, 0.0)
_IN_ONE_REPLY_SECONDS = 90
"""Of so many seconds of holding a stretch alone is led in one reply, whatever is said before it and around it."""


@dataclass
class Scales:
    """Weighs drafts as they are led to one person; what was estimated once is kept for the next draft."""

    library: Library
    tailoring: Tailoring
    estimate: Estimate
    held: Mapping[str, int] = field(default_factory=dict)
    """Seconds for which stretches were held today already, by their slugs."""
    work: Work = field(default_factory=Work)
    told: Estimate | None = None
    """Seconds of one stretch as it is told, where it takes one reply, without what is said and done around that."""
    _known: dict[Steps, float] = field(default_factory=dict)
    _least: dict[tuple[str, ...], float] = field(default_factory=dict)
    """What drafts of these stretches last with the least doses, as far as they were laid out."""
    _least_known: dict[tuple[str, ...], Bounds] = field(default_factory=dict)
    """Between how many seconds such drafts last, by those that were laid out so far."""
    _growths: dict[tuple[str, int, int], Bounds] = field(default_factory=dict)

    @cached_property
    def _alone(self) -> Alone:
        return alone_for(self.library, self.tailoring)

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
            bounds = bounds if step.stretch in near else bounds.plus(added(self._alone.certain(step)))
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
            seconds = self._growth_laid_out(entry.choice.rungs[0], entry.step)
            growth = self._growths[_dose(entry.step)] = Bounds(seconds, seconds)
        return growth.most

    def _growth_laid_out(self, least: MadeStep, now: MadeStep) -> float:
        """The same by both doses alone: by what is told of them, for what is around that is the same for both."""
        if self.told and self._alone.certain(now).seconds <= _IN_ONE_REPLY_SECONDS:
            routines = led(self.library, (now,), self.tailoring), led(self.library, (least,), self.tailoring)
            now_seconds, least_seconds = (self.told(routine) if routine else 0.0 for routine in routines)
            return round(now_seconds - least_seconds, 1)
        return self.measured((now,)) - self.measured((least,))

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
            growth = self._growths[_dose(now)] = self._alone.growth(choice.rungs[0], now)
        return growth

    def in_order(self, draft: Draft) -> bool:
        """Whether it keeps every rule of order, as it is led; in whichever breath that is, both sides have the same."""
        routine = self._led(draft.steps, replace(self.tailoring, manner=Manner()))
        return routine is not None and not any(order_complaints(self.library.course(routine)))

    def choice(self, slug: str, turn: int, postures: Sequence[Posture], *, on_bed: bool) -> Choice | None:
        """The stretch as it may come in; None where it is led in none of these postures, or not today any more."""
        choice = self._alone.choice(slug, self.held.get(slug, 0), on_bed=on_bed)
        if choice is None or choice.stretch.posture not in postures:
            return None
        return replace(choice, block=postures.index(choice.stretch.posture), turn=turn)

    def _led(self, steps: Steps, tailoring: Tailoring) -> Routine | None:
        return led(self.library, steps, tailoring)


def _dose(step: MadeStep) -> tuple[str, int, int]:
    """What tells one step from another where all are on the same ground, and is looked up more quickly than a step."""
    return step.stretch, step.hold_seconds, step.repetitions
