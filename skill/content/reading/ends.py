"""Reads the file of beginnings and ends, with every stretch found and every dose completed."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from skill.content.model import Checked, Frozen, Kind, Posture, Step, Stretch
from skill.content.model.ends import ByPosture, Ends, Steps
from skill.content.reading.doses import WrittenStep, dose_of
from skill.content.reading.faults import Complaint
from skill.content.reading.reading import Unusable


class WrittenEnd(Frozen):
    """Steps as an author writes them, for somebody who is in one of these postures."""

    postures: Annotated[tuple[Posture, ...], Checked(min_length=1)]
    """How the body is."""
    steps: Annotated[tuple[WrittenStep, ...], Checked(min_length=1)]
    """What is put there, the first choice first."""


class WrittenBeginning(WrittenEnd):
    """Movements for somebody who begins cold in one of these postures, or comes back to one of these on another day."""

    another_day: tuple[Posture, ...] = ()
    """In which postures somebody goes on after it, on another day than the one on which they stopped."""


class WrittenEnds(Frozen):
    """The file of all beginnings and ends."""

    beginnings: tuple[WrittenBeginning, ...]
    """Movements for a routine that would begin cold: one for each posture."""
    ends: tuple[WrittenEnd, ...]
    """Rests for a routine that would end on something strong."""


def ends_from(written: WrittenEnds, stretches: Mapping[str, Stretch | None]) -> Ends:
    """The beginnings and ends with their doses settled; raises `Unusable` with every complaint."""
    complaints = [*_twice("beginnings", written.beginnings), *_twice("ends", written.ends)]
    begun = {posture for one in written.beginnings for posture in one.postures}
    complaints += [
        Complaint("beginnings", f"none for {posture.value!r}") for posture in Posture if posture not in begun
    ]
    beginnings, ends = dict[Posture, Steps](), dict[Posture, Steps]()
    for key, groups, found in (("beginnings", written.beginnings, beginnings), ("ends", written.ends, ends)):
        for number, group in enumerate(groups):
            for posture in group.postures:
                found[posture] = tuple(_settled(group, posture, stretches, (f"{key}.{number}", complaints)))
    another_day, faults = _another_day(written.beginnings, beginnings)
    if complaints := [*complaints, *faults]:
        raise Unusable(list(dict.fromkeys(complaints)))
    return Ends(beginnings, ends, another_day)


def _another_day(groups: tuple[WrittenBeginning, ...], beginnings: ByPosture) -> tuple[ByPosture, list[Complaint]]:
    """The movements before a routine goes on in each posture, on a bed where it is one; each is told once."""
    found, faults = dict[Posture, Steps](), list[Complaint]()
    for number, group in enumerate(groups):
        for posture in group.another_day:
            if posture in found:
                faults.append(Complaint(f"beginnings.{number}.another_day", f"{posture.value!r} stands there before"))
            here = posture if posture in group.postures else group.postures[0]
            found[posture] = beginnings.get(here, ())
    faults += [Complaint("beginnings", f"none for {one.value!r} on another day") for one in Posture if one not in found]
    return found, faults


def _settled(
    group: WrittenEnd, posture: Posture, stretches: Mapping[str, Stretch | None], told: tuple[str, list[Complaint]]
) -> Iterator[Step]:
    """The steps of one group as they are led in this posture; what is wrong is added to what is told."""
    place, complaints = told
    for number, step in enumerate(group.steps):
        path = f"{place}.steps.{number}"
        if step.stretch not in stretches:
            complaints.append(Complaint(f"{path}.stretch", f"no stretch is called {step.stretch!r}"))
        elif (stretch := stretches[step.stretch]) is not None:
            complaints += [Complaint(path, text) for text in _unfit(stretch, posture, place)]
            try:
                bed = Posture.BED if posture is Posture.BED else None
                yield Step(key=step.stretch, stretch=step.stretch, dose=dose_of(step, stretch, "house"), posture=bed)
            except Unusable as refused:
                complaints += [Complaint(f"{path}.{one.path}".rstrip("."), one.text) for one in refused.complaints]


def _unfit(stretch: Stretch, posture: Posture, place: str) -> Iterator[str]:
    wanted = Kind.MOVEMENT if place.startswith("beginnings") else Kind.RESTFUL
    if stretch.kind is not wanted:
        yield f"{stretch.slug} is {stretch.kind.value}, and only what is {wanted.value} may stand here"
    if posture is Posture.BED and "bed" not in stretch.needs:
        yield f"{stretch.slug} is not for a bed"


def _twice(key: str, groups: tuple[WrittenEnd, ...]) -> Iterator[Complaint]:
    met: set[Posture] = set()
    for number, group in enumerate(groups):
        for posture in group.postures:
            if posture in met:
                yield Complaint(f"{key}.{number}.postures", f"{posture.value!r} stands there before")
            met.add(posture)
