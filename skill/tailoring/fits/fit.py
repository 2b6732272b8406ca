"""A fit: by how much the dose and the form of one stretch differ, for one person, from what is prescribed."""

from dataclasses import dataclass

from skill.replaced import replace
from skill.tailoring.fits.marking import mark_of

GROWING_DAYS = 7
"""Least days between two increases of a dose (coaching, section eight)."""

AWAY_DAYS = 7
"""Somebody who was away for longer goes back two steps."""

_STEPS_BACK = 2


@dataclass(frozen=True)
class Fit:
    """By how many seconds of hold and how many repetitions a dose is more than prescribed (or less, if negative).

    As a difference, it leaves a routine that asks for less the softer one. It is found by the `mark_of` its stretch.
    `later_hold` and `later_repetitions` are added on the first day after `day`.
    """

    mark: str
    hold: int = 0
    repetitions: int = 0
    easier: bool = False
    later_hold: int = 0
    later_repetitions: int = 0
    day: int = 0
    """The day on which it last grew or was eased (a proleptic ordinal): it does not grow again for a week."""
    back: int = 0
    """By how many steps it has gone back, because the person was away."""

    @classmethod
    def of(cls, stretch: str) -> "Fit":
        """The fit that changes nothing in the stretch of this slug."""
        return cls(mark_of(stretch))

    @property
    def usual(self) -> bool:
        """Whether it changes nothing, so that it need not be stored."""
        return self == Fit(self.mark)

    @property
    def more(self) -> bool:
        """Whether it asks for more than is prescribed."""
        return self.hold > 0 or self.repetitions > 0

    def on(self, day: int, *, away: bool = False) -> "Fit":
        """The fit on this day, with what was added for later; two steps back for somebody who was `away`."""
        today = self
        if day > self.day:
            hold, repetitions = self.hold + self.later_hold, self.repetitions + self.later_repetitions
            today = replace(self, hold=hold, repetitions=repetitions, later_hold=0, later_repetitions=0)
        if away and today.more:
            today = replace(today, back=today.back + _STEPS_BACK)
        return replace(today, day=0) if day - self.day >= GROWING_DAYS else today
