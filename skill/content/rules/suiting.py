"""Rules for the tags of routines, some by comparing all routines."""

from collections.abc import Callable, Iterator, Mapping

from skill.content.model import Kind, Posture, Routine, Stretch
from skill.content.model.suits import Only, Rank
from skill.content.reading.faults import Complaint

Routines = Mapping[str, Routine]

_BEGINS: Mapping[Only, Posture] = {"bed": Posture.BED, "chair": Posture.CHAIR, "standing": Posture.STANDING}
"""The posture in which a routine begins that is only for a place."""


def unsuited(routines: Routines, stretches: Mapping[str, Stretch]) -> Iterator[tuple[str, Complaint]]:
    """The complaints about the tags of all routines, each with the slug of the routine that it is about."""
    yield from _same_place(routines)
    yield from _exactly_one(routines, "first_time", lambda routine: routine.suits.first_time)
    yield from _exactly_one(routines, "softest", lambda routine: routine.suits.softest)
    for slug, routine in routines.items():
        yield from ((slug, complaint) for complaint in _alone_unsuited(routine, stretches))


def _same_place(routines: Routines) -> Iterator[tuple[str, Complaint]]:
    """A complaint about every rank that another routine has already."""
    met: dict[tuple[str, Rank], str] = {}
    for slug, routine in routines.items():
        ranks = {f"areas.{area}": rank for area, rank in routine.suits.areas.items()}
        if routine.suits.anybody is not None:
            ranks["anybody"] = routine.suits.anybody
        for path, rank in ranks.items():
            if (before := met.setdefault((path, rank), slug)) != slug:
                yield slug, Complaint(f"suits.{path}", f"{before} has place {rank} already; each has its own")


def _exactly_one(routines: Routines, tag: str, has: Callable[[Routine], bool]) -> Iterator[tuple[str, Complaint]]:
    """A complaint about each further routine with a tag that only one may have, or about the first if none has it."""
    tagged = [slug for slug, routine in routines.items() if has(routine)]
    for slug in tagged[1:]:
        yield slug, Complaint(f"suits.{tag}", f"{tagged[0]} is that already, and only one can be")
    if not tagged:
        for slug in [*routines][:1]:
            yield slug, Complaint("suits", f"no routine has {tag} = true, and one must, this or another")


def _alone_unsuited(routine: Routine, stretches: Mapping[str, Stretch]) -> Iterator[Complaint]:
    steps = [stretches[step.stretch] for step in routine.steps]
    strong = [stretch.slug for stretch in steps if stretch.kind is Kind.STRONG]
    for tag, tagged in (("first_time", routine.suits.first_time), ("softest", routine.suits.softest)):
        if tagged and strong:
            yield Complaint(f"suits.{tag}", f"has {strong[0]}, which is strong")
    stretched = [stretch.slug for stretch in steps if not stretch.only_rests]
    if routine.suits.only == "bad day" and stretched:
        yield Complaint("suits.only", f"stretches something in {stretched[0]}, and is for a bad day")
    begins = _BEGINS.get(routine.suits.only) if routine.suits.only else None
    if begins is not None and (routine.steps[0].posture or steps[0].posture) is not begins:
        yield Complaint("suits.only", f"does not begin in the posture {begins.value!r}")
