"""The warm-up before a routine is resumed on another day: small movements, then the kept place."""

from skill.content.library import Library
from skill.content.model import Kind, Posture, Routine, Step
from skill.practice import Practice
from skill.replaced import replace
from skill.timeline.hold.units import places_of


def warmed(library: Library, routine: Routine, kept: str, out: frozenset[str] = frozenset()) -> Routine:
    """The routine resumed on another day: the warm-up without stretches left `out`, then the steps from `kept` on."""
    remaining = routine.steps[routine.index_of(kept) or 0 :]
    movements = _movements(library, library.stretch_of(remaining[0]).posture, out)
    return routine.but(steps=(*movements, *remaining))


def on_another_day(
    library: Library, routine: Routine, practice: Practice, out: frozenset[str] = frozenset()
) -> Practice:
    """The practice as it is resumed after a night: at a gentle stretch, after a warm-up that fits its posture."""
    index = _gentle(library, routine, routine.index_of(practice.place.step) or 0)
    step = routine.steps[index]
    moved = step.key != practice.place.step
    place = places_of(step, library.stretch_of(step))[0] if moved else practice.place
    standing = replace(practice, place=place, posture=Posture.STANDING)
    stretch = library.stretch_of(step)
    gentle_start = index == 0 and stretch.kind is not Kind.STRONG
    movements = _movements(library, stretch.posture, out)
    if gentle_start or not movements:
        return standing
    first = movements[0]
    return replace(standing, place=places_of(first, library.stretch_of(first))[0], kept=place)


def _movements(library: Library, posture: Posture, out: frozenset[str]) -> tuple[Step, ...]:
    """The warm-up before this posture, without the stretches that this person leaves out today."""
    there = library.ends.warm_up(posture)
    return tuple(step.but(key=f"warm-up-{step.stretch}") for step in there if step.stretch not in out)


def _gentle(library: Library, routine: Routine, index: int) -> int:
    """The index of the step with this number, or of the nearest one before it that is not strong."""
    while index and library.stretch_of(routine.steps[index]).kind is Kind.STRONG:
        index -= 1
    return index
