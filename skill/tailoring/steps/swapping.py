"""Swaps stretches for one run through a routine: another is led in the place of one that was not wanted."""

from skill.content.library import Library
from skill.content.model import Dose, Posture, Routine, Step

Swaps = tuple[tuple[str, str], ...]
"""Keys of steps, each with the stretch in its place; what took a place may be swapped again."""


def swapped_key(key: str, stretch: str) -> str:
    """The key of the step that a stretch makes in the place of the one of this key."""
    return f"{key}/{stretch}"


def with_swaps(library: Library, routine: Routine, swaps: Swaps) -> Routine:
    """The routine with these stretches in their places, in their usual doses; one that is not known changes nothing."""
    steps = routine.steps
    for key, slug in swaps:
        if slug in library.stretches:
            steps = tuple(_in_place_of(library, step, slug) if step.key == key else step for step in steps)
    return routine.but(steps=steps) if swaps else routine


def _in_place_of(library: Library, step: Step, slug: str) -> Step:
    stretch = library.stretch(slug)
    times = stretch.repetitions
    dose = Dose(
        hold_seconds=stretch.hold.usual, repetitions=times.usual, rest_seconds=times.rest, together=step.dose.together
    )
    on_bed = Posture.BED if step.posture is Posture.BED else None
    return Step(key=swapped_key(step.key, slug), stretch=slug, dose=dose, posture=on_bed)
