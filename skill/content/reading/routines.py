"""Reads a routine file into a routine: every step with its stretch, its complete dose and its key."""

from collections import Counter
from collections.abc import Mapping
from typing import Annotated, Literal

from skill.content.model import (
    Checked,
    Frozen,
    Need,
    Posture,
    Routine,
    RoutineWords,
    Slug,
    Source,
    Step,
    Stretch,
    Suits,
)
from skill.content.reading.doses import WrittenStep, dose_of
from skill.content.reading.faults import Complaint
from skill.content.reading.reading import Unusable


class WrittenRoutine(Frozen):
    """A routine as its author writes it; the slug is the name of the file."""

    source: Source
    """The article it is from, or house for one of our own."""
    needs: tuple[Need, ...]
    """What one has to have."""
    early: bool = False
    """Whether it may come straight after getting up; then nothing in it bends deep."""
    asks_nothing: bool = False
    """Whether it asks nothing, because people may fall asleep in it."""
    ways_without: tuple[Slug, ...] = ()
    """Limits by whose ways everybody gets down and up in it: their names."""
    after_a_week: bool = False
    """Whether somebody is asked in their first week if they want it all the same; nobody is offered it unasked then."""
    suits: Suits = Suits()
    """By what it is found without being named."""
    lies_on: Literal["floor", "bed"] = "floor"
    """What one lies on where a stretch allows both; on a bed nobody has to move for one that needs it."""
    steps: Annotated[tuple[WrittenStep, ...], Checked(min_length=1)]
    """The stretches in order."""
    words: dict[str, RoutineWords]
    """By language, what is said of it."""


def routine_from(slug: str, written: WrittenRoutine, stretches: Mapping[str, Stretch | None]) -> Routine:
    """The routine with its steps settled; raises `Refused` with the complaints of all of them.

    A stretch that is None has a faulty file: told there, so its steps are refused without a word.
    """
    steps, complaints, times_met = [], [], Counter[str]()
    for index, step in enumerate(written.steps):
        try:
            key = _key(step.stretch, times_met[step.stretch])
            steps.append(_settled(step, key, _found(step, stretches), written))
        except Unusable as refused:
            complaints += [_inside(f"steps.{index}", complaint) for complaint in refused.complaints]
        times_met[step.stretch] += 1
    if len(steps) < len(written.steps):
        raise Unusable(complaints)
    return Routine(
        slug=slug,
        source=written.source,
        needs=written.needs,
        early=written.early,
        asks_nothing=written.asks_nothing,
        ways_without=written.ways_without,
        after_a_week=written.after_a_week,
        suits=written.suits,
        steps=tuple(steps),
        words=written.words,
    )


def _found(step: WrittenStep, stretches: Mapping[str, Stretch | None]) -> Stretch:
    if step.stretch not in stretches:
        raise Unusable([Complaint("stretch", f"no stretch is called {step.stretch!r}")])
    stretch = stretches[step.stretch]
    if stretch is None:
        raise Unusable([])
    return stretch


def _settled(step: WrittenStep, key: str, stretch: Stretch, written: WrittenRoutine) -> Step:
    return Step(
        key=key,
        stretch=stretch.slug,
        dose=dose_of(step, stretch, written.source),
        form=_form(step, stretch),
        posture=_posture_on_bed(stretch) if written.lies_on == "bed" else None,
        rest_after_seconds=step.rest_after,
    )


def _form(step: WrittenStep, stretch: Stretch) -> Literal["usual", "easier"]:
    if step.form == "easier" and any(words.easier is None for words in stretch.words.values()):
        raise Unusable([Complaint("form", f"{stretch.slug} has no words for an easier form")])
    return step.form


def _posture_on_bed(stretch: Stretch) -> Posture:
    if "bed" not in stretch.needs:
        raise Unusable([Complaint("stretch", f"{stretch.slug} is not for a bed")])
    return Posture.BED


def _key(stretch: str, times_met: int) -> str:
    """A step's name inside its routine, in letters and hyphens only so that it can be kept and spoken of."""
    return stretch + "-again" * times_met


def _inside(place: str, complaint: Complaint) -> Complaint:
    return Complaint(".".join(filter(None, (place, complaint.path))), complaint.text)
