"""Composes a routine that lasts as long as somebody has, of stretches that suit them, in an order that a body likes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from zlib import crc32

from skill.content.library import Library
from skill.content.model import Kind, Posture
from skill.replaced import replace
from skill.tailoring.composing.drafting import Choice
from skill.tailoring.composing.filling import CLOSE_ENOUGH, filled, fuller
from skill.tailoring.composing.reckoning import Parts
from skill.tailoring.composing.shapes import SHAPES, RoutineShape, Setting
from skill.tailoring.composing.weighing import Estimate, Scales
from skill.tailoring.steps.made import MadeStep
from skill.tailoring.tailoring import Tailoring
from skill.timeline import Work

_TRIES = 12
_ENOUGH_TRIES = 3
"""How many drafts are laid out to fill the time better; up to _TRIES only while none was short enough."""
_FULLER_FROM_SECONDS = 5 * 60
"""From this length on there is time for something between the first stretch and the last."""
_MOST_REST_SECONDS = 40
"""Nobody asked for minutes of lying still: our own judgement."""
_FITS = 0.95
_BEFORE_ALL_OTHERS = 1 << 32


@dataclass(frozen=True)
class Wanted:
    """What to compose: at most so many seconds of these stretches, in a setting; `day` and `seed` vary the choice."""

    seconds: float
    candidates: tuple[str, ...]
    setting: Setting = "floor"
    tailoring: Tailoring = Tailoring()
    held: Mapping[str, int] = field(default_factory=dict)
    day: int = 0
    seed: str = ""
    first: frozenset[str] = frozenset()
    """Stretches that come before all others."""
    work: Work = field(default_factory=Work, compare=False)
    """Counts every draft that is weighed."""

    def turn_of(self, name: object) -> int:
        """Today's turn of a stretch or a shape, by a checksum: the lowest comes first."""
        turn = crc32(f"{self.day}:{self.seed}:{name}".encode())
        return turn - _BEFORE_ALL_OTHERS if name in self.first else turn

    @cached_property
    def in_turn(self) -> tuple[tuple[int, str], ...]:
        """Every candidate with its turn, in that order."""
        turns = [(self.turn_of(slug), slug) for slug in self.candidates]
        return tuple(sorted(turns, key=lambda one: one[0]))


@dataclass(frozen=True)
class Composed:
    """The steps of a composed routine, and its seconds; no steps where nothing fits."""

    steps: tuple[MadeStep, ...] = ()
    seconds: float = 0.0


def composed(library: Library, wanted: Wanted, estimate: Estimate, parts: Parts) -> Composed:
    """The routine that comes nearest to the wanted length, and is never longer.

    A full one if possible; else one with less in between, or with a longer rest.
    """
    scales = Scales(library, wanted.tailoring, estimate, parts, wanted.held, wanted.work)
    full = _best(scales, wanted, full=True)
    if full.seconds >= _FITS * wanted.seconds:
        return full
    return max(full, _best(scales, wanted, full=False), key=lambda one: one.seconds)


def _best(scales: Scales, wanted: Wanted, *, full: bool) -> Composed:
    """The routine of any shape that comes nearest."""
    best = Composed()
    for shape in _shapes(scales.library, wanted):
        fuller = full and wanted.seconds >= _FULLER_FROM_SECONDS
        choices = tuple(_without_long_rest(one) if full else one for one in _choices(scales, wanted, shape))
        best = max(best, _filled(scales, wanted, replace(shape, fuller=fuller), choices), key=lambda one: one.seconds)
        if best.seconds >= CLOSE_ENOUGH * wanted.seconds:
            break
    return best


def _without_long_rest(choice: Choice) -> Choice:
    """The choice, with a stretch that only rests cut to _MOST_REST_SECONDS."""
    return choice.at_most(_MOST_REST_SECONDS) if choice.stretch.only_rests else choice


def _shapes(library: Library, wanted: Wanted) -> list[RoutineShape]:
    """The shapes of the setting: first those that end at rest, that suit the time, and whose turn it is today."""
    restful = _rested_in(library, wanted)
    return sorted(
        SHAPES[wanted.setting],
        key=lambda shape: (
            (Posture.BACK if shape.postures[-1] is Posture.BED else shape.postures[-1]) not in restful,
            not shape.suits(wanted.seconds),
            wanted.turn_of(shape.postures),
        ),
    )


def _rested_in(library: Library, wanted: Wanted) -> frozenset[Posture]:
    """The postures in which some candidate is restful."""
    known = map(library.stretch, wanted.candidates)
    return frozenset(stretch.posture for stretch in known if stretch.kind is Kind.RESTFUL)


def _filled(scales: Scales, wanted: Wanted, shape: RoutineShape, choices: tuple[Choice, ...]) -> Composed:
    """The routine of this shape, of these stretches, that comes nearest."""
    best, draft = Composed(), filled(scales, choices, shape, wanted.seconds)
    for number in range(_TRIES):
        known = scales.is_laid_out(draft)
        real = scales.laid_out(draft) if draft.entries else 0.0
        if best.seconds < real <= wanted.seconds:
            best = Composed(draft.steps, real)
        # Laying a draft out corrects the estimates: where that leads to the same draft again, there is no better one.
        tried = number + 1 >= _ENOUGH_TRIES and best.steps
        if known or not draft.entries or tried or best.seconds >= CLOSE_ENOUGH * wanted.seconds:
            break
        if real <= wanted.seconds:
            draft = fuller(scales, choices, draft, wanted.seconds)
        else:
            draft = filled(scales, choices, shape, wanted.seconds)
    return best


def _choices(scales: Scales, wanted: Wanted, shape: RoutineShape) -> Iterator[Choice]:
    """Every candidate with a place in this shape, in order of turn."""
    for turn, slug in wanted.in_turn:
        on_bed = wanted.setting == "bed" and scales.library.stretch(slug).posture is Posture.BACK
        choice = scales.choice(slug, turn, shape.postures, on_bed=on_bed)
        if choice is not None:
            yield choice
