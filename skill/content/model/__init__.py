"""The classes for what authors write: stretches, routines, limits and programmes."""

from skill.content.model.figures import (
    SECONDS_A_BREATH,
    BothSides,
    Count,
    Dose,
    HoldReach,
    Moving,
    PublishedDose,
    RepetitionReach,
    Seconds,
    SideName,
    Source,
)
from skill.content.model.frozen import Checked, Frozen
from skill.content.model.model import Careful, Kind, Need, Posture, Routine, Slug, Step, Stretch, Transition
from skill.content.model.suits import Suits
from skill.content.model.words import BothWords, EasierWords, PartWords, RoutineWords, Sentence, StretchWords

__all__ = [
    "SECONDS_A_BREATH",
    "BothSides",
    "BothWords",
    "Careful",
    "Checked",
    "Count",
    "Dose",
    "EasierWords",
    "Frozen",
    "HoldReach",
    "Kind",
    "Moving",
    "Need",
    "PartWords",
    "Posture",
    "PublishedDose",
    "RepetitionReach",
    "Routine",
    "RoutineWords",
    "Seconds",
    "Sentence",
    "SideName",
    "Slug",
    "Source",
    "Step",
    "Stretch",
    "StretchWords",
    "Suits",
    "Transition",
]
