"""The hour where somebody is, as far as a body cares: straight after a night, or before the next one."""

from skill.dialogue.scene.scene import Scene

_EARLY_HOURS = range(4, 9)
"""For about an hour after a night nothing bends deep (coaching, section one); nobody asks when the night ended."""

_EVENING_HOURS = frozenset({20, 21, 22, 23, 0, 1, 2, 3})


def early(scene: Scene) -> bool:
    """Whether somebody may have got up only just now."""
    return scene.local_time.hour in _EARLY_HOURS


def evening(scene: Scene) -> bool:
    """Whether somebody may go to bed soon, or is up at night."""
    return scene.local_time.hour in _EVENING_HOURS
