"""Scales: how long a draft lasts for this person, and whether a body likes its order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from skill.content.library import Library
from skill.content.model import Posture, Routine
from skill.content.rules.order_rules import order_complaints
from skill.replaced import replace
from skill.tailoring.composing.alone import FITTED, Alone, Steps, alone_for
from skill.tailoring.composing.bounds import Bounds, added, told_added
from skill.tailoring.composing.drafting import Choice, Draft, Entry
from skill.tailoring.steps.made import MadeStep
from skill.tailoring.tailoring import Tailoring
from skill.timeline import Work
from skill.timeline.manner import Manner

__all__ = ["FITTED", "Estimate", "Scales", "Tells", "ToldAlone"]

Estimate = Callable[[Routine], float]
"""Seconds that a routine lasts for one person, with everything that is said and every way between postures."""

_NOTHING = Bounds(0.0, 0.0)


class ToldAlone(NamedTuple):
    """One stretch as it is told, without the way to it and what is asked: its seconds, and whether a reply has all."""

    seconds: float
    in_one_reply: bool


Tells = Callable[[Routine], ToldAlone]
"""The same of a routine of one stretch, for one person."""


@dataclass
class Scales:
    """Weighs drafts as they are led to one person; what was estimated once is kept for the next draft."""

    library: Library
    tailoring: Tailoring
    estimate: Estimate
    held: Mapping[str, int] = field(default_factory=dict)
    """Seconds for which stretches were held today already, by their slugs."""
    work: Work = field(default_factory=Work)
    tells: Tells | None = None
    """Where it is there, stretches need not be laid out with all that is around them to know what they add."""
    _known: dict[Steps, float] = field(default_factory=dict)
    _told: dict[MadeStep, ToldAlone | None] = field(default_factory=dict)
    _least: dict[tuple[str, ...], float] = field(default_factory=dict)
    """What drafts of these stretches last with the least doses, as far as they were laid out."""
    _least_known: dict[tuple[str, ...], Bounds] = field(default_factory=dict)
    """Between how many seconds such drafts last, by those that were laid out so far."""
    _growths: dict[int, Bounds] = field(default_factory=dict)
    """By the identity of the dose, for they are looked up hundreds of times; all are kept with what is known alone."""

    @cached_property
    def _alone(self) -> Alone:
        return alone_for(self.library, self.tailoring)

    @cached_property
    def _in_any_breath(self) -> Alone:
        return alone_for(self.library, replace(self.tailoring, manner=Manner()))

    def seconds(self, draft: Draft) -> float:
        """Seconds of the draft: estimated with the least doses, and then what each has grown.

        Raises NoEnd when the turn has weighed more than a turn may.
        """
        self.work.count()
        return self._least_seconds(draft) + sum(self._grown_seconds(entry) for entry in draft.entries if entry.rung)

    def fits(self, draft: Draft, most_seconds: float) -> bool:
        """Whether it lasts no longer than this."""
        return self._told_from(most_seconds, draft).most <= most_seconds

    def at_most_seconds(self, draft: Draft) -> float:
        """Seconds that it lasts at most, for all that is known of it so far."""
        return self._bounds(draft).most

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
        known = self._growths.get
        for entry in draft.entries:
            if entry.rung:
                growth = known(id(entry.choice.rungs[entry.rung])) or self._growth(entry.choice, entry.rung)
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
            bounds = bounds if step.stretch in near else bounds.plus(self._added(step))
        return bounds

    def measured(self, steps: Steps) -> float:
        """Seconds of these steps by the estimate itself."""
        if steps not in self._known:
            routine = self._alone.led(steps)
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
            growth = self._growths[id(entry.step)] = Bounds(seconds, seconds)
        return growth.most

    def _growth_laid_out(self, least: MadeStep, now: MadeStep) -> float:
        """The same by both doses alone: by what is told of them, for what is around that is the same for both."""
        told, told_least = self._told_alone(now), self._told_alone(least)
        if told and told_least:
            return round(told.seconds - told_least.seconds, 1)
        return self.measured((now,)) - self.measured((least,))

    def _told_alone(self, step: MadeStep) -> ToldAlone | None:
        """This step as it is told; None where that does not tell what it adds, for one reply may not hold it."""
        if step not in self._told:
            routine = self._alone.routine(step) if self.tells else None
            told = self.tells(routine) if self.tells and routine else None
            self._told[step] = told if told and told.in_one_reply else None
        return self._told[step]

    def _added(self, step: MadeStep) -> Bounds:
        """Between how many seconds a draft lasts longer with this step, in its least dose."""
        told = self._told_alone(step)
        return told_added(told.seconds) if told else added(self._alone.certain(step))

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
        growth = self._growths.get(id(now))
        if growth is None:
            growth = self._growths[id(now)] = self._alone.growth(choice.rungs[0], now)
        return growth

    def in_order(self, draft: Draft) -> bool:
        """Whether it keeps every rule of order, as it is led; in whichever breath that is, both sides have the same."""
        routine = self._in_any_breath.led(draft.steps)
        return routine is not None and not any(order_complaints(self.library.course(routine)))

    def choice(self, slug: str, turn: int, postures: Sequence[Posture], *, on_bed: bool) -> Choice | None:
        """The stretch as it may come in; None where it is led in none of these postures, or not today any more."""
        choice = self._alone.choice(slug, self.held.get(slug, 0), on_bed=on_bed)
        if choice is None or choice.stretch.posture not in postures:
            return None
        return replace(choice, block=postures.index(choice.stretch.posture), turn=turn)
