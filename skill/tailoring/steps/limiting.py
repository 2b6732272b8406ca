"""Applies a person's limits to steps: ruled-out ones are dropped, others become easier or move to a bed."""

from collections.abc import Iterable, Iterator

from skill.content.library import Library, ruled_out
from skill.content.model import Posture, Step


def within_limits(library: Library, steps: Iterable[Step], limits: tuple[str, ...]) -> Iterator[Step]:
    """The steps that these limits allow, in the form and posture that they ask for; unknown limits drop nothing."""
    if not limits:
        yield from steps
        return
    out = ruled_out(library, limits)
    known = [library.limits[limit] for limit in limits if limit in library.limits]
    gentler = {slug for limit in known for slug in limit.gentler}
    on_a_bed = any(limit.on_a_bed for limit in known)
    for step in steps:
        if step.stretch not in out:
            moved = _on_a_bed(library, step) if on_a_bed else step
            yield moved.but(form="easier") if step.stretch in gentler else moved


def _on_a_bed(library: Library, step: Step) -> Step:
    """The step on a bed, where its stretch lies on the back and may be done there; else as it is."""
    lies = library.stretch_of(step).posture is Posture.BACK and "bed" in library.stretch(step.stretch).needs
    return step.but(posture=Posture.BED) if lies else step
