"""What is said differently by country: the emergency number, and whom to see; where no locale is known, no number."""

from skill.dialogue.scene.scene import Scene


def emergency_number(scene: Scene) -> str:
    """The number of this locale, as it is spoken; never another country's."""
    return scene.locale.emergency_number if scene.locale else scene.wording.say("emergency.local")


def whom_to_call(scene: Scene) -> str:
    """The same and the local one besides, for how a speaker is set does not tell where it stands."""
    if scene.locale is None:
        return emergency_number(scene)
    return scene.wording.say("emergency.or-local", number=emergency_number(scene))


def adviser(scene: Scene) -> str:
    """Who knows about bodies, besides a doctor."""
    return scene.locale.adviser if scene.locale else scene.wording.say("suits.adviser")
