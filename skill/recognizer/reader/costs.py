"""By how much a wish must be ahead before it is believed: the more, the worse it would be to be wrong."""

_TELLS, _USUAL, _LEADS_ELSEWHERE, _DELETES = 16.0, 24.0, 30.0, 45.0

_TELLING = frozenset(
    {
        "AMAZON.HelpIntent",
        "AMAZON.PauseIntent",
        "AMAZON.RepeatIntent",
        "BodyPartIntent",
        "DescribeRoutineIntent",
        "DoctorIntent",
        "ExplainIntent",
        "FavouritesIntent",
        "FeelInIntent",
        "FeelIntent",
        "HowAmIDoingIntent",
        "HowLongHoldIntent",
        "HowManyLeftIntent",
        "HowToIntent",
        "IsThatItIntent",
        "ListProgrammesIntent",
        "ListRemindersIntent",
        "ListRoutinesIntent",
        "ListStretchesIntent",
        "MistakesIntent",
        "MoreTimeIntent",
        "NotThereYetIntent",
        "PardonIntent",
        "PictureIntent",
        "ReadMineIntent",
        "SafeForMeIntent",
        "SafeForMeStretchIntent",
        "SourcesIntent",
        "TimeLeftIntent",
        "TodayIntent",
        "WhatDidIDoIntent",
        "WhatDoYouKnowIntent",
        "WhatForIntent",
        "WhatIsLeftOutIntent",
        "WhatIsThisForIntent",
        "WhatNeededIntent",
        "WhatNextIntent",
        "WhereAmIIntent",
        "WhichSideIntent",
    }
)
"""They tell something, or wait: whoever meant something else says it again, and has lost nothing."""

_ELSEWHERE = frozenset(
    {
        "AMAZON.CancelIntent",
        "AMAZON.NextIntent",
        "AMAZON.PreviousIntent",
        "AMAZON.StartOverIntent",
        "AMAZON.StopIntent",
        "CancelRemindersIntent",
        "GoBackIntent",
        "LeaveOutIntent",
        "LeaveProgrammeIntent",
        "LeaveThisOutIntent",
        "ReadyIntent",
        "RemoveFromMineIntent",
        "RemoveThisIntent",
        "SkipSideIntent",
    }
)
"""They lead somebody out of where they are, end something, or throw it away."""


_AKIN = (
    frozenset({"ByAreaInTimeIntent", "ByAreaIntent", "BySettingIntent", "ByTimeIntent", "QuickIntent"}),
    frozenset({"HowLongHoldIntent", "HowManyLeftIntent", "TimeLeftIntent"}),
    frozenset({"AMAZON.PauseIntent", "MoreTimeIntent", "NotThereYetIntent", "PauseForIntent"}),
)
"""Wishes that are much the same: who takes one for the other is not far from what was meant."""

_DELETING = frozenset({"ForgetHouseholdIntent", "ForgetMeIntent"})


def akin_to(intent: str) -> frozenset[str]:
    """The wishes that are much the same as this one, itself among them."""
    return next((wishes for wishes in _AKIN if intent in wishes), frozenset({intent}))


def only_tells(intent: str) -> bool:
    """Whether this wish changes nothing."""
    return intent in _TELLING


def least_ahead(intent: str) -> float:
    """By how much this wish must be said rather than any other, a feature on average."""
    if intent in _TELLING:
        return _TELLS
    if intent in _DELETING:
        return _DELETES
    return _LEADS_ELSEWHERE if intent in _ELSEWHERE else _USUAL
