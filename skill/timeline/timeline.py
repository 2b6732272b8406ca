"""A timeline: moments that abut, and when each of them begins."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from math import fsum

from skill.timeline.moment import Moment


@dataclass(frozen=True)
class Timeline:
    """Everything that will be heard, in order; each moment begins where the one before it ends."""

    moments: tuple[Moment, ...] = ()

    def __add__(self, later: "Timeline") -> "Timeline":
        return Timeline(self.moments + later.moments)

    @property
    def seconds(self) -> float:
        """The total, to a tenth."""
        return round(fsum(moment.seconds for moment in self.moments), 1)

    def timed(self) -> Iterator[tuple[float, Moment]]:
        """Each moment with the second at which it begins."""
        starts = accumulate((moment.seconds for moment in self.moments), initial=0.0)
        return ((round(start, 1), moment) for start, moment in zip(starts, self.moments, strict=False))
