"""Swaps stretches for one run through a routine: an unwanted one is replaced by another."""

from skill.content.library import Library
from skill.content.model import Dose, Posture, Routine, Step

Swaps = tuple[tuple[str, str], ...]
"""Keys of steps, each with the stretch that replaces it; a replacement has a key too, and may be swapped again."""


def swapped_key(key: str, stretch: str) -> str:
    """The key of the step that replaces the step of this key with a stretch."""
    return f"{key}/{stretch}"


def with_swaps(library: Library, routine: Routine, swaps: Swaps) -> Routine:
    """The routine with these stretches in their usual doses; swaps to unknown stretches are ignored."""
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
