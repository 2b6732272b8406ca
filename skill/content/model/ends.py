"""The steps put before a routine that would begin cold, and after one that would end on a strong stretch."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from skill.content.model.model import Posture, Step

Steps = tuple[Step, ...]
ByPosture = Mapping[Posture, Steps]


@dataclass(frozen=True)
class Ends:
    """By the posture that somebody is in: movements to begin with, rests to end with, and the warm-up of another day.

    Each step has the posture in which it is led, and the first choice stands first.
    """

    beginnings: ByPosture = field(default_factory=dict)
    ends: ByPosture = field(default_factory=dict)
    another_day: ByPosture = field(default_factory=dict)

    def beginning(self, posture: Posture) -> Steps:
        """The movements that may begin a routine in this posture: each posture has some."""
        return self.beginnings[posture]

    def warm_up(self, posture: Posture) -> Steps:
        """The warm-up before a routine is resumed in this posture on another day: each posture has one."""
        return self.another_day[posture]

    def end(self, posture: Posture) -> Steps:
        """The rests that may end a routine in this posture; none where the posture is restful itself."""
        return self.ends.get(posture, ())
