"""What depends on the country and the hour: emergency numbers, advisers, and the person's time of day."""

from skill.dialogue.scene.scene import Scene

_EARLY_HOURS = range(4, 9)
"""Hours in which somebody may just have got up: then nothing bends deep for about an hour (coaching, section one)."""

_EVENING_HOURS = frozenset({20, 21, 22, 23, 0, 1, 2, 3})


def early(scene: Scene) -> bool:
    """Whether the person may just have got up."""
    return scene.local_time.hour in _EARLY_HOURS


def evening(scene: Scene) -> bool:
    """Whether the person may go to bed soon, or is up at night."""
    return scene.local_time.hour in _EVENING_HOURS


def emergency_number(scene: Scene) -> str:
    """The locale's emergency number, as it is spoken; words for "the local one" if we do not have the locale."""
    return scene.locale.emergency_number if scene.locale else scene.wording.say("emergency.local")


def whom_to_call(scene: Scene) -> str:
    """The emergency number, or the local one, because a device may stand in another country than it is set to."""
    if scene.locale is None:
        return emergency_number(scene)
    return scene.wording.say("emergency.or-local", number=emergency_number(scene))


def adviser(scene: Scene) -> str:
    """Whom to see besides a doctor, in the words of the locale."""
    return scene.locale.adviser if scene.locale else scene.wording.say("suits.adviser")
