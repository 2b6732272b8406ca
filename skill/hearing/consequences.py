"""How many ears a wish needs, by what it would cost to have misheard it."""

from enum import Enum

from skill.ports.evidence import Evidence
from skill.ports.intents import COMPLAINTS
from skill.recognizer.meaning import Understood


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


URGENT = frozenset({*COMPLAINTS, "AMAZON.StopIntent", "AMAZON.PauseIntent", "AMAZON.CancelIntent", "HaveToStopIntent"})

TELLING = frozenset(
    {
        "AMAZON.HelpIntent",
        "AMAZON.RepeatIntent",
        "AmIRightIntent",
        "DescribeRoutineIntent",
        "DoctorIntent",
        "ExplainIntent",
        "FavouritesIntent",
        "FeelInIntent",
        "FeelIntent",
        "HowAmIDoingIntent",
        "HowLongHoldIntent",
        "HowManyLeftIntent",
        "HowOftenIntent",
        "HowOftenRoutineIntent",
        "HowToBreatheIntent",
        "HowToIntent",
        "IsThatItIntent",
        "ListProgrammesIntent",
        "ListRemindersIntent",
        "ListRoutinesIntent",
        "ListStretchesIntent",
        "MissedDaysIntent",
        "MistakesIntent",
        "OtherWordsIntent",
        "PardonIntent",
        "PictureIntent",
        "NameMineIntent",
        "ReadMineIntent",
        "SafeForMeIntent",
        "SourcesIntent",
        "TimeLeftIntent",
        "TodayIntent",
        "WhatDidIDoIntent",
        "WhatDoYouKnowIntent",
        "WhatForIntent",
        "WhatIsLeftOutIntent",
        "WhatNeededIntent",
        "WhatNextIntent",
        "WhereAmIIntent",
        "WhereItIsIntent",
        "WhichSideIntent",
    }
)

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


def needs_of(meant: Understood, known: Evidence) -> Needs:
    """By whom it must have been heard, in the light of what is known; of two wishes what the graver one needs."""
    needs = _needs(meant.intent, known)
    if meant.also is None or needs is Needs.ANY:
        return needs
    return max(needs, needs_of(meant.also, known), key=_gravity)


def _needs(intent: str, known: Evidence) -> Needs:
    if intent in URGENT:
        return Needs.ANY
    if intent in LASTING or intent in known.exact:
        return Needs.ALWAYS_BOTH
    return Needs.EITHER if intent in TELLING else Needs.BOTH


def _gravity(needs: Needs) -> int:
    return tuple(Needs).index(needs)
