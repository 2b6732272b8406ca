"""How sure the reader must be of each wish: the more, the worse a mistake would be; in the unit of `Weights.scores`."""

_TELLS, _USUAL, _LEADS_ELSEWHERE, _DELETES = -36.0, -28.0, -16.0, 70.0

TELLING = frozenset(
    {
        "AMAZON.HelpIntent",
        "AMAZON.PauseIntent",
        "AMAZON.RepeatIntent",
        "AmIRightIntent",
        "BodyPartIntent",
        "CostIntent",
        "DescribeRoutineIntent",
        "DoctorIntent",
        "ExplainIntent",
        "FavouritesIntent",
        "FeelInIntent",
        "FallAsleepIntent",
        "FeelIntent",
        "GladIntent",
        "HeatIntent",
        "HelloIntent",
        "HowAmIDoingIntent",
        "HowLongHoldIntent",
        "HowManyLeftIntent",
        "HowOftenIntent",
        "HowOftenRoutineIntent",
        "HowToBreatheIntent",
        "HowToIntent",
        "IsItNormalIntent",
        "IsThatItIntent",
        "ListProgrammesIntent",
        "ListRemindersIntent",
        "ListRoutinesIntent",
        "ListStretchesIntent",
        "MissedDaysIntent",
        "MistakesIntent",
        "MoreTimeIntent",
        "NotThereYetIntent",
        "OtherWordsIntent",
        "PardonIntent",
        "PictureIntent",
        "NameMineIntent",
        "NotForYouIntent",
        "ReadMineIntent",
        "SafeForMeIntent",
        "SendStepsIntent",
        "SourcesIntent",
        "TimeLeftIntent",
        "TodayIntent",
        "VoiceIntent",
        "WarningSignsIntent",
        "VolumeIntent",
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
"""Wishes that only tell something, or wait: if one was not meant, people say it again, and have lost nothing. This is
the one list of these, which other modules use as well."""

_ELSEWHERE = frozenset(
    {
        "AMAZON.CancelIntent",
        "AMAZON.NextIntent",
        "AMAZON.PreviousIntent",
        "AMAZON.StartOverIntent",
        "AMAZON.StopIntent",
        "AlreadyThereIntent",
        "CancelRemindersIntent",
        "GoBackIntent",
        "LeaveOutIntent",
        "LeaveProgrammeIntent",
        "NotRoutineIntent",
        "NotSideIntent",
        "OnlySideIntent",
        "OnlyThisSideIntent",
        "ReachedIntent",
        "ReadyIntent",
        "RemoveFromMineIntent",
        "SkipSideIntent",
        "StartThisOverIntent",
    }
)
"""Wishes that lead somebody away from where they are, end something, or throw it away."""


CHANGING = frozenset(
    {
        "ChimeIntent",
        "CountMeDownIntent",
        "CountWithMeIntent",
        "EverythingLongerIntent",
        "EverythingShorterIntent",
        "FasterIntent",
        "FewerWordsIntent",
        "HandsFreeIntent",
        "HoldLongerIntent",
        "HoldShorterIntent",
        "InBreathsIntent",
        "InSecondsIntent",
        "JustCountIntent",
        "LeaveOutIntent",
        "MoreWordsIntent",
        "NoChimeIntent",
        "NoCountDownIntent",
        "OneAtATimeIntent",
        "SlowerIntent",
    }
)
"""Wishes that change how everything is led from now on: a question never means one."""

_AKIN = (
    frozenset(
        {
            *("ByAreaInTimeIntent", "ByAreaIntent", "BySettingIntent", "ByTimeIntent"),
            *("QuickForAreaIntent", "QuickIntent"),
        }
    ),
    frozenset({"EverythingLongerIntent", "HoldLongerIntent", "MoreOfThisIntent"}),
    frozenset({"EverythingShorterIntent", "HoldShorterIntent"}),
    frozenset({"AMAZON.RepeatIntent", "OnceMoreIntent"}),
    frozenset({"ExplainIntent", "OtherWordsIntent"}),
    frozenset({"HowLongHoldIntent", "HowManyLeftIntent", "TimeLeftIntent"}),
    frozenset({"AMAZON.PauseIntent", "MoreTimeIntent", "NotThereYetIntent", "PauseForIntent"}),
)
"""Groups of wishes that are much the same: to confuse two of one group is no great mistake."""

STRANGER = "AMAZON.FallbackIntent"
"""The intent for sentences that are not meant for this skill."""
_STOPPING = frozenset({"AMAZON.CancelIntent", "AMAZON.StopIntent"})
_DELETING = frozenset({"ForgetHouseholdIntent", "ForgetMeIntent"})
_CLEARING = frozenset({"NotMeIntent", "SeenIntent"})
"""Wishes that end an emergency: "no doctor has seen me" has nearly the same words as one."""


AGREEING = frozenset({"AMAZON.YesIntent", "BeginIntent", "ReadyIntent"})
"""Wishes that begin what is offered, or what comes next."""


CHOOSING = _AKIN[0]
"""Wishes that ask for a routine by what it is for, where it is done, or how long it takes."""


EASING_OFF = CHOOSING | frozenset(
    {
        "AMAZON.NextIntent",
        "AMAZON.PauseIntent",
        "CannotEverIntent",
        "CannotIntent",
        "EasierIntent",
        "EverythingShorterIntent",
        "HoldShorterIntent",
        "LeaveOutIntent",
        "LeaveProgrammeIntent",
        "MoreTimeIntent",
        "NotSideIntent",
        "NotThereYetIntent",
        "OnlyThisSideIntent",
        "PauseForIntent",
        "SkipSideIntent",
        "SkipStretchIntent",
        "SlowerIntent",
        "SwapThisIntent",
    }
)
"""Wishes that wait, ease, leave off or choose: they harm nobody who is sore."""


def akin_to(intent: str) -> frozenset[str]:
    """The wishes that are much the same as this one, and this one."""
    return next((wishes for wishes in _AKIN if intent in wishes), frozenset({intent}))


def only_tells(intent: str) -> bool:
    """Whether this wish only tells something or waits, and changes nothing."""
    return intent in TELLING


def least_sure(intent: str) -> float:
    """How sure the reader must be of this wish: from -36 where it only tells to 70 where it deletes."""
    if intent in TELLING:
        return _TELLS
    if intent in _DELETING or intent in _CLEARING:
        return _DELETES
    return _LEADS_ELSEWHERE if intent in _ELSEWHERE else _USUAL


def says_it_is_over(intent: str) -> bool:
    """Whether any negation may turn this wish into its opposite: "help was there", "tell me more"."""
    return intent in ("MoreWordsIntent", "SeenIntent")


def moves_on(intent: str) -> bool:
    """Whether this wish agrees, leads somewhere, ends or interrupts something, deletes, or changes how all is led."""
    return intent in AGREEING | CHANGING | _ELSEWHERE | _DELETING | {"AMAZON.PauseIntent"}


def leads_on_or_deletes(intent: str) -> bool:
    """Whether this wish leads on to something else, or throws something away; stopping does not count."""
    return intent in _DELETING or intent in _ELSEWHERE - _STOPPING
