"""Bounds: between how many seconds a stretch certainly adds to a draft, known from its holds without laying it out.

A hold, the way in and the way out last as long as they do, whatever is said: that is most of a routine, and summed in
no time. What is said around them has bounds that are wide on purpose. Were they wrong for once, a draft might be taken
that another would better: none is ever longer than was wished, for the one that is led is laid out.
"""

from typing import NamedTuple

from skill.content.model import Kind
from skill.content.model.course import Turn
from skill.timeline.hold.units import units_of
from skill.timeline.manner import Manner

_LESS_ADDED_SECONDS, _MORE_ADDED_SECONDS = 40, 130
"""With one stretch more: its words; a question that moves elsewhere, or is one more or one fewer."""
_LESS_TOLD_SECONDS, _MORE_TOLD_SECONDS = 45, 50
"""The same beyond what is told of it alone: another question or one fewer, where somebody lies already, what comes."""
_LESS_A_HOLD_SECONDS, _MORE_A_HOLD_SECONDS = 4, 10
"""With one hold more of the same stretch: what is said between two, which may be said while one rests."""
_ROUNDED_SECONDS = 0.5
"""Tenths that are rounded: a hold is exactly as long as it is, with all that is said inside."""
_LENGTHS_SECONDS = 2
"""Between saying one length before the holds and saying another."""
_TOLD_SECONDS = 12
"""With saying before the holds how long or how often."""
_UNTOLD_REPETITIONS = 2
"""Of so many nobody is told before: the second is "once more"."""
_NEARLY_SECONDS = 0.05
"""What is nearer to a length than this is not told from it by bounds: sums differ in their last places."""
_SPLIT_FROM_SECONDS = 120
"""From so many seconds of holding on one stretch may be too long for a reply, which then asks in its middle."""
_SPLIT_SECONDS = 90


class Bounds(NamedTuple):
    """Seconds, at least and at most."""

    least: float
    most: float

    def plus(self, other: "Bounds") -> "Bounds":
        """Both together."""
        return Bounds(self.least + other.least, self.most + other.most)

    def certainly_below(self, seconds: float) -> bool:
        """Whether it is less than this in any case."""
        return self.most < seconds - _NEARLY_SECONDS

    def certainly_above(self, seconds: float) -> bool:
        """Whether it is more than this in any case."""
        return self.least > seconds + _NEARLY_SECONDS

    def tells(self, seconds: float) -> bool:
        """Whether it is certain on which side of this it is."""
        return self.certainly_below(seconds) or self.certainly_above(seconds)

    def beyond(self, seconds: float) -> "Bounds":
        """So many seconds more."""
        return Bounds(self.least + seconds, self.most + seconds)


class Certain(NamedTuple):
    """What is certain of a step: the seconds of its holds and of all moving around them, and how many holds it has."""

    seconds: float
    holds: int
    told: bool = False
    """Whether something is said before them of how long and how often."""


def certain_of(turn: Turn, manner: Manner) -> Certain:
    """The same for this step as it is led, in this manner."""
    units = units_of(turn.step, turn.stretch)
    may_hurry = turn.stretch.kind is not Kind.STRONG
    moving = manner.settling_seconds(sum(unit.moving_seconds for unit in units), may_hurry=may_hurry)
    dose = turn.step.dose
    told = bool(dose.longer) or dose.repetitions > _UNTOLD_REPETITIONS or turn.stretch.sides == "each-then-both"
    return Certain(moving + sum(unit.hold_seconds for unit in units), len(units), told)


def added(step: Certain) -> Bounds:
    """What a draft lasts longer with this step, in its least dose."""
    split = _SPLIT_SECONDS if step.seconds > _SPLIT_FROM_SECONDS else 0
    words = _MORE_ADDED_SECONDS + _MORE_A_HOLD_SECONDS * step.holds
    return Bounds(step.seconds - _LESS_ADDED_SECONDS - split, step.seconds + words + split)


def told_added(seconds: float) -> Bounds:
    """The same, where it takes so many seconds as it is told alone."""
    return Bounds(seconds - _LESS_TOLD_SECONDS, seconds + _MORE_TOLD_SECONDS)


def grown(least: Certain, now: Certain) -> Bounds:
    """What a stretch lasts longer in a dose than in the least that it may have."""
    seconds, holds = now.seconds - least.seconds, abs(now.holds - least.holds)
    split = _SPLIT_SECONDS if now.seconds > _SPLIT_FROM_SECONDS else 0
    other = split + _words_seconds(least, now)
    return Bounds(seconds - other - _LESS_A_HOLD_SECONDS * holds, seconds + other + _MORE_A_HOLD_SECONDS * holds)


def _words_seconds(least: Certain, now: Certain) -> float:
    """How far what is said before the holds may be longer in the one dose than in the other."""
    if least.told != now.told:
        return _TOLD_SECONDS
    return _LENGTHS_SECONDS if now.told else _ROUNDED_SECONDS
