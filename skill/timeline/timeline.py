"""A timeline: moments that abut, and the questions one may ask of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from skill.timeline.moment import Moment, Place


@dataclass(frozen=True)
class Timeline:
    """Everything that will be heard, in order; each moment begins where the one before it ends."""

    moments: tuple[Moment, ...] = ()

    def __add__(self, later: "Timeline") -> "Timeline":
        return Timeline(self.moments + later.moments)

    @property
    def seconds(self) -> float:
        """How long it is in all, to a tenth."""
        return round(sum(moment.seconds for moment in self.moments), 1)

    @property
    def speech_seconds(self) -> float:
        """The estimated part."""
        return round(sum(moment.seconds for moment in self.moments if not moment.silent), 1)

    @property
    def silence_seconds(self) -> float:
        """The exact part."""
        return round(sum(moment.seconds for moment in self.moments if moment.silent), 1)

    def timed(self) -> Iterator[tuple[float, Moment]]:
        """Each moment with the second at which it begins."""
        starts = accumulate((moment.seconds for moment in self.moments), initial=0.0)
        return ((round(start, 1), moment) for start, moment in zip(starts, self.moments, strict=False))

    def moment_at(self, elapsed: float) -> Moment | None:
        """What is heard so many seconds in; None before the first second and after the last."""
        if elapsed < 0:
            return None
        return next((moment for start, moment in self.timed() if start <= elapsed < start + moment.seconds), None)

    def place_at(self, elapsed: float) -> Place | None:
        """The place of the moment heard then, or of the next one that has a place."""
        return next(
            (moment.place for start, moment in self.timed() if moment.place and elapsed < start + moment.seconds),
            None,
        )

    def from_place(self, place: Place) -> "Timeline":
        """What remains from the first moment at this place; nothing when the place is not here."""
        first = next((n for n, moment in enumerate(self.moments) if moment.place == place), len(self.moments))
        return Timeline(self.moments[first:])
