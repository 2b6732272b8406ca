"""A block: consecutive stretches that are done face down, where nobody is asked anything until it is over."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from skill.content.library import Library
from skill.content.model import Step
from skill.replaced import replace
from skill.timeline.flow import Budget
from skill.timeline.head import head
from skill.timeline.hold.ways import CLOSED_MICROPHONE
from skill.timeline.walk import Walk


@dataclass(frozen=True)
class Block:
    """The steps of a block that are ahead, and where in it one rolls over to be asked, if one reply cannot hold it."""

    steps: tuple[Step, ...]
    goes_on: bool
    """Whether some of it was done before."""
    cut_after: Step | None = None
    """The step after which one rolls over; None where the whole block fits into one reply."""
    cut_inside: bool = False
    """Whether one stretch alone is longer than a reply, so that one rolls over between two of its repetitions."""


def block_ahead(walk: Walk, budget: Budget) -> Block | None:
    """The block with which this walk begins, as replies will divide it; None where it begins otherwise."""
    library, routine = walk.telling.wording.library, walk.routine
    index = routine.index_of(walk.start.step) or 0
    steps = tuple(takewhile(lambda step: _face_down(library, step), routine.steps[index:]))
    if not steps:
        return None
    before = routine.steps[max(0, index - 1) : index]
    goes_on = walk.announced.introduced or any(_face_down(library, step) for step in before)
    then = head(replace(walk, telling=walk.telling.for_lengths), budget).then
    inside = then is not None and then.step == steps[0].key
    return Block(steps, goes_on, _before(steps, then.step) if then else None, inside)


def _before(steps: Iterable[Step], key: str) -> Step | None:
    """The step before the one with this key; None where it is the first, or not among these."""
    before = None
    for step in steps:
        if step.key == key:
            return before
        before = step
    return None


def _face_down(library: Library, step: Step) -> bool:
    return library.stretch_of(step).posture in CLOSED_MICROPHONE
