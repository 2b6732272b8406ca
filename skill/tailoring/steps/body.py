"""Mends a routine of which steps were left out: movement first, and a gentle end."""

from collections.abc import Callable, Iterable, Iterator

from skill.content.library import Library
from skill.content.model import Kind, Routine, Step
from skill.content.model.course import Course
from skill.content.reading.faults import Complaint
from skill.content.rules.order_rules import (
    few_changes,
    movement_first,
    no_fold_from_below,
    not_left_face_down,
    on_the_way_up,
    strong_in_the_middle,
)

_Rule = Callable[[Course], Iterator[Complaint]]
_AT_THE_START: tuple[_Rule, ...] = (movement_first, strong_in_the_middle, few_changes, on_the_way_up)
_AT_THE_END: tuple[_Rule, ...] = (strong_in_the_middle, not_left_face_down, few_changes, on_the_way_up)

Steps = tuple[Step, ...]


def ordered(library: Library, routine: Routine, out: frozenset[str]) -> Routine | None:
    """The routine with a beginning and an end that break as few rules of order as possible.

    Only stretches that are not left `out` are put there. None where nothing but strong stretches is left: nobody
    begins or ends with one, and the steps put around them are no routine.
    """
    theirs = {step.key for step in routine.steps}
    routine = _without_folds_from_below(library, routine)
    routine = _best(library, routine, _beginnings(library, routine, out), _AT_THE_START)
    routine = _best(library, routine, _endings(library, routine, out), _AT_THE_END)
    gentle = [number for number, step in enumerate(routine.steps) if not _strong(library, step)]
    kept = routine.steps[gentle[0] : gentle[-1] + 1] if gentle else ()
    return _with(routine, kept) if theirs.intersection(step.key for step in kept) else None


def _without_folds_from_below(library: Library, routine: Routine) -> Routine:
    """The routine without standing folds, which hang the head, straight after lying or another low head."""
    kept: Steps = ()
    for step in routine.steps:
        here = _with(routine, (*kept[-1:], step))
        if not kept or not list(no_fold_from_below(library.course(here))):
            kept = (*kept, step)
    return _with(routine, kept)


def _beginnings(library: Library, routine: Routine, out: frozenset[str]) -> Iterator[Steps]:
    """The steps as they are, then with a movement first, then without the first one, the first two, and so on."""
    steps = routine.steps
    yield steps
    for movement in library.ends.beginning(library.stretch_of(steps[0]).posture):
        if movement.stretch not in out:
            yield (_added("first", movement), *steps)
    yield from (steps[number:] for number in range(1, len(steps)))


def _endings(library: Library, routine: Routine, out: frozenset[str]) -> Iterator[Steps]:
    """The steps as they are, then without the last one, the last two, and so on; each also with a rest at the end."""
    for number in range(len(routine.steps), 0, -1):
        steps = routine.steps[:number]
        yield steps
        for rest in library.ends.end(library.stretch_of(steps[-1]).posture):
            if rest.stretch not in out:
                yield (*steps, _added("last", rest))


def _strong(library: Library, step: Step) -> bool:
    return library.stretch(step.stretch).kind is Kind.STRONG


def _added(key: str, step: Step) -> Step:
    return step.but(key=f"{key}-{step.stretch}")


def _best(library: Library, routine: Routine, choices: Iterable[Steps], rules: tuple[_Rule, ...]) -> Routine:
    """The first of the choices with the fewest complaints."""

    def complaints(choice: Routine) -> int:
        course = library.course(choice)
        return sum(1 for rule in rules for _ in rule(course))

    return min((_with(routine, steps) for steps in choices), key=complaints)


def _with(routine: Routine, steps: Steps) -> Routine:
    return routine.but(steps=steps)
