"""Told alone: how long one stretch takes as it is told to whoever is there, and whether one reply holds all of it.

Nothing of that depends on where they are led before and afterwards, or on what else they know: so it is the same for
most people, and is kept from one of them to the next.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from skill.content.model import Posture, Routine, Step
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


class Alone:
    """Tells one person one stretch after the other by itself, in words that no turn varies."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        telling = scene.unvaried.telling()
        self._met, self._most_seconds = telling.met, dict[Posture, float]()
        self._anew = replace(telling, met=frozenset(), changes=Changes(), limits=())

    def __call__(self, routine: Routine) -> ToldAlone:
        """The one stretch of this routine."""
        step = routine.steps[0]
        telling = self._known[step.stretch] if step.stretch in self._met else self._anew
        seconds = _seconds(_Told(telling, step, routine))
        posture = self._scene.library.posture_of(step)
        return ToldAlone(seconds, in_one_reply=seconds <= self._most_in_one_reply(posture))

    @cached_property
    def _known(self) -> Mapping[str, Telling]:
        """How each is told that they know."""
        return {slug: replace(self._anew, met=frozenset({slug})) for slug in self._met}

    def _most_in_one_reply(self, posture: Posture) -> float:
        """Seconds that one reply holds in any case of a stretch in this posture, from where they are now."""
        if posture not in self._most_seconds:
            asked = arrival(self._scene.posture_now, posture, self._scene.telling()) is not None
            self._most_seconds[posture] = _AFTER_ARRIVING_SECONDS if asked else _WITH_THE_WAY_SECONDS
        # Who is to be asked as little as possible has more in a reply, and none that ends within a stretch.
        return self._most_seconds[posture] if self._scene.person.flow.asks_on_arrival else 0.0


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
