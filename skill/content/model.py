"""The shapes that content files are read into: frozen, typed, and refusing what they do not know."""

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Seconds = Annotated[int, Field(strict=True, ge=0, le=600)]
Count = Annotated[int, Field(strict=True, ge=1, le=60)]
Slug = Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
Sentence = Annotated[str, Field(min_length=2, max_length=200)]
Source = Literal["A", "B", "C", "D", "E", "house"]
SideName = Literal["left", "right"]
Need = Literal["floor", "bed", "chair", "worktop"]
Careful = Literal[
    "ankle",  # painful or stiff ankles
    "arching",  # backs that are worse for arching
    "balance",  # unsteady on one's feet, or near an edge
    "belly",  # recent surgery, hernia, full stomach, reflux
    "bones",  # thin bones or a past fracture of the spine
    "eyes",  # glaucoma, recent eye surgery, retina trouble
    "hip",  # replaced or operated
    "knee",  # painful or replaced, also for kneeling
    "leg",  # pain that runs down a leg
    "neck",  # sore or operated
    "pregnancy",
    "pressure",  # high blood pressure not controlled, or giddiness
    "shoulder",  # sore or operated
    "wrist",  # sore or operated
]
"""Who should take care with a stretch: told when asked for, never kept of anyone."""

SECONDS_A_BREATH = 6
"""One breath, two and a half seconds in and three and a half out, turns published breaths into seconds."""


class Posture(StrEnum):
    """How the body is."""

    BACK = "back"
    FRONT = "front"
    ALL_FOURS = "all fours"
    FLOOR_SEAT = "seated on the floor"
    CHAIR = "chair"
    STANDING = "standing"
    BED = "bed"


class Kind(StrEnum):
    """What a stretch asks of the body: restful, movement, or strong."""

    RESTFUL = "restful"
    MOVEMENT = "movement"
    STRONG = "strong"


class Frozen(BaseModel):
    """Content cannot change once it is read, and an unknown key is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class HoldReach(Frozen):
    """Seconds of one hold: what is usual, and how far the listener's wishes may move it."""

    shortest: Seconds
    usual: Seconds
    longest: Seconds

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not 0 < self.shortest <= self.usual <= self.longest:
            raise ValueError("shortest, usual and longest must rise, from above zero")
        return self


class RepetitionReach(Frozen):
    """Repetitions (per side): what is usual, how far wishes may move it, and the seconds of rest between two."""

    fewest: Count
    usual: Count
    most: Count
    rest: Seconds = 0

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not self.fewest <= self.usual <= self.most:
            raise ValueError("fewest, usual and most must rise")
        return self


class Moving(Frozen):
    """Seconds to get into the stretch, out of it, and over to the other side."""

    enter: Seconds
    leave: Seconds
    change: Seconds = 0


class BothSides(Frozen):
    """The third turn of a stretch that goes left, right and then both at once."""

    hold: HoldReach
    enter: Seconds
    leave: Seconds


class PublishedDose(Frozen):
    """What one article says of a stretch: exactly one of hold (seconds), breaths or lasts (the whole movement).

    One number is an open end ("sixty or more"), two are a range. `house` names the figures that are our own.
    """

    source: Source
    order: Count | None = None
    called: str | None = None
    house: tuple[Literal["hold", "repetitions", "rest"], ...] = ()
    hold: tuple[Seconds, ...] | None = None
    breaths: tuple[Count, ...] | None = None
    lasts: tuple[Seconds, ...] | None = None
    repetitions: tuple[Count, Count] = (1, 1)
    rest: Seconds = 0
    first: SideName | None = None

    @model_validator(mode="after")
    def _one_length(self) -> Self:
        lengths = [length for length in (self.hold, self.breaths, self.lasts) if length is not None]
        if len(lengths) != 1 or len(lengths[0]) not in (1, 2):
            raise ValueError("give exactly one of hold, breaths or lasts, as one or two numbers")
        return self

    @property
    def hold_seconds(self) -> tuple[int, ...]:
        """The length of one hold, or of the whole movement, in seconds: one number when the end is open."""
        if self.breaths is not None:
            return tuple(count * SECONDS_A_BREATH for count in self.breaths)
        return self.hold or self.lasts or ()


