"""A turn's intent once what was said in its slots is looked through, and while somebody is being talked up.

What Alexa took for the name of a stretch may be a warning sign, and that goes first.
"""

from collections.abc import Iterator, Mapping

from skill.content.warnings import LEVELS, Level
from skill.dialogue.scene.scene import Scene
from skill.ports.intents import ALARMS, RED_FLAG
from skill.ports.turn import LAUNCH

GETTING_UP = "up"
"""The question after each move of somebody who is stuck; it is about the posture that they left, and the move."""

_STUCK = ALARMS["stuck"]

_WHILE_GETTING_UP: Mapping[str, str] = {
    "AMAZON.NextIntent": "AMAZON.YesIntent",
    "AMAZON.ResumeIntent": "AMAZON.YesIntent",
    "AMAZON.PauseIntent": "AMAZON.NoIntent",
    "MoreTimeIntent": "AMAZON.NoIntent",
    "NotThereYetIntent": "AMAZON.NoIntent",
    "AMAZON.RepeatIntent": _STUCK,
    "PardonIntent": _STUCK,
    "ExplainIntent": _STUCK,
    "WhereAmIIntent": _STUCK,
    "WhatNextIntent": _STUCK,
    "AMAZON.FallbackIntent": _STUCK,
}
"""Somebody who is being talked up means the next move, and not their routine."""


def intent_of(scene: Scene) -> str:
    """The turn's intent, or that of the worst level of warning in its slots where that is worse."""
    intent = _on_the_way_up(scene) or scene.turn.intent
    heard = set(_levels_in_slots(scene)) - {"mild"}
    if intent == LAUNCH or not heard:
        return intent
    said = {level for level, alarm in ALARMS.items() if alarm == intent and intent != RED_FLAG}
    return ALARMS[next(level for level in LEVELS if level in heard | said)]


def _on_the_way_up(scene: Scene) -> str | None:
    """What words about a routine mean to somebody who is being talked up; None where they mean what they say."""
    asked = scene.person.asked
    if asked is None or asked.kind != GETTING_UP or scene.turn.opens:
        return None
    return _WHILE_GETTING_UP.get(scene.turn.intent)


def worst_of(scene: Scene) -> Level | None:
    """The worst level of warning in the turn's slots, by their words or by what Alexa took them for."""
    heard = set(_levels_in_slots(scene))
    return next((level for level in LEVELS if level in heard), None)


def _levels_in_slots(scene: Scene) -> Iterator[Level]:
    """The levels in what was said for slots that nobody knows; for warning signs also those that are known."""
    warnings = scene.library.warnings[scene.wording.language]
    for slot in scene.turn.slots.values():
        level = warnings.level_in(slot.said)
        signs = [one for one in LEVELS if one in slot.ids]
        yield from signs
        if level is not None and (signs or not slot.ids):
            yield level
