"""Completes the dose of a step as a routine writes it, from what is published or usual."""

from collections.abc import Iterator
from typing import Literal

from skill.content.model import SECONDS_A_BREATH, Count, Dose, Frozen, Seconds, SideName, Slug, Source, Stretch
from skill.content.reading.faults import Complaint
from skill.content.reading.reading import Unusable


class WrittenStep(Frozen):
    """A step as an author writes it: a stretch, and either the dose of a source or figures of our own."""

    stretch: Slug
    """Its name, which is that of its file."""
    form: Literal["usual", "easier"] = "usual"
    """In which of its words it is told."""
    rest_after: Seconds = 0
    """Seconds of resting in its posture after it."""
    dose: Source | None = None
    """The article whose figures are taken, where it is not that of the routine."""
    hold: Seconds | None = None
    """Seconds of one hold, in a routine of our own."""
    breaths: Count | None = None
    """The same in breaths."""
    lasts: Seconds | None = None
    """Seconds of the whole of a moving stretch."""
    repetitions: Count | None = None
    """How often, on each side; the fewest of the stretch unless it is written."""
    rest: Seconds | None = None
    """Seconds of rest between two."""
    first: SideName | None = None
    """Which side begins; right unless it is written."""
    together: bool | None = None
    """Whether the turn of both sides is done, where there is one."""

    @property
    def own_figures(self) -> set[str]:
        """The figures that the author gave instead of taking a published dose."""
        return {key for key, figure in vars(self).items() if figure is not None} - {
            "stretch",
            "form",
            "rest_after",
            "dose",
        }


def dose_of(step: WrittenStep, stretch: Stretch, routine_source: Source) -> Dose:
    """The dose of this step: its own figures, or the low end of what the source prescribes; else raises `Unusable`."""
    if step.own_figures and step.dose is None and routine_source == "house":
        return _own_dose(step, stretch)
    if step.own_figures:
        raise Unusable([Complaint("", "a published dose takes no figures of its own")])
    return _published_dose(stretch, step.dose or routine_source)


def _published_dose(stretch: Stretch, source: Source) -> Dose:
    published = stretch.dose_from(source)
    if published is None:
        raise Unusable([Complaint("dose", f"{stretch.slug} has no dose from {source}")])
    return Dose(
        hold_seconds=published.hold_seconds[0],
        repetitions=published.repetitions[0],
        rest_seconds=published.rest or stretch.repetitions.rest,
        first=published.first or "right",
        together=stretch.sides == "each-then-both",
        published="hold" not in published.house,
    )


def _own_dose(step: WrittenStep, stretch: Stretch) -> Dose:
    complaints = list(_misfits(step, stretch))
    if complaints:
        raise Unusable(complaints)
    return Dose(
        hold_seconds=_own_hold(step)[1],
        repetitions=step.repetitions or stretch.repetitions.fewest,
        rest_seconds=stretch.repetitions.rest if step.rest is None else step.rest,
        first=step.first or "right",
        together=bool(step.together),
    )


def _own_hold(step: WrittenStep) -> tuple[str, int]:
    """Which key gives the length of the hold, and the seconds; breaths are counted at the usual pace."""
    if step.breaths is not None:
        return "breaths", step.breaths * SECONDS_A_BREATH
    if step.lasts is not None:
        return "lasts", step.lasts
    return "hold", step.hold or 0


def _misfits(step: WrittenStep, stretch: Stretch) -> Iterator[Complaint]:
    if len(step.own_figures & {"hold", "breaths", "lasts"}) != 1:
        yield Complaint("", "give exactly one of hold, breaths or lasts")
        return
    key, seconds = _own_hold(step)
    if key == ("hold" if stretch.form == "moving" else "lasts"):
        yield Complaint(key, f"{stretch.slug} is {stretch.form}: only moving stretches last, the others hold")
    if not stretch.hold.shortest <= seconds <= stretch.hold.longest:
        yield Complaint(key, f"{seconds} seconds is outside {stretch.hold.shortest} to {stretch.hold.longest}")
    reach = stretch.repetitions
    # Fewer than the listener's wishes reach to is a gentle ending (one tilt a side), more is never right.
    if step.repetitions is not None and step.repetitions > reach.most:
        yield Complaint("repetitions", f"{step.repetitions} is more than {reach.most}")
    if (step.together is not None) != (stretch.sides == "each-then-both"):
        yield Complaint("together", "say it exactly where the stretch is for each side, then both")
