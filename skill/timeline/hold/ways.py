"""The way from one posture to another, spoken one move at a time within the seconds that it needs."""

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
"""A way this long leads to the floor or a bed, or up again: many moves, said in full until the person knows them."""

CLOSED_MICROPHONE = frozenset({Posture.FRONT})
"""Postures in which nobody should have to talk: questions are asked on the back, before or afterwards."""

ALREADY_THERE = frozenset({Posture.BED, Posture.CHAIR})
"""Where people may be already when they ask for a routine that begins there: they are not led there again."""

_BEING_THERE_SECONDS = 10.0
"""For somebody on the chair, who only sits up, or on the bed, who turns onto the back."""

_WAYS_KEPT = 512
"""Size of each cache, for a few people: a turn lays its routine out several times, with the same ways each time."""
_SECONDS_AFTER_THE_NAME = 1.5
"""Silence between the name of the next stretch and the words that confirm the posture."""


@dataclass(frozen=True)
class Ahead:
    """What a way leads to: moments that name it, said on the way, and the seconds to settle down there."""

    named: tuple[Moment, ...] = ()
    arranging_seconds: float = 0.0
    on_the_way: bool = False
    """Whether the person is on the way already, and has heard how."""


def way(start: Posture, end: Posture, telling: Telling) -> tuple[Moment, ...]:
    """The words and silences from posture to posture; empty when the body is there already."""
    if start is end:
        return ()
    return _way(start, end, _on_the_way(telling))


def _on_the_way(telling: Telling) -> Telling:
    """The telling without the stretches that somebody knows, which make no difference on a way: so the cache serves."""
    return replace(telling, met=frozenset(), explained="")


@lru_cache(maxsize=_WAYS_KEPT)
def _way(start: Posture, end: Posture, telling: Telling) -> tuple[Moment, ...]:
    transition = telling.way(start, end)
    return () if transition is None else tuple(_moves(transition, _usual_seconds(transition, telling), telling))


def approach(start: Posture, end: Posture, telling: Telling, ahead: Ahead = Ahead()) -> tuple[Moment, ...]:
    """The way to where a reply begins; brief for people who know a long one, or are on the way already."""
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
    """The usual seconds; for a newcomer on a short way the slow ones, less those in which they settle down there."""
    if not telling.newcomer or telling.manner.slow or transition.usual >= _LONG_WAY_SECONDS:
        return _usual_seconds(transition, telling)
    return max(transition.usual, round(transition.slow - ahead.arranging_seconds, 1))


def arrival(start: Posture, end: Posture, telling: Telling, *, down: bool = False) -> Posture | None:
    """The posture in which somebody is asked whether they are there: on the back before face down; None: not asked.

    They are asked after a long way, and if they are `down` already after a short one too, as it is unknown how they
    lie or sit there.
    """
    transition = telling.way(start, end)
    if transition is None or (transition.usual < _LONG_WAY_SECONDS and not (down and end not in CLOSED_MICROPHONE)):
        return None
    return Posture.BACK if end in CLOSED_MICROPHONE else end


def arriving(start: Posture, end: Posture, telling: Telling, *, on_the_way: bool = False) -> tuple[Moment, ...]:
    """The way to the posture in which somebody is asked: all moves for newcomers, else one cue and a silence.

    People who are slower also have the time of the question and of its reprompt.
    """
    # What somebody needs is learned from the length of its silence: it has all its words even for lengths alone.
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
    """The cue how to lie or sit, for somebody who may be there already, and `seconds` to do it."""
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
    """The name of the next stretch, at the end of the silence on the way to it."""
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
    """The slow seconds for newcomers and in a slow manner; a fast manner makes no way shorter."""
    return transition.slow if telling.newcomer or telling.manner.slow else transition.usual


def _more_seconds(transition: Transition, telling: Telling) -> int:
    """Extra seconds that this person has turned out to need for this kind of change; never below nought."""
    return telling.changes.more_seconds(transition.start, transition.end)


def _there(transition: Transition, telling: Telling) -> str:
    """The words that confirm the posture, for somebody who cannot look."""
    return telling.wording.due("moving.there", telling.holds_before, posture=telling.posture(transition.end))
