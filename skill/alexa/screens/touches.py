"""Reads a touch on an Alexa screen: the event that a document sends when it is pressed, as a wish."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from skill.ports.turn import Slot, Touch

TOUCHED = "Alexa.Presentation.APL.UserEvent"
"""The request by which a document of ours reaches us."""

OURS = "gentle-back"
"""The first argument of every event that a document of ours sends."""

_INTENTS = {
    "previous": "AMAZON.PreviousIntent",
    "repeat": "OnceMoreIntent",
    "pause": "AMAZON.PauseIntent",
    "next": "AMAZON.NextIntent",
    "ready": "ReadyIntent",
    "onward": "ReadyIntent",
    "go-on": "AMAZON.ResumeIntent",
    "stop": "AMAZON.StopIntent",
    "yes": "AMAZON.YesIntent",
    "no": "AMAZON.NoIntent",
    "help": "AMAZON.HelpIntent",
    "routines": "ListRoutinesIntent",
    "routine": "StartRoutineIntent",
    "stretch": "StartStretchIntent",
}
"""The intent that each touch stands for; `onward` is sent by the screen itself, when a reply is over."""

_SLUG = re.compile(r"[a-z0-9-]*")

_NAMED = frozenset({"routine", "stretch"})
"""Touches that begin something named by its slug; the slot has the same name."""

_LONGEST_MILLISECONDS = 3_600_000
"""No document of ours is shown for longer: a larger figure is none of its clock's."""


@dataclass(frozen=True)
class Press:
    """A touch, with the intent and slots that it stands for."""

    intent: str
    slots: Mapping[str, Slot]
    touch: Touch


def touched(arguments: object) -> Press | None:
    """What the arguments of an event mean (`[OURS, what, slug, reply, milliseconds]`); None where it is not ours."""
    if not isinstance(arguments, list) or len(arguments) != 5 or arguments[0] != OURS:
        return None
    _, does, slug, reply, milliseconds = arguments
    if not all(isinstance(text, str) for text in (does, slug, reply)) or does not in _INTENTS:
        return None
    if not _SLUG.fullmatch(slug):
        return None
    seconds = _seconds(milliseconds)
    if seconds is None:
        return None
    slots = {does: Slot(slug, (slug,) if slug else ())} if does in _NAMED else {}
    return Press(_INTENTS[does], slots, Touch(reply, seconds, by_itself=does == "onward"))


def _seconds(milliseconds: object) -> float | None:
    """The document's clock in seconds; None for an impossible value."""
    if isinstance(milliseconds, bool) or not isinstance(milliseconds, int | float):
        return None
    return milliseconds / 1000 if 0 <= milliseconds <= _LONGEST_MILLISECONDS else None
