"""The figures of a stretch: what an article prescribes, what a routine asks for, and the bounds for wishes."""

from typing import Annotated, Literal

from skill.content.model.frozen import Checked, Frozen

Seconds = Annotated[int, Checked(strict=True, ge=0, le=600)]
Count = Annotated[int, Checked(strict=True, ge=1, le=60)]
Source = Literal["A", "B", "C", "D", "E", "house"]
SideName = Literal["left", "right"]

SECONDS_A_BREATH = 6
"""The length of one breath (2.5 s in, 3.5 s out), which converts published breaths into seconds."""


class HoldReach(Frozen):
    """Seconds of one hold: the usual length, and the bounds for a person's wishes."""

    shortest: Seconds
    """The least that wishes may bring it to."""
    usual: Seconds
    """The length when somebody asks for the stretch by its name."""
    longest: Seconds
    """The most that wishes may bring it to."""

    def __post_init__(self) -> None:
        if not 0 < self.shortest <= self.usual <= self.longest:
            raise ValueError("shortest, usual and longest must rise, from above zero")


class RepetitionReach(Frozen):
    """Repetitions on each side: the usual number, the bounds for wishes, and the seconds of rest between two."""

    fewest: Count
    """The least that wishes may bring them to."""
    usual: Count
    """The number when somebody asks for the stretch by its name."""
    most: Count
    """The most that wishes may bring them to."""
    rest: Seconds = 0
    """Seconds of rest between two."""

    def __post_init__(self) -> None:
        if not self.fewest <= self.usual <= self.most:
            raise ValueError("fewest, usual and most must rise")


class Moving(Frozen):
    """Seconds to get into the stretch, to come out of it, and to change sides."""

    enter: Seconds
    """Seconds for the last move into the hold."""
    leave: Seconds
    """Seconds to come out of the hold."""
    change: Seconds = 0
    """Seconds to change sides."""


class BothSides(Frozen):
    """The last turn of a stretch that is done on each side, and then on both at once."""

    hold: HoldReach
    """Seconds of the hold with both sides."""
    enter: Seconds
    """Seconds to get into it with both sides."""
    leave: Seconds
    """Seconds to come out of it with both sides."""


class PublishedDose(Frozen):
    """What one article prescribes for a stretch; it has exactly one of `hold`, `breaths` and `lasts`.

    One number has an open end ("sixty or more"), two are a range. `house` names the figures that are our own.
    """

    source: Source
    """The article."""
    order: Count | None = None
    """Its place in the article's routine."""
    called: str | None = None
    """The article's name for the stretch, which has to be among its names."""
    house: tuple[Literal["hold", "repetitions", "rest"], ...] = ()
    """The figures that are our own, because the article gives none."""
    hold: tuple[Seconds, ...] | None = None
    """Seconds of one hold."""
    breaths: tuple[Count, ...] | None = None
    """Breaths of one hold."""
    lasts: tuple[Seconds, ...] | None = None
    """Seconds of a moving stretch as a whole."""
    repetitions: tuple[Count, Count] = (1, 1)
    """The fewest and the most repetitions, on each side."""
    rest: Seconds = 0
    """Seconds of rest between two repetitions."""
    first: SideName | None = None
    """Which side begins."""

    def __post_init__(self) -> None:
        lengths = [length for length in (self.hold, self.breaths, self.lasts) if length is not None]
        if len(lengths) != 1 or len(lengths[0]) not in (1, 2):
            raise ValueError("give exactly one of hold, breaths or lasts, as one or two numbers")

    @property
    def hold_seconds(self) -> tuple[int, ...]:
        """Seconds of one hold, or of the whole movement: one number where the end is open, else the two ends."""
        if self.breaths is not None:
            return tuple(count * SECONDS_A_BREATH for count in self.breaths)
        return self.hold or self.lasts or ()


class Dose(Frozen):
    """Hold, repetitions and rest as a routine prescribes them, and what is changed of them for one person."""

    hold_seconds: int
    repetitions: int = 1
    rest_seconds: int = 0
    first: SideName = "right"
    together: bool = False
    spared: SideName | None = None
    """The side that is left alone: only the other one is worked."""
    longer: SideName | None = None
    """The tighter side, whose holds last `longer_seconds` more."""
    longer_seconds: int = 0
    """Extra seconds of each hold on the tighter side."""
    altered: tuple[tuple[str, int], ...] = ()
    """Turns with other seconds in this run, by `turn_of` their place; one after the last repetition evens the sides."""
    published: bool = False
    """Whether the hold is an article's figure, and not our own."""
