"""Told alone: how long one stretch takes as it is told to whoever is there, and whether one reply holds all of it.

Nothing of that depends on where they are led before and afterwards, or on what else they know: so it is the same for
most people, and is kept from one of them to the next.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from skill.content.model import Routine, Step, Stretch
from skill.dialogue.offers.duration import heard_seconds
from skill.dialogue.scene.scene import Scene
from skill.replaced import replace
from skill.tailoring.composing.weighing import ToldAlone
from skill.timeline import Telling, Walk
from skill.timeline.changes import Changes
from skill.timeline.hold.units import places_of
from skill.timeline.hold.ways import arrival

_KEPT = 2048
"""Every stretch in some doses, for a few voices and ways to be led."""

_AFTER_ARRIVING_SECONDS = 200
"""So much a reply holds certainly that begins where somebody is: ten less than it may hold of practice."""
_WITH_THE_WAY_SECONDS = 120
"""So much one holds in which all that is said before a routine comes first, and the way there."""


def told_alone(scene: Scene, routine: Routine) -> ToldAlone:
    """The one stretch of this routine, told in words that no turn varies."""
    step, telling = routine.steps[0], scene.unvaried.telling()
    stretch = scene.library.stretch_of(step)
    telling = replace(telling, met=telling.met & {stretch.slug}, changes=Changes(), limits=())
    seconds = _seconds(_Told(telling, step, routine))
    return ToldAlone(seconds, in_one_reply=seconds <= _most_seconds(scene, stretch))


def _most_seconds(scene: Scene, stretch: Stretch) -> float:
    """What one reply holds in any case of a stretch that is led alone, from where somebody is now.

    Who is to be asked as little as possible has more in a reply, and none that ends within a stretch: nought is sure.
    """
    if not scene.person.flow.asks_on_arrival:
        return 0.0
    asked_there = arrival(scene.posture_now, stretch.posture, scene.telling()) is not None
    return _AFTER_ARRIVING_SECONDS if asked_there else _WITH_THE_WAY_SECONDS


@dataclass(frozen=True)
class _Told:
    """All that decides how long that takes; what the routine is besides its step makes no difference."""

    telling: Telling
    step: Step
    routine: Routine = field(compare=False)


@lru_cache(maxsize=_KEPT)
def _seconds(told: _Told) -> float:
    stretch = told.telling.wording.library.stretch_of(told.step)
    walk = Walk(told.routine, told.telling, places_of(told.step, stretch)[0], stretch.posture, heard_out=True)
    return heard_seconds((moment for stage in walk.stages() for moment in stage.moments), told.telling)
