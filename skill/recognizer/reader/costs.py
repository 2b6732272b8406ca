"""How sure a wish must be before it is believed: the surer, the worse it would be to be wrong; a hundred is surely."""

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
"""They tell something, or wait: whoever meant something else says it again, and has lost nothing. It is the one list of
these: what is heard goes by it as well."""

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
"""They lead somebody out of where they are, end something, or throw it away."""


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
"""They change how everything is led from now on: nobody asks for that by a question."""

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
"""Wishes that are much the same: anybody who takes one for the other is not far from what was meant."""

STRANGER = "AMAZON.FallbackIntent"
"""What means nothing to us."""
_STOPPING = frozenset({"AMAZON.CancelIntent", "AMAZON.StopIntent"})
_DELETING = frozenset({"ForgetHouseholdIntent", "ForgetMeIntent"})
_CLEARING = frozenset({"NotMeIntent", "SeenIntent"})
"""They say that an emergency is over: "no doctor has seen me" is word for word nearly that."""


AGREEING = frozenset({"AMAZON.YesIntent", "BeginIntent", "ReadyIntent"})
"""They begin what is offered, or what comes next."""


CHOOSING = _AKIN[0]
"""They ask for something by what it is for, where it is, or how long it takes."""


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
"""They wait, ease, leave off or choose: whoever is sore and wants one of these comes to no harm by it."""


def akin_to(intent: str) -> frozenset[str]:
    """The wishes that are much the same as this one, itself among them."""
    return next((wishes for wishes in _AKIN if intent in wishes), frozenset({intent}))


def only_tells(intent: str) -> bool:
    """Whether this wish changes nothing."""
    return intent in TELLING


def least_sure(intent: str) -> float:
    """The least weight of this wish: -36 where it only tells, 70 where it deletes, in the unit of `Weights.scores`."""
    if intent in TELLING:
        return _TELLS
    if intent in _DELETING or intent in _CLEARING:
        return _DELETES
    return _LEADS_ELSEWHERE if intent in _ELSEWHERE else _USUAL


def says_it_is_over(intent: str) -> bool:
    """Whether the least denial turns this round: that help was there already, or that more is to be told."""
    return intent in ("MoreWordsIntent", "SeenIntent")


def moves_on(intent: str) -> bool:
    """Whether this agrees, leads somewhere, ends or interrupts something, or changes how everything is led."""
    return intent in AGREEING | CHANGING | _ELSEWHERE | _DELETING | {"AMAZON.PauseIntent"}


def leads_on_or_deletes(intent: str) -> bool:
    """Whether this wish leads somebody on to something else, or throws something away; to stop costs nothing."""
    return intent in _DELETING or intent in _ELSEWHERE - _STOPPING
