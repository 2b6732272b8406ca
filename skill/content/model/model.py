"""Stretches, routines and the ways between postures, as they are read from content files."""

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
"""The conditions with which people should take care with a stretch: said when they ask, never stored of anybody."""


class Posture(StrEnum):
    """How the body lies, sits or stands."""

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
    """A movement that is entered, held and released."""

    slug: Slug
    posture: Posture
    """The posture in which it begins."""
    needs: tuple[Need, ...]
    """What it needs; if several are given, any one of them."""
    kind: Kind
    """What it asks of the body."""
    form: Literal["held", "parts", "moving"] = "held"
    """`held` is still, `parts` has positions one after the other, `moving` moves all the time."""
    sides: Literal["none", "each", "each-then-both"] = "none"
    """Whether each side has its turn, and then both together."""
    areas: tuple[str, ...]
    """The parts of the body that it is for, as areas.toml names them."""
    hold: HoldReach
    """How long it is held; for a moving stretch, how long the whole movement lasts."""
    repetitions: RepetitionReach
    """How often it is done, on each side."""
    moving: Moving
    """How long it takes to get in, to come out and to change sides."""
    parts: tuple[str, ...] = ()
    """The names of the positions that make up a repetition, in order."""
    half_breath_seconds: Seconds = 3
    """How long half a breath takes in a moving stretch."""
    cycle: Seconds = 1
    """Seconds in which each side has one turn of a moving stretch; its length has to give both sides the same."""
    easier_in_turn: bool = False
    """Whether repetitions of the easier form alternate between the sides: their number is then even."""
    both: BothSides | None = None
    """The last turn, with both sides together."""
    careful: tuple[Careful, ...] = ()
    """The people who should take care: said when somebody asks, and stored of nobody."""
    bends: Literal["arching", "deep"] | None = None
    """Which way it bends the back far; if both sides follow each side, only that last turn does."""
    can_answer: bool = True
    """Whether a question may be asked in it: not while hands and legs hold each other."""
    head_low: bool = False
    """Whether the head hangs below the hips, so that getting up may make people dizzy."""
    family: Literal["figure four", "cat and cow"] | None = None
    """The name for stretches that are the same in different postures: a routine has one of them."""
    a_day: Seconds | None = None
    """The most seconds of holding in a day, where it differs from that of other stretches of its kind."""
    doses: tuple[PublishedDose, ...] = ()
    """What each article prescribes; a stretch of our own has none."""
    words: dict[str, StretchWords]
    """What is said of it, by language."""

    def __hash__(self) -> int:
        """The hash of its slug, because its words have none; the few forms of a stretch share it."""
        return hash(self.slug)

    @property
    def only_rests(self) -> bool:
        """Whether nothing is stretched in it, so that it belongs only at the end of a routine."""
        return self.kind is Kind.RESTFUL and self.sides == "none" and self.bends is None

    def sides_alike(self, seconds: int) -> bool:
        """Whether both sides get the same in so many seconds; the first turn begins half a breath after the start."""
        half_breaths, left = divmod(seconds, self.half_breath_seconds)
        a_side = self.cycle / 2 / self.half_breath_seconds
        return self.cycle == 1 or (not left and ceil((half_breaths - 1) / a_side) % 2 == 0)

    def dose_from(self, source: str) -> PublishedDose | None:
        """The first dose from this source; None if it gives none."""
        return next((dose for dose in self.doses if dose.source == source), None)


class Step(Frozen):
    """A stretch with its dose; `key` is unique in its routine, even if a stretch comes twice."""

    key: str
    stretch: Slug
    dose: Dose
    form: Literal["usual", "easier"] = "usual"
    """Which words of the stretch are used; nothing else changes in the easier form."""
    posture: Posture | None = None
    """The posture in this routine, if it is not the stretch's own: a bed in place of the floor."""
    rest_after_seconds: Seconds = 0
    """Seconds of lying, sitting or standing still after the step, before the next one is named."""

    def __hash__(self) -> int:
        """By what mostly tells one from another: it is asked for at every look into what is kept of steps."""
        return hash((self.key, self.dose.hold_seconds, self.dose.repetitions))


class Routine(Frozen):
    """Stretches in order: an article's (`source` A to E) or our own (`house`).

    An `early` one may be done straight after getting up. One that `asks_nothing` has one soft question between its
    parts, which may go unanswered, and ends without a question, so that people may fall asleep in it. In one with
    `ways_without` limits, everybody gets down and up by the ways of people who have those limits. Somebody in their
    first week is asked whether they really want one that is better `after_a_week`.
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
        """The index of the step with this key, from nought; None where there is no such step."""
        return self._numbers.get(key)

    @cached_property
    def told_again(self) -> frozenset[str]:
        """The keys of the steps that follow another step with the same stretch in the same form."""
        earlier: dict[tuple[str, str], str] = {}
        firsts = {earlier.setdefault((step.stretch, step.form), step.key) for step in self.steps}
        return frozenset(step.key for step in self.steps) - firsts

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """The index of each step, by its key; cached, because a turn looks it up hundreds of times."""
        return {step.key: number for number, step in reversed([*enumerate(self.steps)])}


class Transition(Frozen):
    """The way from one posture to another: its seconds, including the words, and one sentence for each move."""

    start: Posture
    """The posture before."""
    end: Posture
    """The posture afterwards."""
    quick: Seconds
    """Seconds for somebody quick."""
    usual: Seconds
    """Seconds for most people."""
    slow: Seconds
    """Seconds for somebody slow, and for the first time."""
    postures: tuple[Posture, ...] = ()
    """The posture after each move, where somebody may be talked through the way one move at a time."""
    through: tuple[Posture, ...] = ()
    """Further postures on the way. A limit that leaves one of them out has a way of its own in its file."""
    words: dict[str, tuple[Sentence, ...]]
    """The moves, by language."""

    def passes(self, postures: Iterable[Posture]) -> bool:
        """Whether any of these postures lies on the way."""
        return not {*self.through, *self.postures[:-1]}.isdisjoint(postures)
