"""A run sheet: a routine written out second by second, for people who review what will be heard."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from skill.content.library import Library
from skill.content.model import Routine
from skill.timeline.hold.units import Unit, units_of
from skill.timeline.moment import Moment, Role
from skill.timeline.notes import note_moments, notes_due
from skill.timeline.stages import Stage
from skill.timeline.telling import Telling
from skill.timeline.timeline import Timeline
from skill.timeline.walk import Walk
from skill.wording import Wording


@dataclass(frozen=True)
class RunSheet:
    """A routine from its first posture to its end, for somebody who knows it, or who hears it for the `first` time."""

    library: Library
    routine: Routine
    first: bool = False

    @property
    def timeline(self) -> Timeline:
        """Every moment of the routine, without the questions between replies and the way to its first posture."""
        met = frozenset() if self.first else frozenset(self.library.stretches)
        telling = Telling(Wording(self.library, self.library.usual_language), met=met, newcomer=self.first)
        first = self._units()[0][1]
        walk = Walk(self.routine, telling, first.place, first.stretch.posture)
        return Timeline(tuple(moment for stage in walk.stages() for moment in _with_notes(walk, stage)))

    @property
    def minutes(self) -> float:
        """Its length in minutes, to a tenth."""
        return round(self.timeline.seconds / 60, 1)

    def as_json(self) -> dict[str, Any]:
        """The whole sheet for tools."""
        timeline = self.timeline
        return {
            "routine": self.routine.slug,
            "source": self.routine.source,
            "content_version": self.library.version,
            "seconds": timeline.seconds,
            "moments": [self._row(start, moment) for start, moment in timeline.timed()],
        }

    def lines(self) -> Iterator[str]:
        """The whole sheet for people: when, what for, and the words or the silence."""
        for start, moment in self.timeline.timed():
            minutes, seconds = divmod(start, 60)
            heard = moment.words or f"[silence {moment.seconds:g} s]"
            yield f"{minutes:3.0f}:{seconds:04.1f}  {moment.role:<8}  {heard}"

    def _units(self) -> list[tuple[int, Unit]]:
        """Each hold with the number of its step, from one."""
        steps = enumerate(self.routine.steps, start=1)
        return [(number, unit) for number, step in steps for unit in units_of(step, self.library.stretch_of(step))]

    def _row(self, start: float, moment: Moment) -> dict[str, Any]:
        here = next(((step, unit) for step, unit in self._units() if unit.place == moment.place), None)
        row: dict[str, Any] = {
            "start": start,
            "seconds": moment.seconds,
            "kind": "silence" if moment.silent else "cue",
            "role": str(moment.role),
            "stretch": None,
            "step": None,
            "side": None,
            "repetition": None,
            "of": None,
            "part": None,
            "hold_seconds": None,
            "published": None,
            "words": moment.words,
        }
        return row if here is None else {**row, **_of_unit(*here)}


def _with_notes(walk: Walk, stage: Stage) -> tuple[Moment, ...]:
    """The stage with the notes that are due: told before a short way, or after a long one, where people are asked."""
    if not stage.noted or stage.then is None:
        return stage.moments
    due = notes_due(walk.routine, stage.then, walk.telling)
    before = stage.moments if stage.long else (Moment(Role.REST, 0.0),)
    notes = note_moments(due, stage.then, walk.telling, before)
    return (*stage.moments, *notes) if stage.long else (*notes, *stage.moments)


def _of_unit(step: int, unit: Unit) -> dict[str, Any]:
    return {
        "stretch": unit.stretch.slug,
        "step": step,
        "side": unit.place.side,
        "repetition": unit.place.repetition,
        "of": unit.of,
        "part": unit.place.part,
        "hold_seconds": unit.hold_seconds,
        "published": unit.dose.published,
    }
