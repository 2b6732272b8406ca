"""What differs by country and hour: a locale's words and numbers, and the person's time of day."""

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


def emergency_number(scene: Scene) -> str:
    """The number of this locale, as it is spoken; never another country's."""
    return scene.locale.emergency_number if scene.locale else scene.wording.say("emergency.local")


def whom_to_call(scene: Scene) -> str:
    """The same and the local one besides, for how a speaker is set does not tell where it stands."""
    if scene.locale is None:
        return emergency_number(scene)
    return scene.wording.say("emergency.or-local", number=emergency_number(scene))


def adviser(scene: Scene) -> str:
    """The people who know about bodies, besides a doctor."""
    return scene.locale.adviser if scene.locale else scene.wording.say("suits.adviser")
