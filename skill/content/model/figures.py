"""The figures of a stretch: what an article prescribes, what a routine asks for, and how far wishes may move it."""

from typing import Annotated, Literal

from skill.content.model.frozen import Checked, Frozen

Seconds = Annotated[int, Checked(strict=True, ge=0, le=600)]
Count = Annotated[int, Checked(strict=True, ge=1, le=60)]
Source = Literal["A", "B", "C", "D", "E", "house"]
SideName = Literal["left", "right"]

SECONDS_A_BREATH = 6
"""One breath, two and a half seconds in and three and a half out, turns published breaths into seconds."""


class HoldReach(Frozen):
    """Seconds of one hold: what is usual, and how far the listener's wishes may move it."""

    shortest: Seconds
    """The least that wishes may bring it to."""
    usual: Seconds
    """What it is when a stretch is asked for by its name."""
    longest: Seconds
    """The most that wishes may bring it to."""

    def __post_init__(self) -> None:
        if not 0 < self.shortest <= self.usual <= self.longest:
            raise ValueError("shortest, usual and longest must rise, from above zero")


class RepetitionReach(Frozen):
    """Repetitions (per side): what is usual, how far wishes may move it, and the seconds of rest between two."""

    fewest: Count
    """The least that wishes may bring them to."""
    usual: Count
    """How many there are when a stretch is asked for by its name."""
    most: Count
    """The most that wishes may bring them to."""
    rest: Seconds = 0
    """Seconds of rest between two."""

    def __post_init__(self) -> None:
        if not self.fewest <= self.usual <= self.most:
            raise ValueError("fewest, usual and most must rise")


class Moving(Frozen):
    """Seconds to get into the stretch, out of it, and over to the other side."""

    enter: Seconds
    """Seconds that the last move into the hold takes."""
    leave: Seconds
    """Seconds that coming out of it takes."""
    change: Seconds = 0
    """Seconds that changing sides takes."""


class BothSides(Frozen):
    """The third turn of a stretch that goes left, right and then both at once."""

    hold: HoldReach
    """Seconds of the hold with both sides."""
    enter: Seconds
    """Seconds to get into it."""
    leave: Seconds
    """Seconds to come out of it."""


class PublishedDose(Frozen):
    """What one article says of a stretch: exactly one of hold (seconds), breaths or lasts (the whole movement).

    One number is an open end ("sixty or more"), two are a range. `house` names the figures that are our own.
    """

    source: Source
    """The article."""
    order: Count | None = None
    """Its place in the routine of the article."""
    called: str | None = None
    """What the article calls the stretch; it has to be among the names."""
    house: tuple[Literal["hold", "repetitions", "rest"], ...] = ()
    """Which of the figures are our own, where the article is silent."""
    hold: tuple[Seconds, ...] | None = None
    """Seconds of one hold."""
    breaths: tuple[Count, ...] | None = None
    """Breaths of one hold."""
    lasts: tuple[Seconds, ...] | None = None
    """Seconds of the whole of a moving stretch."""
    repetitions: tuple[Count, Count] = (1, 1)
    """The fewest and the most, on each side."""
    rest: Seconds = 0
    """Seconds of rest between two."""
    first: SideName | None = None
    """Which side begins."""

    def __post_init__(self) -> None:
        lengths = [length for length in (self.hold, self.breaths, self.lasts) if length is not None]
        if len(lengths) != 1 or len(lengths[0]) not in (1, 2):
            raise ValueError("give exactly one of hold, breaths or lasts, as one or two numbers")

    @property
    def hold_seconds(self) -> tuple[int, ...]:
        """The length of one hold, or of the whole movement, in seconds: one number when the end is open."""
        if self.breaths is not None:
            return tuple(count * SECONDS_A_BREATH for count in self.breaths)
        return self.hold or self.lasts or ()


class Dose(Frozen):
    """Hold, repetitions and rest as a routine prescribes them, with nothing left open."""

    hold_seconds: int
    repetitions: int = 1
    rest_seconds: int = 0
    first: SideName = "right"
    together: bool = False
    spared: SideName | None = None
    """The side that somebody wants left alone: only the other one is worked."""
    longer: SideName | None = None
    """The side that somebody says is tighter: its holds last `longer_seconds` more."""
    longer_seconds: int = 0
    """Seconds by which they do."""
    altered: tuple[tuple[str, int], ...] = ()
    """Turns that last otherwise in this run, with their seconds; one beyond the repetitions evens out the sides."""
    published: bool = False
    """Whether an article gives the hold: false for a figure of our own."""
