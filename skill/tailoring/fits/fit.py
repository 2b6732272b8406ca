"""A fit: by how much the dose and the form of one stretch differ, for one person, from what is prescribed."""

from dataclasses import dataclass

from skill.replaced import replace
from skill.tailoring.fits.marking import mark_of

GROWING_DAYS = 7
"""From one change of a dose to the next that makes it more (coaching, section eight)."""

AWAY_DAYS = 7
"""Whoever was away for longer goes back two steps."""

_STEPS_BACK = 2


@dataclass(frozen=True)
class Fit:
    """Seconds of hold and repetitions more (or fewer) than prescribed: a routine that asks for less stays the softer.

    It is found by the `mark_of` its stretch. What is to grow does so on a day after `day`, never on that day itself.
    """

    mark: str
    hold: int = 0
    repetitions: int = 0
    easier: bool = False
    later_hold: int = 0
    later_repetitions: int = 0
    day: int = 0
    """The last day on which it was made more, or eased (a proleptic ordinal): for a week it grows no further."""
    back: int = 0
    """Steps by which it has gone back, because the person was away."""

    @classmethod
    def of(cls, stretch: str) -> "Fit":
        """The fit of somebody who has asked for nothing of this stretch, given by its slug."""
        return cls(mark_of(stretch))

    @property
    def usual(self) -> bool:
        """Whether it changes nothing, so that it need not be kept."""
        return self == Fit(self.mark)

    @property
    def more(self) -> bool:
        """Whether it asks for more than is prescribed."""
        return self.hold > 0 or self.repetitions > 0

    def on(self, day: int, *, away: bool = False) -> "Fit":
        """The same on this day: what was to grow has grown; two steps less for somebody who was `away`."""
        today = self
        if day > self.day:
            hold, repetitions = self.hold + self.later_hold, self.repetitions + self.later_repetitions
            today = replace(self, hold=hold, repetitions=repetitions, later_hold=0, later_repetitions=0)
        if away and today.more:
            today = replace(today, back=today.back + _STEPS_BACK)
        return replace(today, day=0) if day - self.day >= GROWING_DAYS else today
