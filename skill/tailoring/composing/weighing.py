"""Scales: how long a draft lasts for one person, and whether its order is good for a body."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from skill.content.library import Library
from skill.content.model import Posture, Routine
from skill.content.rules.order_rules import order_complaints
from skill.replaced import replace
from skill.tailoring.composing.alone import Alone, alone_for
from skill.tailoring.composing.drafting import Choice, Draft
from skill.tailoring.composing.reckoning import Parts, Reckoning
from skill.tailoring.tailoring import Tailoring
from skill.timeline import Work
from skill.timeline.manner import Manner

Estimate = Callable[[Routine], float]
"""A function that gives the exact seconds of a routine for one person, by laying it out."""

_NEAR_SECONDS = 20
"""By how much an estimate may exceed the real length: where questions come is not known before."""


@dataclass
class Scales:
    """Weighs drafts for one person; each that is laid out corrects the estimates of the next."""

    library: Library
    tailoring: Tailoring
    estimate: Estimate
    parts: Parts
    held: Mapping[str, int] = field(default_factory=dict)
    """Seconds for which stretches were held today already, by their slugs."""
    work: Work = field(default_factory=Work)
    _known: dict[tuple[int, ...], float] = field(default_factory=dict)
    """The exact seconds of drafts that were laid out, by `id` of their steps, which `_alone` keeps alive."""
    _beyond: dict[tuple[Posture, ...], float] = field(default_factory=dict)
    """By postures of a draft, the seconds before and after its stretches, as the last one laid out had them."""

    @cached_property
    def _alone(self) -> Alone:
        return alone_for(self.library, self.tailoring)

    @cached_property
    def _in_any_breath(self) -> Alone:
        return alone_for(self.library, replace(self.tailoring, manner=Manner()))

    @cached_property
    def _reckoning(self) -> Reckoning:
        return Reckoning(self._alone, self.parts)

    def seconds(self, draft: Draft) -> float:
        """Seconds of the draft: exact where it was laid out, else estimated.

        Raises NoEnd when the turn has weighed more drafts than a turn may.
        """
        self.work.count()
        known = self._known.get(_key(draft)) if self._known else None
        return known if known is not None else self._around(draft) + self._reckoning.seconds(draft)

    def _around(self, draft: Draft) -> float:
        """Seconds before and after its stretches, as the last draft of the same postures had them."""
        if draft.postures not in self._beyond:
            routine = self._alone.led(draft.steps)
            self._beyond[draft.postures] = self.parts.around(routine) if routine else 0.0
        return self._beyond[draft.postures]

    def fits(self, draft: Draft, most_seconds: float) -> bool:
        """Whether it lasts no longer than this, exactly or by the estimate."""
        return self.seconds(draft) <= most_seconds

    def can_fit(self, draft: Draft, most_seconds: float) -> bool:
        """The same, exactly where it is a near thing: the least draft must not be lost for a few seconds."""
        seconds = self.seconds(draft)
        near = abs(seconds - most_seconds) <= _NEAR_SECONDS
        return (self.laid_out(draft) if near else seconds) <= most_seconds

    def is_laid_out(self, draft: Draft) -> bool:
        """Whether its exact seconds are known."""
        return _key(draft) in self._known

    def laid_out(self, draft: Draft) -> float:
        """The exact seconds of the draft, which is laid out unless it was before."""
        key = _key(draft)
        if key not in self._known:
            routine = self._alone.led(draft.steps)
            seconds = self._known[key] = self.estimate(routine) if routine else 0.0
            self._beyond[draft.postures] = seconds - self._reckoning.seconds(draft)
        return self._known[key]

    def on_each_rung(self, choice: Choice) -> list[float]:
        """Estimated seconds of a stretch alone, in each dose that it may have."""
        return self._reckoning.on_each_rung(choice)

    def least_seconds(self, choice: Choice) -> float:
        """The same in its least dose."""
        return self._reckoning.of_step(choice.rungs[0])

    def in_order(self, draft: Draft) -> bool:
        """Whether it keeps every rule of order as it is led; the person's breath makes no difference to that."""
        routine = self._in_any_breath.led(draft.steps)
        return routine is not None and not any(order_complaints(self.library.course(routine)))

    def choice(self, slug: str, turn: int, postures: Sequence[Posture], *, on_bed: bool) -> Choice | None:
        """The stretch as a choice for these postures; None where it has no place in them, or no dose left today."""
        choice = self._alone.choice(slug, self.held.get(slug, 0), on_bed=on_bed)
        if choice is None or choice.stretch.posture not in postures:
            return None
        return replace(choice, block=postures.index(choice.stretch.posture), turn=turn)


def _key(draft: Draft) -> tuple[int, ...]:
    return tuple([id(entry.choice.rungs[entry.rung]) for entry in draft.entries])
