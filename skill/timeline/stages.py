"""A stage: moments after which a reply may end, and what has been finished then."""

from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from skill.content.library import Library
from skill.content.model import Posture, Routine, Step
from skill.timeline.hold.units import places_of
from skill.timeline.moment import Moment, Place


class After(Enum):
    """What has been finished when a stage is over."""

    ARRIVAL = auto()
    """The way to where somebody is asked whether they are there, before anything begins."""
    REPETITION = auto()
    SIDE = auto()
    STEP = auto()
    WAY = auto()
    ROUTINE = auto()


@dataclass(frozen=True)
class Stage:
    """Moments that belong together; afterwards the body is in `posture`, and at `then` it goes on."""

    moments: tuple[Moment, ...]
    after: After
    posture: Posture
    then: Place | None = None
    out: tuple[Moment, ...] = ()
    """What lets them out of it, should the reply end here, where one repetition flows into the next."""
    noted: bool = False
    """Whether somebody has to hear first who takes care with what follows, and is asked before it."""
    long: bool = False
    """Whether it is a long way, or the way out of where nobody is asked, so that they are asked at its end."""

    @cached_property
    def seconds(self) -> float:
        """How long it is."""
        return sum(moment.seconds for moment in self.moments)


def names_what_comes(routine: Routine, place: Place, posture: Posture, library: Library) -> bool:
    """Whether what ends before this place ends with the name of its stretch: one begins there, and nobody has moved.

    Anybody who says "ready" to that, in this `posture`, need not hear the name once more.
    """
    index = routine.index_of(place.step)
    if not index:
        return False
    before, here = routine.steps[index - 1 : index + 1]
    stays = library.posture_of(before) is library.posture_of(here) is posture
    return stays and places_of(here, library.stretch_of(here))[0] == place


def done_before(routine: Routine, place: Place) -> bool:
    """Whether a step before this one is of the same stretch in the same form: nobody is explained that twice."""
    return place.step in routine.told_again


def key_of_the_same(routine: Routine, step: str, following: Step) -> str:
    """What names the next step where it is of the same stretch as the one of this key; nothing otherwise."""
    here = routine.steps[routine.index_of(step) or 0]
    key = "next.same" if here.form == following.form else "next.deeper"
    return key if here.stretch == following.stretch else ""
