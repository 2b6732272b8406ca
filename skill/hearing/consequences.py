"""How many ears a wish needs, by what it would cost to have misheard it."""

from enum import Enum

from skill.ports.evidence import Evidence
from skill.ports.intents import COMPLAINTS
from skill.recognizer.meaning import Understood
from skill.recognizer.reader import costs


class Needs(Enum):
    """By whom a wish must have been heard."""

    ANY = "one ear, however unsure"
    """What must not be missed: something is wrong, or all is to stop."""
    EITHER = "one ear"
    """What only tells something: heard wrongly, nothing has moved."""
    BOTH = "both ears, or the only one where it is sure"
    """What moves on, or changes what is led."""
    ALWAYS_BOTH = "both ears"
    """What is kept for good or deleted: one ear alone never does it."""


STOPPING = frozenset({"AMAZON.StopIntent", "AMAZON.PauseIntent", "AMAZON.CancelIntent", "HaveToStopIntent"})
"""Of somebody who is led. Where nobody is, nothing is to be stopped, and "start" sounds much like it."""

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
    """By whom it must have been heard, in the light of what is known; of two wishes what the graver one needs."""
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
