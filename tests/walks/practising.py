"""Somebody goes through a routine from end to end; every moment of it at which they may break off is marked."""

from dataclasses import dataclass
from functools import cache

from skill.ports.turn import Slot
from skill.timeline import Place
from tests.walks.people.somebody import A_DAY, Bookmark, Heard, Somebody

MOST_TURNS = 60
BEFORE_TIMES = 2
"""So often somebody who knows a routine has been through it."""

MID_HOLD, READY, SILENCE = "in a hold", "at Ready?", "nobody answers"


@dataclass(frozen=True, order=True)
class Group:
    """A routine, whether the person knows it, and how much slower than estimated their speaker talks."""

    routine: str
    known: bool
    rate: float


@dataclass(frozen=True)
class Stop:
    """A moment at which somebody breaks off, and the hold that is not finished then."""

    how: str
    reply: Bookmark
    second: float
    unfinished: Place

    def break_off(self, somebody: Somebody) -> None:
        """Leave the routine at this moment."""
        somebody.back_to(self.reply)
        if self.how == SILENCE:
            somebody.give_up()
        elif self.how == MID_HOLD:
            somebody.cut_in("alexa, stop", self.second)
        else:
            somebody.say("stop")


def start(somebody: Somebody, routine: str, after: float | None = None) -> Heard:
    """This routine is asked for; if there is a question first, it is answered with yes."""
    heard = somebody.mean("StartRoutineIntent", {"routine": Slot(routine, (routine,))}, after=after)
    while not heard.holds() and heard.listens and heard.kind != "ready":
        heard = somebody.say("yes")
    return heard


@cache
def stops(group: Group) -> tuple[Stop, ...]:
    """Every moment of a routine at which it may be broken off, in order."""
    somebody = _who(group)
    start(somebody, group.routine, after=A_DAY if group.known else None)
    found: list[Stop] = []
    for _ in range(MOST_TURNS):
        reply, holds = somebody.bookmark(), somebody.last.holds(group.rate)
        found += [Stop(MID_HOLD, reply, hold.at(0.5), hold.place) for hold in holds]
        if somebody.last.kind != "ready":
            return tuple(found)
        following = somebody.say("ready").holds()
        if following and holds:
            found += [Stop(how, reply, 0.0, following[0].place) for how in (READY, SILENCE)]
    raise LookupError(f"{group} never ends")


def _who(group: Group) -> Somebody:
    """Somebody new, or somebody who has been through the routine on the days before."""
    somebody = Somebody(group.rate)
    for _ in range(BEFORE_TIMES if group.known else 0):
        start(somebody, group.routine, after=A_DAY if somebody.heard else None)
        for _ in range(MOST_TURNS):
            if not somebody.last.listens:
                break
            somebody.say("ready")
    return somebody
