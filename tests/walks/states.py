"""The states in which a small word may be said, each reached by words as anybody would."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from tests.walks.people.somebody import A_DAY, Bookmark, Somebody

MOST_TURNS = 40


@dataclass(frozen=True)
class State:
    """How it is reached, whether the person lies on the floor in it, and whether they cut in to the reply's holds."""

    reach: Callable[[Somebody], None]
    lying: bool = False
    cuts_in: bool = False


def _opened(somebody: Somebody) -> None:
    somebody.say("open gentle back")


def _declined(somebody: Somebody) -> None:
    _opened(somebody)
    somebody.say("no")


def _finished_before(somebody: Somebody) -> None:
    """A routine is done to its end, then another day comes."""
    _at_the_end(somebody)
    somebody.say("yes")
    somebody.say("open gentle back", A_DAY)


def _at_ready(somebody: Somebody) -> None:
    """Half-way, after they have said that they lie down."""
    somebody.say("ask gentle back to start five gentle minutes")
    somebody.say("ready")


def _in_a_hold(somebody: Somebody) -> None:
    """The next word is said into the first hold of this reply."""
    _at_ready(somebody)


def _at_the_end(somebody: Somebody) -> None:
    _at_ready(somebody)
    answered(somebody, "get-up")


def _choosing(somebody: Somebody) -> None:
    somebody.say("ask gentle back what routines are there")


def _paused(somebody: Somebody) -> None:
    _in_a_hold(somebody)
    somebody.cut_in("alexa, pause", somebody.last.holds()[0].at(0.5))


def _next_day(somebody: Somebody) -> None:
    _in_a_hold(somebody)
    somebody.cut_in("alexa, stop", somebody.last.holds()[0].at(0.5))
    somebody.say("open gentle back", A_DAY)


def _asked_first(somebody: Somebody) -> None:
    """Half a day after an emergency, with a place that is kept."""
    _in_a_hold(somebody)
    somebody.cut_in("alexa, i have chest pain", somebody.last.holds()[0].at(0.5))
    somebody.say("open gentle back", A_DAY / 2)


STATES: Mapping[str, State] = {
    "launch, new": State(_opened),
    "declined": State(_declined),
    "launch, known": State(_finished_before),
    "Ready?": State(_at_ready, lying=True),
    "in a hold": State(_in_a_hold, lying=True, cuts_in=True),
    "last question": State(_at_the_end, lying=True),
    "choosing": State(_choosing),
    "paused": State(_paused, lying=True),
    "next day": State(_next_day),
    "asked first": State(_asked_first),
}


def answered(somebody: Somebody, kind: str) -> None:
    """Every question is answered with "ready" till one of this kind is asked."""
    for _ in range(MOST_TURNS):
        if somebody.last.kind == kind:
            return
        somebody.say("ready")
    raise LookupError(f"never asked: {kind}")


@cache
def reached(name: str) -> Bookmark:
    """The moment of this state."""
    somebody = Somebody()
    STATES[name].reach(somebody)
    return somebody.bookmark()
