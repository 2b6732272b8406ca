"""The way back after a very bad day: a day of rest, one with the softest routine, one with the usual one made soft."""

from dataclasses import dataclass
from typing import Annotated, Any

from skill.content.model import Kind, Stretch
from skill.plain_record import Packed
from skill.replaced import replace
from skill.tailoring.fits.fit import Fit
from skill.tailoring.fits.growing import TO_THE_LOW_END

_DAYS = 3
_FORGOTTEN_AFTER_DAYS = 7
"""Somebody who stays away for longer comes back like everybody else after a week."""


@dataclass(frozen=True)
class WayBack:
    """How far somebody is on the way back: the number of the last day practised, and its date; nought without one.

    Days without practice do not count: it waits, like a programme.
    """

    number: int = 0
    day: int = 0
    """The date of day `number`, as a proleptic ordinal."""
    later: bool = False
    """Whether today is after `day`. Not stored."""

    def on(self, today: int) -> "WayBack":
        """The way back as of today; an empty one once it is over."""
        there = replace(self, later=self.number > 0 and today > self.day)
        return there if there.today <= _DAYS and today - self.day <= _FORGOTTEN_AFTER_DAYS else WayBack()

    @property
    def today(self) -> int:
        """Which day of the way back today is, from one; nought without one."""
        return self.number + self.later

    @property
    def rests(self) -> bool:
        """Whether today is the day of rest."""
        return self.today == 1

    @property
    def softest(self) -> bool:
        """Whether today has the softest routine."""
        return self.today == _DAYS - 1

    @property
    def softly(self) -> bool:
        """Whether today has the usual routine, in its softest form."""
        return self.today == _DAYS

    def having_practised(self, day: int) -> "WayBack":
        """The way back after practice on this day; unchanged where that day was counted already."""
        return replace(self, number=self.number + 1, day=day, later=False) if self.number and day > self.day else self


def softest_fit(fit: Fit, stretch: Stretch) -> Fit:
    """The softest fit of a stretch: its easier form and its least dose; a restful one keeps its prescribed dose."""
    if stretch.kind is Kind.RESTFUL:
        return replace(fit, easier=not stretch.only_rests, hold=min(fit.hold, 0), repetitions=min(fit.repetitions, 0))
    return replace(fit, easier=True, hold=TO_THE_LOW_END, repetitions=TO_THE_LOW_END)


def packed_way_back(way_back: WayBack) -> str:
    """The number and the day as text."""
    return f"{way_back.number} {way_back.day}"


def unpacked_way_back(packed: Any) -> Any:
    """The way back from its text; what is no text is returned as it is. Raises ValueError for another text."""
    if not isinstance(packed, str):
        return packed
    number, day = packed.split()
    return WayBack(int(number), int(day))


PackedWayBack = Annotated[WayBack, Packed(packed_way_back, unpacked_way_back)]
"""A way back, which a record stores as one short text."""
