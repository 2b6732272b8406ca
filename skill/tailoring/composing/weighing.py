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
"""Seconds that a routine lasts for one person, with everything that is said and every way between postures."""

_NEAR_SECONDS = 20
"""What is reckoned may be so much more than what is laid out: where questions come, nobody knows before."""


@dataclass
class Scales:
    """Weighs drafts as they are led to one person; what was laid out once corrects what is reckoned of the next."""

    library: Library
    tailoring: Tailoring
    estimate: Estimate
    parts: Parts
    held: Mapping[str, int] = field(default_factory=dict)
    """Seconds for which stretches were held today already, by their slugs."""
    work: Work = field(default_factory=Work)
    _known: dict[tuple[int, ...], float] = field(default_factory=dict)
    """What was laid out, by the identity of its steps: all of them are kept with what is known alone."""
    _beyond: dict[tuple[Posture, ...], float] = field(default_factory=dict)
    """Seconds before and after the stretches of a draft that goes through these postures, as far as is known."""

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
        """Seconds of the draft: reckoned, where it was not laid out.

        Raises NoEnd when the turn has weighed more than a turn may.
        """
        self.work.count()
        known = self._known.get(_key(draft)) if self._known else None
        return known if known is not None else self._around(draft) + self._reckoning.seconds(draft)

    def _around(self, draft: Draft) -> float:
        """Seconds before and after its stretches: as the last draft laid out had them, that went through the same."""
        if draft.postures not in self._beyond:
            routine = self._alone.led(draft.steps)
            self._beyond[draft.postures] = self.parts.around(routine) if routine else 0.0
        return self._beyond[draft.postures]

    def fits(self, draft: Draft, most_seconds: float) -> bool:
        """Whether it lasts no longer than this, as far as that is known."""
        return self.seconds(draft) <= most_seconds

    def can_fit(self, draft: Draft, most_seconds: float) -> bool:
        """The same for certain, where it is near: what is the least must not be left out by a few seconds."""
        seconds = self.seconds(draft)
        near = abs(seconds - most_seconds) <= _NEAR_SECONDS
        return (self.laid_out(draft) if near else seconds) <= most_seconds

    def is_laid_out(self, draft: Draft) -> bool:
        """Whether its seconds are certain."""
        return _key(draft) in self._known

    def laid_out(self, draft: Draft) -> float:
        """Seconds of the draft by the estimate itself."""
        key = _key(draft)
        if key not in self._known:
            routine = self._alone.led(draft.steps)
            seconds = self._known[key] = self.estimate(routine) if routine else 0.0
            self._beyond[draft.postures] = seconds - self._reckoning.seconds(draft)
        return self._known[key]

    def on_each_rung(self, choice: Choice) -> list[float]:
        """Seconds of a stretch alone, in each dose that it may have."""
        return self._reckoning.on_each_rung(choice)

    def least_seconds(self, choice: Choice) -> float:
        """The same in its least dose."""
        return self._reckoning.of_step(choice.rungs[0])

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


def _key(draft: Draft) -> tuple[int, ...]:
    return tuple([id(entry.choice.rungs[entry.rung]) for entry in draft.entries])
