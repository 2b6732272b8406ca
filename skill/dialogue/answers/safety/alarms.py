"""Turns a wish into an alarm if the words in its slots are one.

Words that Alexa took for the name of a stretch may be a warning sign, which comes first.
"""

from collections.abc import Iterator

from skill.content.language.warnings import LEVELS, Level
from skill.dialogue.scene.scene import Scene
from skill.ports.intents import ALARMS, RED_FLAG
from skill.ports.turn import LAUNCH


def intent_of(scene: Scene) -> str:
    """The turn's intent, or that of the worst level of warning in its slots if that is worse."""
    intent = scene.turn.intent
    heard = set(_levels_in_slots(scene)) - {"mild"}
    if intent == LAUNCH or not heard:
        return intent
    said = {level for level, alarm in ALARMS.items() if alarm == intent and intent != RED_FLAG}
    return ALARMS[next(level for level in LEVELS if level in heard | said)]


def worst_of(scene: Scene) -> Level | None:
    """The worst level of warning in the turn's slots, by their words or by what Alexa took them for."""
    heard = set(_levels_in_slots(scene))
    return next((level for level in LEVELS if level in heard), None)


def _levels_in_slots(scene: Scene) -> Iterator[Level]:
    """The levels in the words of slots that hold no known name, and of slots that hold a warning sign."""
    for slot in scene.turn.slots.values():
        # The words of danger are loaded here: a launch has no slots, so that the first one need not wait for them.
        level = scene.library.danger[scene.wording.language].level_in(slot.said)
        signs = [one for one in LEVELS if one in slot.ids]
        yield from signs
        if level is not None and (signs or not slot.ids):
            yield level
