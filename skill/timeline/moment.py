"""A moment: one cue or one silence, with its role and the place in the routine that it belongs to."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What a moment is for."""

    INTRO = "intro"
    SETUP = "setup"
    ENTER = "enter"
    SETTLE = "settle"
    HOLD = "hold"
    DURING = "during"
    HALFWAY = "halfway"
    RELEASE = "release"
    REST = "rest"
    SIDES = "sides"
    POSTURE = "posture"
    NEXT = "next"
    QUESTION = "question"
    END = "end"


class Signal(StrEnum):
    """A sound that is no word."""

    NONE = ""
    CHIME = "chime"


class Stress(StrEnum):
    """The emphasis on words, by the level's name in SSML."""

    NONE = ""
    REDUCED = "reduced"
    MODERATE = "moderate"
    STRONG = "strong"


HOLDING = frozenset({Role.HOLD, Role.DURING, Role.HALFWAY})
"""The roles that make up a hold: the seconds of their moments add up to it exactly."""


class Side(StrEnum):
    """Which side of the body works."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    @property
    def other(self) -> "Side":
        """Left for right and right for left; both stays both."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}.get(self, self)


@dataclass(frozen=True)
class Place:
    """Where in a routine: the step's key, the side, the repetition (from one), and the part of that."""

    step: str
    side: Side | None = None
    repetition: int = 1
    part: str | None = None


class Moment(NamedTuple):
    """So many seconds of words, of a sound, or of silence where there is neither. A turn makes thousands."""

    role: Role
    seconds: float
    words: str = ""
    place: Place | None = None
    sound: Signal = Signal.NONE
    stress: Stress = Stress.NONE

    @property
    def silent(self) -> bool:
        """Whether nothing is said, so that its seconds are exact and depend on no voice; true of a sound too."""
        return not self.words