class PartWords(Frozen):
    """What is said for one of the positions that make up a repetition."""

    enter: tuple[Sentence, ...]
    short: Sentence
    release: Sentence | None = None


class BothWords(Frozen):
    """What is said when both sides move at once."""

    enter: tuple[Sentence, ...]
    short: Sentence
    release: Sentence


class EasierWords(Frozen):
    """A gentler form with cues of its own."""

    enter: tuple[Sentence, ...]
    short: Sentence | None = None


class StretchWords(Frozen):
    """Everything said of one stretch in one language; `{side}`, `{Side}` and `{other}` stand for left and right.

    `change` tells the way to the other side where that takes more than a word, and `after` what is still to be done
    when the release has been followed (standing still after a deep bend).
    """

    name: str
    also: tuple[str, ...] = ()
    setup: tuple[Sentence, ...]
    enter: tuple[Sentence, ...] = ()
    during: tuple[Sentence, ...] = ()
    rhythm: tuple[str, ...] = ()
    release: Sentence
    after: Sentence | None = None
    change: tuple[Sentence, ...] = ()
    short: Sentence
    again: Sentence | None = None
    feel: Sentence
    why: Sentence
    mistakes: Sentence
    note: Sentence | None = None
    parts: dict[str, PartWords] = {}
    both: BothWords | None = None
    easier: EasierWords | None = None


class Stretch(Frozen):
    """A movement entered, held and released."""

    slug: Slug
    posture: Posture
    needs: tuple[Need, ...]
    kind: Kind = Field(alias="class")
    form: Literal["held", "parts", "moving"] = "held"
    sides: Literal["none", "each", "each-then-both"] = "none"
    areas: tuple[str, ...]
    hold: HoldReach
    repetitions: RepetitionReach
    moving: Moving
    parts: tuple[str, ...] = ()
    half_breath_seconds: Seconds = 3
    both: BothSides | None = None
    careful: tuple[Careful, ...] = ()
    doses: tuple[PublishedDose, ...] = ()
    words: dict[str, StretchWords]

    def dose_from(self, source: str) -> PublishedDose | None:
        """The first dose that this source gives, if it gives one."""
        return next((dose for dose in self.doses if dose.source == source), None)


class Dose(Frozen):
    """Hold, repetitions and rest as a routine prescribes them, with nothing left open."""

    hold_seconds: int
    repetitions: int = 1
    rest_seconds: int = 0
    first: SideName = "right"
    together: bool = False
    published: bool = False
    """Whether an article gives the hold: false for a figure of our own."""


class Step(Frozen):
    """A stretch with its dose; `key` names the step inside its routine, also when a stretch comes twice."""

    key: str
    stretch: Slug
    dose: Dose


class RoutineWords(Frozen):
    """What is said of one routine; `before` tells what it needs and how often the posture changes."""

    name: str
    also: tuple[str, ...] = ()
    before: tuple[Sentence, ...]
    about: Sentence


class Routine(Frozen):
    """Stretches in order, from an article (`source` A to E) or our own (`house`)."""

    slug: Slug
    source: Source
    needs: tuple[Need, ...]
    steps: tuple[Step, ...]
    words: dict[str, RoutineWords]

    def index_of(self, key: str) -> int | None:
        """Where the step of this key stands, counted from nought, or None when it is not here."""
        return next((index for index, step in enumerate(self.steps) if step.key == key), None)


class Transition(Frozen):
    """The way from one posture to another: seconds in all, words included, and one sentence a move."""

    start: Posture
    end: Posture
    quick: Seconds
    usual: Seconds
    slow: Seconds
    words: dict[str, tuple[Sentence, ...]]
