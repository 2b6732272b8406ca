"""Finds how far somebody is who interrupts the whole way up: the move that was said last.

They go on from there one move a turn, like people who are stuck. If they heard all of it, they are asked whether they
stand.
"""

from collections.abc import Container, Iterable
from math import fsum

from skill.content.model import Posture
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask
from skill.dialogue.memory.subject import WayUp
from skill.dialogue.scene.scene import Scene
from skill.limits import START_LATENCY_SECONDS, TALKING_SECONDS
from skill.replaced import replace
from skill.timeline import Moment
from skill.timeline.hold.ways import way


def as_far_as_told(scene: Scene) -> Person:
    """The person with their open question on the way up set to the last move that they heard."""
    asked = scene.person.asked
    if asked is None or asked.kind is not Ask.STANDING or not isinstance(asked.subject, WayUp):
        return scene.person
    up = asked.subject
    ways = replace(scene, person=replace(scene.person, asked=None)).telling()
    telling = replace(ways, limits=(*ways.limits, *up.without))
    transition = telling.way(up.start, Posture.STANDING)
    if transition is None:
        return scene.person
    moments = way(up.start, Posture.STANDING, telling)
    heard = _heard_seconds(scene, up)
    over = heard >= fsum(moment.seconds for moment in moments)
    begun = _begun(moments, transition.words[scene.wording.language], heard)
    told = transition.postures.index(Posture.STANDING) + 1 if over else begun
    kind = Ask.STANDING if over else Ask.UP
    return replace(scene.person, asked=replace(asked, kind=kind, subject=replace(up, told=told)))


def _heard_seconds(scene: Scene, up: WayUp) -> float:
    """Seconds of the way that were heard: as the device reports, else by the clock."""
    if scene.turn.heard is not None:
        return scene.turn.heard.seconds
    return scene.turn.epoch - up.at - START_LATENCY_SECONDS - TALKING_SECONDS


def _begun(moments: Iterable[Moment], moves: Container[str], heard: float) -> int:
    """How many of the moves had begun to be said after so many seconds; at least one."""
    begins, begun = 0.0, 0
    for moment in moments:
        begun += moment.words in moves and begins <= heard
        begins += moment.seconds
    return max(1, begun)
