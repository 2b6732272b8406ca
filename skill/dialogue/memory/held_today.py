"""How long each stretch that has a most for a day was held today, on each side; expires with the day."""

from dataclasses import dataclass
from typing import Annotated, Any

from skill.plain_record import Packed
from skill.tailoring.fits.marking import MARK_LETTERS, mark_of
from skill.timeline import Side

_ONE_SIDE = (Side.RIGHT, Side.LEFT)


@dataclass(frozen=True)
class HeldToday:
    """Seconds by stretch on one day (a proleptic ordinal)."""

    day: int = 0
    packed: str = ""
    """Each as the mark of its stretch, and the seconds of the right and the left side together."""

    def on(self, day: int) -> "HeldToday":
        """The same on its day; on any other nothing was held yet."""
        return self if self.day == day else HeldToday()

    def having(self, day: int, stretch: str, side: Side | None, seconds: int) -> "HeldToday":
        """The same after so many more seconds; without sides, or with both at once, they count for each."""
        held, mark = self.on(day).both_sides(), mark_of(stretch)
        held[mark] = held.get(mark, 0) + (seconds if side in _ONE_SIDE else 2 * seconds)
        return HeldToday(day, " ".join(f"{one}{count}" for one, count in held.items()))

    def seconds_of(self, stretch: str) -> int:
        """Seconds for which this stretch was held today, on each side where it has sides, one as long as the other."""
        return (self.both_sides().get(mark_of(stretch), 0) + 1) // 2

    def both_sides(self) -> dict[str, int]:
        """Seconds of both sides together, by the marks of stretches."""
        return {one[:MARK_LETTERS]: int(one[MARK_LETTERS:]) for one in self.packed.split()}


def packed_held(held: HeldToday) -> str:
    """The day and what was held on it in a row."""
    return f"{held.day} {held.packed}"


def unpacked_held(packed: Any) -> Any:
    """What was held as it was; what is no text is left to whoever reads it. Raises ValueError."""
    if not isinstance(packed, str):
        return packed
    day, _, rest = packed.partition(" ")
    return HeldToday(int(day), rest)


PackedHeld = Annotated[HeldToday, Packed(packed_held, unpacked_held)]
"""What was held today, as a record holds it: one short text."""
