"""The way from one posture to another, told one move at a time inside the seconds it needs."""

from collections.abc import Iterator

from skill.content.model import Posture, Transition
from skill.timeline.moment import Moment, Role
from skill.timeline.telling import Telling

_LEAST_SECONDS_A_MOVE = 5.0


def way(start: Posture, end: Posture, telling: Telling) -> tuple[Moment, ...]:
    """Words and silence from posture to posture; empty when the body is there already."""
    transition = telling.wording.library.way(start, end)
    return () if transition is None else tuple(_moves(transition, telling))


def _moves(transition: Transition, telling: Telling) -> Iterator[Moment]:
    cues = [telling.cue(Role.POSTURE, words) for words in transition.words[telling.wording.language]]
    seconds = transition.slow if telling.newcomer else transition.usual
    quiet = seconds - sum(cue.seconds for cue in cues)
    each = max(_LEAST_SECONDS_A_MOVE, round(quiet / len(cues), 1))
    for number, cue in enumerate(cues):
        yield cue
        yield from telling.calm(Role.POSTURE, each, turn=number)
