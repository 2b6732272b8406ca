"""A routine made for one person: the few figures that are stored of each step, and the routine built from them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from skill.content.library import Library
from skill.content.model import Dose, Need, Posture, Routine, RoutineWords, Step

FITTED = "fitted"
"""The name of a routine composed to fit the time that somebody has."""

_PARTS_KEPT = 4096
"""Cache size: every dose of every stretch, twice over, as composing a routine tries hundreds of drafts of them."""

_NAMES_KEPT = 16


@dataclass(frozen=True)
class MadeStep:
    """One step of it: a stretch by its slug, seconds of one hold, repetitions on each side, and its form."""

    stretch: str
    hold_seconds: int
    repetitions: int = 1
    easier: bool = False
    together: bool = False
    on_bed: bool = False


def made_of(step: Step) -> MadeStep:
    """The step of a routine in the form that is stored."""
    dose = step.dose
    on_bed = step.posture is Posture.BED
    return MadeStep(step.stretch, dose.hold_seconds, dose.repetitions, step.form == "easier", dose.together, on_bed)


def made_routine(library: Library, name: str, steps: tuple[MadeStep, ...]) -> Routine | None:
    """The routine of these steps, named by the phrase `made.<name>`; None where the library has none of its stretches.

    Steps whose stretch the library no longer has are left out.
    """
    known = tuple(step for step in steps if step.stretch in library.stretches)
    if not known:
        return None
    return _called(library, name).but(needs=_needs(library, known), steps=tuple(_steps(library, known)))


@lru_cache(maxsize=_NAMES_KEPT)
def _called(library: Library, name: str) -> Routine:
    """The routine without its steps: its name in every language, and nothing to say before it."""
    called = {language: phrases[f"made.{name}"][0] for language, phrases in library.phrases.items()}
    words = {language: RoutineWords(name=name, before=(), about=name) for language, name in called.items()}
    return Routine(slug=name, source="house", needs=(), steps=(), words=words)


def _steps(library: Library, steps: tuple[MadeStep, ...]) -> Iterator[Step]:
    met: Counter[str] = Counter()
    for step in steps:
        key = step.stretch + "-again" * met[step.stretch]
        yield _step(step, key, library.stretch(step.stretch).repetitions.rest)
        met[step.stretch] += 1


@lru_cache(maxsize=_PARTS_KEPT)
def _step(step: MadeStep, key: str, rest_seconds: int) -> Step:
    dose = Dose(
        hold_seconds=step.hold_seconds,
        repetitions=step.repetitions,
        rest_seconds=rest_seconds,
        together=step.together,
    )
    posture = Posture.BED if step.on_bed else None
    return Step(key=key, stretch=step.stretch, dose=dose, form="easier" if step.easier else "usual", posture=posture)


def _needs(library: Library, steps: tuple[MadeStep, ...]) -> tuple[Need, ...]:
    """What the steps need at hand, each once."""
    needs = [("bed",) if step.on_bed else library.stretch(step.stretch).needs[:1] for step in steps]
    return tuple(dict.fromkeys(need for some in needs for need in some))
