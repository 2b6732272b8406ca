"""A routine made for one person: its steps as they are remembered, and the routine that they are."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from skill.content.library import Library
from skill.content.model import Dose, Need, Posture, Routine, RoutineWords, Step

FITTED = "fitted"
"""The name of a routine made to fit the time that somebody has."""

_PARTS_KEPT = 4096
"""Every dose of every stretch, twice over: whoever composes a routine tries hundreds of drafts of the same steps."""

_NAMES_KEPT = 16


@dataclass(frozen=True)
class MadeStep:
    """One step of it: a stretch by its slug, seconds of one hold, and repetitions (on each side)."""

    stretch: str
    hold_seconds: int
    repetitions: int = 1
    easier: bool = False
    together: bool = False
    on_bed: bool = False


def made_of(step: Step) -> MadeStep:
    """The step of a routine as it is remembered."""
    dose = step.dose
    on_bed = step.posture is Posture.BED
    return MadeStep(step.stretch, dose.hold_seconds, dose.repetitions, step.form == "easier", dose.together, on_bed)


def made_routine(library: Library, name: str, steps: tuple[MadeStep, ...]) -> Routine | None:
    """The routine of these steps, spoken of by the phrase `made.<name>`; None when none of its stretches is left."""
    known = tuple(step for step in steps if step.stretch in library.stretches)
    if not known:
        return None
    return _called(library, name).but(needs=_needs(library, known), steps=tuple(_steps(library, known)))


@lru_cache(maxsize=_NAMES_KEPT)
def _called(library: Library, name: str) -> Routine:
    """A routine without steps, and what it is called in every language; there is nothing to be said before it."""
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
    """What has to be at hand for all of them."""
    needs = [("bed",) if step.on_bed else library.stretch(step.stretch).needs[:1] for step in steps]
    return tuple(dict.fromkeys(need for some in needs for need in some))
