"""A length of time by itself: of a routine, or of the hold that somebody is in."""

from skill.dialogue.answers.finding.by_time import by_time
from skill.dialogue.answers.fitting.hold_length import hold_for
from skill.dialogue.scene.scene import Outcome, Scene
from skill.ports.slot_values import seconds_of

_SHORTER_THAN_ANY_ROUTINE_SECONDS = 60


def time_or_hold(scene: Scene) -> Outcome:
    """Said "make it thirty seconds": while a routine is led so long a hold, for no routine is so short."""
    seconds = seconds_of(scene.turn.slot("duration"))
    of_a_hold = scene.here and seconds is not None and 0 < seconds < _SHORTER_THAN_ANY_ROUTINE_SECONDS
    return hold_for(scene) if of_a_hold else by_time(scene)
