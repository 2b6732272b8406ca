"""A manner: how many words somebody wants, how holds are counted, and how slowly they breathe and move."""

from dataclasses import dataclass
from enum import StrEnum

from skill.content.model import SECONDS_A_BREATH, Stretch
from skill.replaced import replace

BREATHS = (5, SECONDS_A_BREATH, 7)
"""Seconds of a quicker, a usual and a slower breath (coaching, section five)."""


class Amount(StrEnum):
    """How much is said of each stretch; releases, sides and ways between postures are always told."""

    USUAL = "usual"
    """In full at the first meeting, briefly afterwards."""
    FEWER = "fewer"
    """Names, sides, counts, one short cue, and releases."""
    MORE = "more"
    """In full every time."""
    COUNTING = "counting"
    """Counting and releases only."""


@dataclass(frozen=True)
class Manner:
    """How this person is led: how many words, and how many seconds to a breath of movement."""

    amount: Amount = Amount.USUAL
    breath_seconds: int = SECONDS_A_BREATH
    counts_down: bool = False
    """Whether the last three seconds of every hold are counted."""
    chimes: bool = False
    """Whether a soft sound ends a hold."""
    in_breaths: bool = False
    """Whether still holds are announced and counted in breaths; they last as long as in seconds."""

    @property
    def sparing(self) -> bool:
        """Whether at most the short cue is told of a stretch."""
        return self.amount in (Amount.FEWER, Amount.COUNTING)

    @property
    def slow(self) -> bool:
        """Whether it is slower than usual."""
        return self.breath_seconds > SECONDS_A_BREATH

    def slower(self, steps: int = 1) -> "Manner":
        """The same with a breath longer by so many steps (shorter for negative ones), as far as there are any."""
        wanted = BREATHS.index(self.breath_seconds) + steps
        return replace(self, breath_seconds=BREATHS[min(max(wanted, 0), len(BREATHS) - 1)])

    def breaths_of(self, stretch: Stretch, seconds: int) -> int:
        """How many whole breaths a hold has; nought where it is not counted in breaths."""
        return seconds // self.breath_seconds if self.in_breaths and stretch.form != "moving" else 0

    def half_breath_seconds(self, stretch: Stretch) -> float:
        """Seconds from one word of a rhythm to the next."""
        return stretch.half_breath_seconds * self.breath_seconds / SECONDS_A_BREATH

    def movement_seconds(self, stretch: Stretch, seconds: int) -> int:
        """Seconds of a movement at this breath, so that its number of breaths stays; a still hold keeps its seconds."""
        return round(seconds * self.breath_seconds / SECONDS_A_BREATH) if stretch.form == "moving" else seconds

    def usual_seconds(self, stretch: Stretch, seconds: int) -> int:
        """Seconds at the usual breath of a movement that takes so many at this one."""
        return round(seconds * SECONDS_A_BREATH / self.breath_seconds) if stretch.form == "moving" else seconds

    def settling_seconds(self, seconds: float, *, may_hurry: bool) -> float:
        """Seconds to get in or out at this breath; less than usual only where one `may_hurry`."""
        if self.breath_seconds < SECONDS_A_BREATH and not may_hurry:
            return seconds
        return round(seconds * self.breath_seconds / SECONDS_A_BREATH, 1)
