"""The holds of a reply as a screen shows them: when each is entered, held and over, its figures, and what is next."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from skill.content.library import Library
from skill.content.model import Posture, Routine, Step, Stretch
from skill.timeline import Mark, Place, Point, Side
from skill.timeline.hold.units import Unit, units_of

_NAMED_EARLIER_SECONDS = 1.0
"""A rhythm is named as the hold begins, or just before."""


class Captions(Protocol):
    """The words beside a figure, in one language."""

    def side(self, side: Side) -> str:
        """The name of a side."""

    def count(self, number: int, of: int) -> str:
        """Which repetition it is, of how many."""

    def next(self, name: str) -> str:
        """What comes next."""


@dataclass(frozen=True)
class Played:
    """When a reply is heard: the second at which each cue begins, and the one at which a point is reached."""

    cues: Sequence[tuple[float, str]]
    second: Callable[[Point], float]


@dataclass(frozen=True)
class SeenFigure:
    """A figure, and the second from which it is seen; `on` a bed where the routine has it there."""

    at: float
    stretch: str
    phase: str
    side: str
    form: str
    on: str


@dataclass(frozen=True)
class SeenHold:
    """One hold: its place and number in the routine, its seconds in the reply, its words, and its figures in order."""

    place: Place
    index: int
    begins: float
    start: float
    until: float
    hold_seconds: int
    name: str
    side: str
    count: str
    next: str
    figures: tuple[SeenFigure, ...]


@dataclass(frozen=True)
class RoutineSeen:
    """A routine with its captions in one language."""

    library: Library
    routine: Routine
    language: str
    captions: Captions

    def units(self) -> list[tuple[Step, Unit]]:
        """Every hold of the routine in order, with its step."""
        library = self.library
        return [(step, unit) for step in self.routine.steps for unit in units_of(step, library.stretch_of(step))]

    def holds(self, marks: Sequence[Mark], played: Played) -> tuple[SeenHold, ...]:
        """The holds of a reply with these marks; those that are gone from the routine are left out."""
        return tuple(hold for mark in marks if (hold := self._hold(mark, played)))

    def ahead(self, place: Place) -> tuple[SeenHold, ...]:
        """The hold at this place, which is still to come; empty where it is gone."""
        nothing = Played((), lambda point: point.seconds(1.0))
        return self.holds((Mark(place, Point(), Point()),), nothing)

    def _hold(self, mark: Mark, played: Played) -> SeenHold | None:
        units = self.units()
        index = next((number for number, (_, unit) in enumerate(units) if unit.place == mark.place), None)
        if index is None:
            return None
        step, unit = units[index]
        until = played.second(mark.ends)
        return SeenHold(
            place=unit.place,
            index=index,
            begins=played.second(mark.begins),
            start=round(max(0.0, until - unit.hold_seconds), 1),
            until=until,
            hold_seconds=unit.hold_seconds,
            name=self._name(step),
            side=self._side(unit.place),
            count=self.captions.count(unit.place.repetition, unit.of) if unit.of > 1 else "",
            next=self._next(units, index),
            figures=(*self._figures(step, unit, until, played),),
        )

    def _name(self, step: Step) -> str:
        return self.library.stretches[step.stretch].words[self.language].name

    def _side(self, place: Place) -> str:
        return self.captions.side(place.side) if place.side else ""

    def _next(self, units: list[tuple[Step, Unit]], index: int) -> str:
        """The next stretch, or the same one on its other side; nothing at the end."""
        step, unit = units[index]
        for later, then in units[index + 1 :]:
            if later.key != step.key:
                return self.captions.next(self._name(later))
            if then.place.side != unit.place.side:
                return self.captions.next(self._side(then.place))
        return ""

    def _figures(self, step: Step, unit: Unit, until: float, played: Played) -> Iterator[SeenFigure]:
        """The figure from the way into the hold, then those of its phases, as they are named."""
        phases = _phases(unit)
        yield _figure(0.0, step, unit, phases[0])
        rhythm = unit.stretch.words[self.language].rhythm
        for start, words in played.cues:
            if words in rhythm and until - unit.hold_seconds - _NAMED_EARLIER_SECONDS <= start < until:
                phase = rhythm.index(words) * len(phases) // len(rhythm)
                yield _figure(round(start, 1), step, unit, phases[phase])


def _phases(unit: Unit) -> list[tuple[str, str]]:
    """The phases of a hold, each with its side: one, or two that take turns."""
    side = unit.place.side.value if unit.place.side in (Side.LEFT, Side.RIGHT) else Side.RIGHT.value
    if unit.stretch.form == "moving":
        return [("first", side), ("second", side)]
    return [(unit.place.part or ("both" if unit.both else ""), side)]


def _figure(at: float, step: Step, unit: Unit, phase: tuple[str, str]) -> SeenFigure:
    return SeenFigure(at, step.stretch, phase[0], phase[1], step.form, on_what(unit.stretch))


def on_what(stretch: Stretch) -> str:
    """What a figure is drawn on, where that is not the usual; else empty."""
    return "bed" if stretch.posture is Posture.BED else ""
