"""Decides whether a length of time by itself is meant for a routine or for the hold."""

from skill.dialogue.answers.finding.by_time import by_time
from skill.dialogue.answers.fitting.hold_length import hold_for
from skill.dialogue.offers.made_to_fit import SHORTEST_SECONDS
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.slot_values import seconds_of

_SURELY_A_HOLD_SECONDS = 60
"""Nobody wants a routine of less than a minute; outside a hold, anything longer means a routine."""


def time_or_hold(scene: Scene) -> Outcome:
    """Said "make it thirty seconds": the length of a hold if it is too short for a routine; else of a routine."""
    seconds = seconds_of(scene.turn.slot("duration"))
    least = SHORTEST_SECONDS if scene.guiding and scene.inside else _SURELY_A_HOLD_SECONDS
    of_a_hold = scene.here and seconds is not None and 0 < seconds < least
    return hold_for(scene) if of_a_hold else by_time(scene)
