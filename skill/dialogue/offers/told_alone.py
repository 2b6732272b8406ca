"""Told alone: how long one stretch takes this person by itself, and the way between two postures.

That depends neither on what comes before and after it, nor on what else they know. So it is the same for most people,
and one cache serves them all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from skill.content.model import Posture, Routine, Step
from skill.dialogue.offers.duration import asking_seconds, heard_seconds, seconds_around
from skill.dialogue.scene.scene import Scene
from skill.replaced import replace
from skill.tailoring.steps.made import FITTED
from skill.timeline import Budget, Flow, Role, Telling, Walk
from skill.timeline.changes import Changes
from skill.timeline.hold.units import places_of
from skill.timeline.hold.ways import way
from skill.timeline.notes import note_of
from skill.timeline.walk import SECONDS_AFTER_THE_NEXT_NAME

_KEPT = 2048
"""Cache size: every stretch in some doses, for a few voices and manners."""


class ToldAlone:
    """Estimates the seconds of single parts of a routine for one person, with fixed variants of phrases."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._flow = scene, scene.person.flow
        self._telling = scene.telling().for_lengths
        self._anew = replace(self._telling, met=frozenset(), changes=Changes(), limits=())

    @cached_property
    def asking_seconds(self) -> float:
        """Seconds between the last cue of one reply and the first of the next."""
        return asking_seconds(self._telling)

    @property
    def reply_seconds(self) -> float:
        """Seconds of stretching that one reply usually carries in the person's flow; nought for one at a time."""
        return 0.0 if self._flow is Flow.ONE_AT_A_TIME else Budget(self._flow).usual_seconds

    def around(self, routine: Routine) -> float:
        """Seconds of the routine before its first stretch and after its last."""
        return seconds_around(self._scene, FITTED, routine)

    def alone(self, routine: Routine) -> float:
        """Seconds of the only stretch of this routine."""
        step = routine.steps[0]
        telling = self._known[step.stretch] if step.stretch in self._telling.met else self._anew
        return _seconds(_Told(telling, step, routine))

    def between(self, before: Posture, after: Posture) -> float:
        """Seconds of the way, with the question at its end if the person's flow asks one."""
        asked = self.asking_seconds if self._flow.asks_on_arrival else 0.0
        return heard_seconds(way(before, after, self._telling), self._telling) + asked

    @cached_property
    def _known(self) -> Mapping[str, Telling]:
        """By the slug of each stretch that they know, the telling for it."""
        return {slug: replace(self._anew, met=frozenset({slug})) for slug in self._telling.met}


@dataclass(frozen=True)
class _Told:
    """The key of a cached estimate: only the telling and the step count."""

    telling: Telling
    step: Step
    routine: Routine = field(compare=False)


@lru_cache(maxsize=_KEPT)
def _seconds(told: _Told) -> float:
    """The cached seconds of the step, with its note, and the silence after its name."""
    telling = told.telling
    stretch = telling.wording.library.stretch_of(told.step)
    walk = Walk(told.routine, telling, places_of(told.step, stretch)[0], stretch.posture, heard_out=True)
    moments = [moment for stage in walk.stages() for moment in stage.moments][:-1]
    note = note_of(told.step, telling)
    noted = telling.cue(Role.NEXT, note).seconds if note else 0.0
    return heard_seconds(moments, telling) + noted + SECONDS_AFTER_THE_NEXT_NAME
