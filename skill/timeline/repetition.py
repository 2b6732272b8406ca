"""A repetition: all its holds, into each of them, through it and out, and whether the next one flows from it."""

from functools import lru_cache

from skill.replaced import replace
from skill.timeline.changes import Changes
from skill.timeline.hold.entering import entry
from skill.timeline.hold.holding import hold
from skill.timeline.hold.leaving import coming_out, leaving, naming_meanwhile, naming_seconds, release_words
from skill.timeline.hold.units import Repetition
from skill.timeline.moment import Moment
from skill.timeline.stages import After, Stage
from skill.timeline.telling import Telling

_KEPT = 4096
"""Those of every stretch in some doses, for a few voices and ways to be led."""


def followed(told: tuple[Moment, ...], repetition: Repetition, later: Repetition | None, telling: Telling) -> Stage:
    """What was told of it as a stage, with the later one of its step named meanwhile, where there is one."""
    posture = repetition[0].stretch.posture
    if later is None:
        return Stage(told, After.STEP, posture)
    last, following = repetition[-1], later[0]
    meanwhile = naming_meanwhile(told, naming_seconds(following, telling))
    # What is not let go of before the next hold has to be, where the reply ends here.
    out = () if release_words(last, telling) else tuple(coming_out(last, telling))
    return Stage(meanwhile, After.SIDE if following.opens_side else After.REPETITION, posture, following.place, out)


def in_length(repetition: Repetition, later: Repetition | None, telling: Telling, *, anew: bool) -> Stage:
    """The same told whole where only lengths are asked for: kept, for it is as long for everybody who is told alike."""
    slug = repetition[0].stretch.slug
    met = frozenset({slug}) if slug in telling.met else frozenset()
    return _in_length(repetition, later, replace(telling, met=met, changes=Changes(), limits=()), anew=anew)


@lru_cache(maxsize=_KEPT)
def _in_length(repetition: Repetition, later: Repetition | None, telling: Telling, *, anew: bool) -> Stage:
    told: list[Moment] = []
    for unit in repetition:
        told += entry(unit, telling, anew=anew and unit is repetition[0])
        told += hold(unit, telling, anew=anew)
        told += leaving(unit, telling)
    return followed(tuple(told), repetition, later, telling)
