"""What has an intent, and the names of those that more than one part of the house knows: they answer a warning."""

from collections.abc import Mapping
from typing import Protocol, TypeVar

from skill.content.language.warnings import Level

RED_FLAG = "RedFlagIntent"
FLARE_UP = "FlareUpIntent"
"""Said by somebody who comes on a very bad day; it is pain while they are led."""

CRAMP = "CrampIntent"
"""Said by somebody whose muscle cramps: left as for a nerve, and helped otherwise."""

ALARMS: Mapping[Level, str] = {
    "emergency": RED_FLAG,
    "urgent": RED_FLAG,
    "stuck": "StuckIntent",
    "nerve": "NerveSignIntent",
    "dizzy": "DizzyIntent",
    "pain": "PainIntent",
    "mild": "TooMuchIntent",
}

GRAVE = frozenset(ALARMS.values()) - {ALARMS["dizzy"], ALARMS["pain"], ALARMS["mild"]}
"""Those that are heard in what is said of anybody who is here, and of nobody else."""

COMPLAINTS = frozenset({*ALARMS.values(), FLARE_UP, CRAMP})
"""Every intent by which somebody says that something is wrong."""


class HasIntent(Protocol):
    """Whatever is understood of what somebody says, as far as its intent is all that counts."""

    @property
    def intent(self) -> str:
        """Its name."""


Wish = TypeVar("Wish", bound=HasIntent)
"""Whatever of that sort is handed on as it is."""
