"""A stage: moments after which a reply may end, and what is finished then; and a whole step told for its lengths."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property, lru_cache
from math import fsum

from skill.content.library import Library
from skill.content.model import Posture, Routine, Step
from skill.replaced import replace
from skill.timeline.changes import Changes
from skill.timeline.hold.entering import entry
from skill.timeline.hold.holding import hold
from skill.timeline.hold.leaving import (
    changing_side,
    coming_out,
    leaving,
    naming_meanwhile,
    naming_seconds,
    release_words,
)
from skill.timeline.hold.units import Repetition, Unit, places_of, repetitions_of
from skill.timeline.moment import Moment, Place
from skill.timeline.telling import Telling

_KEPT = 1024
"""Every stretch in some doses, for a few voices and manners."""


class After(Enum):
    """What is finished when a stage is over."""

    ARRIVAL = auto()
    """The way to where somebody is asked if they are there, before anything begins."""
    REPETITION = auto()
    SIDE = auto()
    STEP = auto()
    WAY = auto()
    ROUTINE = auto()


@dataclass(frozen=True)
class Stage:
    """Moments that belong together; after them the body is in `posture`, and the routine goes on at `then`."""

    moments: tuple[Moment, ...]
    after: After
    posture: Posture
    then: Place | None = None
    out: tuple[Moment, ...] = ()
    """What lets the person out, if the reply ends here where one repetition flows into the next."""
    noted: bool = False
    """Whether notes on what follows are told, and the person is asked, before it."""
    long: bool = False
    """Whether it is a long way, or one from lying face down, so that the person is asked at its end."""

    @cached_property
    def seconds(self) -> float:
        """The length of its moments."""
        return fsum([moment.seconds for moment in self.moments])


def names_what_comes(routine: Routine, place: Place, posture: Posture, library: Library) -> bool:
    """Whether the step before this place ended with the name of the stretch here, and the posture is still the same.

    Then somebody who says "ready" need not hear the name again.
    """
    index = routine.index_of(place.step)
    if not index:
        return False
    before, here = routine.steps[index - 1 : index + 1]
    stays = library.posture_of(before) is library.posture_of(here) is posture
    return stays and places_of(here, library.stretch_of(here))[0] == place


def done_before(routine: Routine, place: Place) -> bool:
    """Whether an earlier step is of the same stretch in the same form, so that it need not be explained again."""
    return place.step in routine.told_again


def key_of_the_same(routine: Routine, step: str, following: Step) -> str:
    """The phrase key that names the next step where it is of the same stretch as this one; else empty."""
    here = routine.steps[routine.index_of(step) or 0]
    key = "next.same" if here.form == following.form else "next.deeper"
    return key if here.stretch == following.stretch else ""


def followed(told: tuple[Moment, ...], repetition: Repetition, later: Repetition | None, telling: Telling) -> Stage:
    """The moments of a repetition as a stage; while the body comes out, the later repetition is named."""
    posture = repetition[0].stretch.posture
    if later is None:
        return Stage(told, After.STEP, posture)
    last, following = repetition[-1], later[0]
    meanwhile = naming_meanwhile(told, naming_seconds(following, telling))
    # Where no release is told before the next hold, one has to be if the reply ends here.
    out = () if release_words(last, telling) else tuple(coming_out(last, telling))
    return Stage(meanwhile, After.SIDE if following.opens_side else After.REPETITION, posture, following.place, out)


def told_for_lengths(step: Step, opens: Place | None, telling: Telling) -> tuple[Stage, ...]:
    """A whole step where only lengths count, from where it `opens`: a stage for each repetition, without the way to it.

    Cached, because it is as long for everybody to whom it is told alike, wherever it stands.
    """
    met = frozenset({step.stretch}) if step.stretch in telling.met else frozenset()
    opens = opens if opens and opens.step == step.key else None
    return _told_for_lengths(step, opens, replace(telling, met=met, changes=Changes(), limits=()))


@lru_cache(maxsize=_KEPT)
def _told_for_lengths(step: Step, opens: Place | None, telling: Telling) -> tuple[Stage, ...]:
    repetitions = repetitions_of(step, telling.wording.library.stretch_of(step), opens)
    stages: list[Stage] = []
    for repetition, later in zip(repetitions, (*repetitions[1:], None), strict=True):
        told = list(between(repetition[0], telling)) if stages else []
        for unit in repetition:
            told += entry(unit, telling, anew=not stages and unit is repetition[0])
            told += hold(unit, telling, anew=not stages)
            told += leaving(unit, telling)
        stages.append(followed(tuple(told), repetition, later, telling))
    return tuple(stages)


def between(unit: Unit, telling: Telling) -> Iterator[Moment]:
    """Between two repetitions: the change of sides, where there is one."""
    return changing_side(unit, telling) if unit.opens_side else iter(())
