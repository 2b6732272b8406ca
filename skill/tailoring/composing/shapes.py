"""A shape: the postures that a composed routine goes through, by where somebody is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from skill.content.model import Kind, Posture, Stretch
from skill.content.rules.order_rules import LYING

Setting = Literal["floor", "bed", "chair", "standing"]

_MINUTE = 60


@dataclass(frozen=True)
class RoutineShape:
    """Postures in the order of the way up, and from how many to how many minutes the shape is good."""

    postures: tuple[Posture, ...]
    from_minutes: int = 0
    to_minutes: int = 30
    fuller: bool = False
    """Whether something has to come between the stretch that opens it and the one that closes it."""

    def suits(self, seconds: float) -> bool:
        """Whether so much time is worth its changes of posture, and not too much for its postures."""
        return self.from_minutes * _MINUTE <= seconds <= self.to_minutes * _MINUTE


_FOR_WANT_OF_BETTER = -1

SHAPES: Mapping[Setting, tuple[RoutineShape, ...]] = {
    "floor": (
        RoutineShape((Posture.BACK,), 0, 15),
        RoutineShape((Posture.BACK, Posture.ALL_FOURS), 8),
        RoutineShape((Posture.BACK, Posture.FRONT, Posture.BACK), 10),
        RoutineShape((Posture.BACK, Posture.FRONT, Posture.ALL_FOURS), 12),
        RoutineShape((Posture.BACK, Posture.ALL_FOURS, Posture.STANDING), 12),
        RoutineShape((Posture.ALL_FOURS,), 0, _FOR_WANT_OF_BETTER),
        RoutineShape((Posture.ALL_FOURS, Posture.STANDING), 0, _FOR_WANT_OF_BETTER),
    ),
    "bed": (RoutineShape((Posture.BED,)),),
    "chair": (RoutineShape((Posture.CHAIR,)), RoutineShape((Posture.CHAIR, Posture.STANDING), 6)),
    "standing": (RoutineShape((Posture.STANDING,)),),
}
"""Those marked _FOR_WANT_OF_BETTER are for people who do not lie on their back."""

OPENING, HOLDING, DEEP, STRONG, LOOSENING, CLOSING = range(6)
"""The order of stretches within a posture."""


def part_of(stretch: Stretch) -> int:
    """Where among the stretches of its posture this one belongs, as long as it does not close the routine."""
    if stretch.kind is Kind.STRONG:
        return STRONG
    if stretch.kind is Kind.RESTFUL:
        return LOOSENING if stretch.bends == "arching" else HOLDING
    if stretch.bends == "deep":
        return DEEP
    return LOOSENING if stretch.form == "moving" and stretch.posture in LYING else OPENING
