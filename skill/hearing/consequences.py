"""How many ears must have heard a wish, by what it would cost to have misheard it."""

from enum import Enum

from skill.ports.evidence import Evidence
from skill.ports.intents import COMPLAINTS
from skill.recognizer.meaning import Understood
from skill.recognizer.reader import costs


class Needs(Enum):
    """The ears that must have heard a wish."""

    ANY = "one ear, however unsure"
    """For what must not be missed: something is wrong, or everything is to stop."""
    EITHER = "one ear"
    """For what only tells something: misheard, it changes nothing."""
    BOTH = "both ears, or the only one where it is sure"
    """For what moves on, or changes the routine."""
    ALWAYS_BOTH = "both ears"
    """For what is stored for good or deleted: one ear alone never does that."""


STOPPING = frozenset({"AMAZON.StopIntent", "AMAZON.PauseIntent", "AMAZON.CancelIntent", "HaveToStopIntent"})
"""Urgent only while somebody is led: otherwise there is nothing to stop, and "start" sounds much like "stop"."""

URGENT = frozenset({*COMPLAINTS, *STOPPING})

TELLING = costs.TELLING - URGENT

LASTING = frozenset(
    {
        "AddToMineIntent",
        "AllWellIntent",
        "AllowIntent",
        "CanAgainIntent",
        "CancelRemindersIntent",
        "CannotEverIntent",
        "ForgetHouseholdIntent",
        "ForgetMeIntent",
        "LeaveOutIntent",
        "LeaveProgrammeIntent",
        "NotMeIntent",
        "RemindIntent",
        "RemindMeAtIntent",
        "RemindMeIntent",
        "RemoveFromMineIntent",
        "SaveAsMineIntent",
        "SeenIntent",
    }
)


_NOBODY_LED = "idle"


def needs_of(meant: Understood, known: Evidence) -> Needs:
    """The ears that must have heard it, given what is known of the moment; for two wishes, the stricter need."""
    needs = _needs(meant.intent, known)
    if meant.also is None or needs is Needs.ANY:
        return needs
    return max(needs, needs_of(meant.also, known), key=_gravity)


def _needs(intent: str, known: Evidence) -> Needs:
    if intent in URGENT:
        return Needs.EITHER if intent in STOPPING and known.phase == _NOBODY_LED else Needs.ANY
    if intent in LASTING or intent in known.exact:
        return Needs.ALWAYS_BOTH
    return Needs.EITHER if intent in TELLING else Needs.BOTH


def _gravity(needs: Needs) -> int:
    return tuple(Needs).index(needs)
