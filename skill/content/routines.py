"""How a routine file becomes a routine: every step with its stretch found, its dose settled and its key given."""

from collections import Counter
from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from skill.content.doses import WrittenStep, dose_of
from skill.content.faults import Complaint
from skill.content.model import Dose, Frozen, Need, Routine, RoutineWords, Source, Step, Stretch
from skill.content.reading import Refused


class WrittenRoutine(Frozen):
    """A routine as its author writes it; the slug is the name of the file."""

    source: Source
    needs: tuple[Need, ...]
    steps: Annotated[tuple[WrittenStep, ...], Field(min_length=1)]
    words: dict[str, RoutineWords]


def routine_from(slug: str, written: WrittenRoutine, stretches: Mapping[str, Stretch | None]) -> Routine:
    """The routine with its steps settled; raises `Refused` with the complaints of all of them.

    A stretch that is None has a faulty file: told there, so its steps are refused without a word.
    """
    steps, complaints, times_met = [], [], Counter[str]()
    for index, step in enumerate(written.steps):
        try:
            dose = _dose(step, stretches, written.source)
            steps.append(Step(key=_key(step.stretch, times_met[step.stretch]), stretch=step.stretch, dose=dose))
        except Refused as refused:
            complaints += [_inside(f"steps.{index}", complaint) for complaint in refused.complaints]
        times_met[step.stretch] += 1
    if len(steps) < len(written.steps):
        raise Refused(complaints)
    return Routine(slug=slug, source=written.source, needs=written.needs, steps=tuple(steps), words=written.words)


def _dose(step: WrittenStep, stretches: Mapping[str, Stretch | None], source: Source) -> Dose:
    if step.stretch not in stretches:
        raise Refused([Complaint("stretch", f"no stretch is called {step.stretch!r}")])
    stretch = stretches[step.stretch]
    if stretch is None:
        raise Refused([])
    return dose_of(step, stretch, source)


def _key(stretch: str, times_met: int) -> str:
    """A step's name inside its routine, in letters and hyphens only so that it can be kept and spoken of."""
    return stretch + "-again" * times_met


def _inside(place: str, complaint: Complaint) -> Complaint:
    return Complaint(".".join(filter(None, (place, complaint.path))), complaint.text)
