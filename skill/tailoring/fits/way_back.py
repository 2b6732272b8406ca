"""The way back after a very bad day: a day of rest, one of the softest routine, one of the usual one made soft."""

from dataclasses import dataclass
from typing import Annotated, Any

from skill.content.model import Kind, Stretch
from skill.plain_record import Packed
from skill.replaced import replace
from skill.tailoring.fits.fit import Fit
from skill.tailoring.fits.growing import TO_THE_LOW_END

_DAYS = 3
_FORGOTTEN_AFTER_DAYS = 7
"""Whoever stays away for longer comes back as everybody does after a week."""


@dataclass(frozen=True)
class WayBack:
    """Which of its days was the last on which somebody practised, from one, and when; none without a way back.

    A day on which nothing was practised is none of them: it waits, like a programme.
    """

    number: int = 0
    day: int = 0
    """As a proleptic ordinal."""
    later: bool = False
    """Whether today is a later day. Never kept."""

    def on(self, today: int) -> "WayBack":
        """The same today; none once it is over."""
        there = replace(self, later=self.number > 0 and today > self.day)
        return there if there.today <= _DAYS and today - self.day <= _FORGOTTEN_AFTER_DAYS else WayBack()

    @property
    def today(self) -> int:
        """Which of its days today is, from one; nought for somebody who is on no way back."""
        return self.number + self.later

    @property
    def rests(self) -> bool:
        """Whether nothing is to be stretched today."""
        return self.today == 1

    @property
    def softest(self) -> bool:
        """Whether today has the softest routine that there is."""
        return self.today == _DAYS - 1

    @property
    def softly(self) -> bool:
        """Whether today has the usual, in its softest form."""
        return self.today == _DAYS

    def having_practised(self, day: int) -> "WayBack":
        """The same with something practised on this day."""
        return replace(self, number=self.number + 1, day=day, later=False) if self.number and day > self.day else self


def softest_fit(fit: Fit, stretch: Stretch) -> Fit:
    """The fit in which a stretch is softest: the easier form, and the least of it; of rest nothing is taken away."""
    if stretch.kind is Kind.RESTFUL:
        return replace(fit, easier=not stretch.only_rests, hold=min(fit.hold, 0), repetitions=min(fit.repetitions, 0))
    return replace(fit, easier=True, hold=TO_THE_LOW_END, repetitions=TO_THE_LOW_END)


def packed_way_back(way_back: WayBack) -> str:
    """The number and the day."""
    return f"{way_back.number} {way_back.day}"


def unpacked_way_back(packed: Any) -> Any:
    """The way back as it was; what is no text is left to whoever reads it. Raises ValueError."""
    if not isinstance(packed, str):
        return packed
    number, day = packed.split()
    return WayBack(int(number), int(day))


PackedWayBack = Annotated[WayBack, Packed(packed_way_back, unpacked_way_back)]
"""A way back as a record holds it: one short text."""
