"""Leads on from where somebody says that they are on the way up: "I'm on my side", "I've got the chair".

Their own word counts, whatever move was told last.
"""

from collections.abc import Mapping
from types import MappingProxyType

from skill.content.model import Posture
from skill.dialogue.answers.safety.stuck import led_on_from, move_again, next_move, up_already
from skill.dialogue.memory.subject import WayUp
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene

_REACHED: Mapping[str, tuple[Posture, int]] = MappingProxyType(
    {
        "back": (Posture.BACK, 0),
        "front": (Posture.FRONT, 0),
        "hands-and-knees": (Posture.ALL_FOURS, 0),
        "sitting": (Posture.FLOOR_SEAT, 0),
        "seated": (Posture.CHAIR, 0),
        "chair": (Posture.ALL_FOURS, 1),
        "foot": (Posture.ALL_FOURS, 2),
    }
)
"""What people say they have reached, as the posture from which the way goes on, and how many of its moves are done."""
_LYING = (Posture.BACK, Posture.FRONT)
_ON_A_SIDE = ("side", "turned")
_SEATED: Mapping[str, tuple[Posture, int]] = MappingProxyType(
    {
        "chair": (Posture.FLOOR_SEAT, 1),
        "foot": (Posture.FLOOR_SEAT, 1),
    }
)
"""The same for people who get up by way of a low seat, which they hold behind them."""


def on_from_there(scene: Scene) -> Outcome:
    """Said "ready", "I've done that": tells the next move; if they said how they are, the move from there."""
    reached = scene.turn.slot("reached").ids
    return _on_from(scene, reached[0]) if len(reached) == 1 else next_move(scene)


def at_the_chair(scene: Scene) -> Outcome:
    """A setting is named, as if for a routine: a chair is the one to hold, and "on the floor" that they are still down.

    Of "I'm on a chair" Alexa hands on only the chair: before the first move it means that they sit on one, and if the
    way starts from a chair the move is only told again.
    """
    up = scene.about(WayUp)
    match scene.turn.slot("setting").ids:
        case ("chair",) if up and not up.told:
            return _on_from(scene, "seated")
        case ("chair",) if up and up.start is Posture.CHAIR:
            return move_again(scene)
        case ("chair",):
            return _on_from(scene, "chair")
        case ("floor",):
            return down_still(scene)
        case _:
            return move_again(scene)


def down_still(scene: Scene) -> Outcome:
    """Said "I'm still lying here": tells the first move, from how they lay; if none was told yet, the rest first."""
    up = scene.about(WayUp)
    if not up or up.start not in _LYING:
        return led_on_from(scene, Posture.BACK, 0)
    return led_on_from(scene, up.start, 0) if up.told else move_again(scene)


def _on_from(scene: Scene, reached: str) -> Outcome:
    if reached == "standing":
        return up_already(scene)
    over_a_seat = _sits_first(scene)
    if reached in _ON_A_SIDE:
        words = scene.wording.say(f"stuck.from-side.{'seat' if over_a_seat else 'knees'}")
        return led_on_from(scene, Posture.BACK, 1, words)
    known = _SEATED.get(reached) if over_a_seat else None
    posture, moves = known or _REACHED[reached]
    return led_on_from(scene, posture, moves)


def _sits_first(scene: Scene) -> bool:
    """Whether their way up leads by way of a low seat instead of a knee."""
    way = scene.telling().way(Posture.BACK, Posture.STANDING)
    return way is not None and Posture.FLOOR_SEAT in way.postures
