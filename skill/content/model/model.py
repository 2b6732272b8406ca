"""Stretches, routines and the ways between postures, as they are once they are read."""

from collections.abc import Iterable
from dataclasses import field
from enum import StrEnum
from functools import cached_property
from math import ceil
from typing import Annotated, Literal

from skill.content.model.figures import (
    BothSides,
    Dose,
    HoldReach,
    Moving,
    PublishedDose,
    RepetitionReach,
    Seconds,
    Source,
)
from skill.content.model.frozen import Checked, Frozen
from skill.content.model.suits import Suits
from skill.content.model.words import RoutineWords, Sentence, StretchWords

Slug = Annotated[str, Checked(pattern=r"^[a-z]+(-[a-z]+)*$")]
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
"""Those who should take care with a stretch: told when asked for, never kept of anyone."""


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


class Stretch(Frozen):
    """A movement entered, held and released."""

    slug: Slug
    posture: Posture
    """How the body is when it begins."""
    needs: tuple[Need, ...]
    """What it needs; of several any one will do."""
    kind: Kind
    """What it asks of the body."""
    form: Literal["held", "parts", "moving"] = "held"
    """Held still, in parts one after the other, or moving all the time."""
    sides: Literal["none", "each", "each-then-both"] = "none"
    """Whether each side has its turn."""
    areas: tuple[str, ...]
    """What it is for: names of the list in areas.toml."""
    hold: HoldReach
    """How long it is held; of a moving stretch, how long the whole of it lasts."""
    repetitions: RepetitionReach
    """How often."""
    moving: Moving
    """How long getting in and out takes."""
    parts: tuple[str, ...] = ()
    """The names of the positions that make up a repetition, in order."""
    half_breath_seconds: Seconds = 3
    """How long a movement with half a breath takes."""
    cycle: Seconds = 1
    """Seconds of a moving stretch in which each side has its turn once; it lasts so long that both have the same."""
    easier_in_turn: bool = False
    """Whether the easier form is done on one side and then on the other, a repetition each: there is an even number."""
    both: BothSides | None = None
    """The turn of both sides together."""
    careful: tuple[Careful, ...] = ()
    """The people who should take care: said when somebody asks for it, and kept of nobody."""
    bends: Literal["arching", "deep"] | None = None
    """Which way it bends the back far; where each side comes before both at once, only that last turn does."""
    can_answer: bool = True
    """Whether somebody in it may be asked something: not if hands or legs hold each other fast."""
    head_low: bool = False
    """Whether the head hangs below the hips, so that getting up may make giddy."""
    family: Literal["figure four", "cat and cow"] | None = None
    """Stretches that are the same in another posture: one of them is enough for a routine."""
    a_day: Seconds | None = None
    """The most seconds of holding in a day, where it is not what others of its kind may have."""
    doses: tuple[PublishedDose, ...] = ()
    """What articles say of it; a stretch of our own has none."""
    words: dict[str, StretchWords]
    """By language, what is said of it."""

    def __hash__(self) -> int:
        """By its slug: a stretch is told in few ways, and its words have no hash."""
        return hash(self.slug)

    @property
    def only_rests(self) -> bool:
        """Whether nothing is stretched in it: its place is at the end alone."""
        return self.kind is Kind.RESTFUL and self.sides == "none" and self.bends is None

    def sides_alike(self, seconds: int) -> bool:
        """Whether both sides have had the same after so long: the first is named a half breath after it begins."""
        half_breaths, left = divmod(seconds, self.half_breath_seconds)
        a_side = self.cycle / 2 / self.half_breath_seconds
        return self.cycle == 1 or (not left and ceil((half_breaths - 1) / a_side) % 2 == 0)

    def dose_from(self, source: str) -> PublishedDose | None:
        """The first dose that this source gives, if it gives one."""
        return next((dose for dose in self.doses if dose.source == source), None)


class Step(Frozen):
    """A stretch with its dose; `key` names the step inside its routine, also when a stretch comes twice."""

    key: str
    stretch: Slug
    dose: Dose
    form: Literal["usual", "easier"] = "usual"
    """Which of its words tell it: in the easier form it is gentler, and nothing else changes."""
    posture: Posture | None = None
    """The posture here, where it is not the stretch's own: on a bed, what else lies on the floor."""
    rest_after_seconds: Seconds = 0
    """Lying, sitting or standing still after it, before the next stretch is named."""

    def __hash__(self) -> int:
        """By what mostly tells one from another: it is asked for at every look into what is kept of steps."""
        return hash((self.key, self.dose.hold_seconds, self.dose.repetitions))


class Routine(Frozen):
    """Stretches in order, from an article (`source` A to E) or our own (`house`).

    An `early` one may come straight after getting up. One that `asks_nothing` has one soft question between its
    parts, which may go unanswered, and ends without any: whoever falls asleep in it is not woken. Whoever does one with
    `ways_without` some limits gets down and up as those would who have them. Of one that is better `after_a_week`
    somebody is asked in their first, whether they want it all the same.
    """

    slug: Slug
    source: Source
    needs: tuple[Need, ...]
    early: bool = False
    asks_nothing: bool = False
    ways_without: tuple[Slug, ...] = ()
    after_a_week: bool = False
    suits: Suits = field(default_factory=Suits)
    steps: tuple[Step, ...]
    words: dict[str, RoutineWords]

    def index_of(self, key: str) -> int | None:
        """Where the step of this key stands, counted from nought, or None when it is not here."""
        return self._numbers.get(key)

    @cached_property
    def told_again(self) -> frozenset[str]:
        """The keys of the steps that have another one of the same stretch in the same form before them."""
        earlier: dict[tuple[str, str], str] = {}
        firsts = {earlier.setdefault((step.stretch, step.form), step.key) for step in self.steps}
        return frozenset(step.key for step in self.steps) - firsts

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """Where each step stands, by its key; a turn asks for it hundreds of times."""
        return {step.key: number for number, step in reversed([*enumerate(self.steps)])}


class Transition(Frozen):
    """The way from one posture to another: seconds in all, words included, and one sentence a move."""

    start: Posture
    """How the body is before."""
    end: Posture
    """How the body is afterwards."""
    quick: Seconds
    """Seconds for somebody quick."""
    usual: Seconds
    """Seconds for most."""
    slow: Seconds
    """Seconds for somebody slow, and for the first time."""
    postures: tuple[Posture, ...] = ()
    """How the body is after each move, where somebody may be talked through it a move at a time."""
    through: tuple[Posture, ...] = ()
    """What it goes through besides: whoever may not be asked for that has a way of their own, in their limit's file."""
    words: dict[str, tuple[Sentence, ...]]
    """By language, the moves."""

    def passes(self, postures: Iterable[Posture]) -> bool:
        """Whether it goes through any of these on the way."""
        return not {*self.through, *self.postures[:-1]}.isdisjoint(postures)
