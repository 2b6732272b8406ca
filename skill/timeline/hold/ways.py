"""The way from one posture to another, told one move at a time inside the seconds it needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import fsum

from skill.content.model import Posture, Transition
from skill.replaced import replace
from skill.timeline.moment import Moment, Role
from skill.timeline.telling import Telling

_LEAST_SECONDS_A_MOVE = 5.0

_LONG_WAY_SECONDS = 35
"""From here on a way is to the floor, to a bed, or up from them: many moves, told in full until they are known."""

CLOSED_MICROPHONE = frozenset({Posture.FRONT})
"""Postures in which nobody should have to talk: one is asked on the back, before or afterwards."""

ALREADY_THERE = frozenset({Posture.BED, Posture.CHAIR})
"""Where somebody may be when they ask for a routine that begins there: nobody is led to what they lie or sit on."""

_BEING_THERE_SECONDS = 10.0
"""For who is on the chair, and only sits up, or has to turn onto the back."""

_WAYS_KEPT = 512
"""Those of a few people: a turn lays its routine out several times, and goes the same ways each time."""
_SECONDS_AFTER_THE_NAME = 1.5
"""Between the name of what comes, and where one lies now."""


@dataclass(frozen=True)
class Ahead:
    """Where a way leads: what only names that is told on the way, and so long one arranges oneself there."""

    named: tuple[Moment, ...] = ()
    arranging_seconds: float = 0.0
    on_the_way: bool = False
    """Whether the person is on the way already, and has been told how."""


def way(start: Posture, end: Posture, telling: Telling) -> tuple[Moment, ...]:
    """Words and silence from posture to posture; empty when the body is there already."""
    if start is end:
        return ()
    return _way(start, end, _on_the_way(telling))


def _on_the_way(telling: Telling) -> Telling:
    """The same for whatever stretches somebody knows: on a way that makes no difference."""
    return replace(telling, met=frozenset(), explained="")


@lru_cache(maxsize=_WAYS_KEPT)
def _way(start: Posture, end: Posture, telling: Telling) -> tuple[Moment, ...]:
    transition = telling.way(start, end)
    return () if transition is None else tuple(_moves(transition, _usual_seconds(transition, telling), telling))


def approach(start: Posture, end: Posture, telling: Telling, ahead: Ahead = Ahead()) -> tuple[Moment, ...]:
    """The way to where a reply begins; briefly to somebody who knows the long one, or is on the way already."""
    transition = telling.way(start, end)
    if transition is None:
        return ()
    if ahead.on_the_way:
        return tuple(_briefly(transition, transition.quick, telling, ahead))
    seconds = _approach_seconds(transition, telling, ahead)
    known = not telling.newcomer and transition.usual >= _LONG_WAY_SECONDS
    told = _briefly if known else _moves
    return tuple(told(transition, seconds, telling, ahead))


def _approach_seconds(transition: Transition, telling: Telling, ahead: Ahead) -> float:
    """As usual; a newcomer, who has just said "ready" to a short way, arranges themselves within its longer time."""
    if not telling.newcomer or telling.manner.slow or transition.usual >= _LONG_WAY_SECONDS:
        return _usual_seconds(transition, telling)
    return max(transition.usual, round(transition.slow - ahead.arranging_seconds, 1))


def arrival(start: Posture, end: Posture, telling: Telling, *, down: bool = False) -> Posture | None:
    """Where somebody is asked whether they are there, on a long way; on the back for somebody who is to lie face down.

    Of somebody who is `down` already nobody knows how they lie or sit there: they are asked after a short way, too.
    """
    transition = telling.way(start, end)
    if transition is None or (transition.usual < _LONG_WAY_SECONDS and not (down and end not in CLOSED_MICROPHONE)):
        return None
    return Posture.BACK if end in CLOSED_MICROPHONE else end


def arriving(start: Posture, end: Posture, telling: Telling, *, on_the_way: bool = False) -> tuple[Moment, ...]:
    """The way to where somebody is asked: its moves at first, later or `on_the_way` a cue and quiet.

    Anybody who is slower has the quiet of the question and of its reprompt besides.
    """
    # How long it was quiet there is learnt from: so it is told with all its words whatever is asked for.
    return _arriving(start, end, _on_the_way(replace(telling, only_lengths=False)), on_the_way=on_the_way)


@lru_cache(maxsize=_WAYS_KEPT)
def _arriving(start: Posture, end: Posture, telling: Telling, *, on_the_way: bool) -> tuple[Moment, ...]:
    transition = telling.way(start, end)
    if transition is None:
        return ()
    if (telling.newcomer or telling.manner.slow) and not on_the_way:
        return tuple(_moves(transition, transition.usual, telling))
    seconds = telling.changes.arriving_seconds(transition)
    going = telling.wording.say(f"going.{end.replace(' ', '-')}")
    words = telling.wording.say("moving.arrive", going=going, length=telling.wording.seconds(seconds))
    return (telling.cue(Role.POSTURE, words), Moment(Role.POSTURE, float(seconds)))


def being_there(posture: Posture, telling: Telling, seconds: float = _BEING_THERE_SECONDS) -> tuple[Moment, ...]:
    """How somebody has to be who may be there already, and the time to make it so."""
    cue = telling.cue(Role.POSTURE, telling.wording.say(f"moving.be-there.{posture}"))
    return (cue, *telling.calm(Role.POSTURE, seconds)) if seconds else (cue,)


def _moves(transition: Transition, seconds: float, telling: Telling, ahead: Ahead = Ahead()) -> Iterator[Moment]:
    cues = [telling.cue(Role.POSTURE, words) for words in transition.words[telling.wording.language]]
    there = telling.cue(Role.POSTURE, _there(transition, telling))
    said = _naming_seconds(ahead) + there.seconds + fsum(cue.seconds for cue in cues)
    quiet = seconds + _more_seconds(transition, telling) - said
    each = max(_LEAST_SECONDS_A_MOVE, round(quiet / len(cues), 1))
    for number, cue in enumerate(cues[:-1]):
        yield cue
        yield from telling.calm(Role.POSTURE, each, turn=number)
    yield cues[-1]
    yield from telling.calm(Role.POSTURE, each, turn=len(cues) - 1)
    yield from _naming(ahead)
    yield there


def _naming(ahead: Ahead) -> Iterator[Moment]:
    """What comes, named at the end of the quiet of the way to it."""
    if ahead.named:
        yield from ahead.named
        yield Moment(Role.POSTURE, _SECONDS_AFTER_THE_NAME)


def _naming_seconds(ahead: Ahead) -> float:
    return fsum(moment.seconds for moment in _naming(ahead))


def _briefly(transition: Transition, seconds: float, telling: Telling, ahead: Ahead) -> Iterator[Moment]:
    going = telling.wording.say(f"going.{transition.end.replace(' ', '-')}")
    cue = telling.cue(Role.POSTURE, telling.wording.say("moving.go", going=going))
    there = telling.cue(Role.POSTURE, _there(transition, telling))
    quiet = seconds + _more_seconds(transition, telling) - cue.seconds - there.seconds - _naming_seconds(ahead)
    yield cue
    yield from telling.calm(Role.POSTURE, max(0.0, round(quiet, 1)))
    yield from _naming(ahead)
    yield there


def _usual_seconds(transition: Transition, telling: Telling) -> int:
    """Slow for a newcomer and for whoever wants it slower; "faster" makes no way shorter."""
    return transition.slow if telling.newcomer or telling.manner.slow else transition.usual


def _more_seconds(transition: Transition, telling: Telling) -> int:
    """What this person has learned to want at this kind of change; nothing ever makes a way shorter."""
    return telling.changes.more_seconds(transition.start, transition.end)


def _there(transition: Transition, telling: Telling) -> str:
    """The posture confirmed, for somebody who cannot look."""
    return telling.wording.due("moving.there", telling.holds_before, posture=telling.posture(transition.end))
