"""The rest of a hold that somebody asked something in: told, kept quiet for, and left like any other."""

from collections.abc import Iterator
from itertools import chain, count

from skill.timeline.hold.holding import to_the_end
from skill.timeline.hold.units import Unit
from skill.timeline.moment import Moment, Role
from skill.timeline.telling import Telling


def rest_of_hold(unit: Unit, telling: Telling, seconds: int) -> Iterator[Moment]:
    """So many more seconds: quiet, with a calm word where that is longer than this listener likes silence."""
    left = float(seconds)
    words = chain([telling.wording.say("hold.breathe")], _others(telling))
    while left > telling.longest_silence:
        cue = telling.cue(Role.DURING, next(words), unit.place)
        quiet = round(min(telling.longest_silence, left / 2), 1)
        yield Moment(Role.HOLD, quiet, place=unit.place)
        yield cue
        left = round(left - quiet - cue.seconds, 1)
    yield from to_the_end(left, unit, telling)


def _others(telling: Telling) -> Iterator[str]:
    """Words on the breath, other ones each time."""
    return (telling.wording.due("breath.inside", number) for number in count(telling.holds_before))
