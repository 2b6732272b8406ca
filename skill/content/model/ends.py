"""What is put before a routine that would begin cold, and after one that would end on something strong."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from skill.content.model.model import Posture, Step

Steps = tuple[Step, ...]
ByPosture = Mapping[Posture, Steps]


@dataclass(frozen=True)
class Ends:
    """By the posture that somebody is in: movements to begin with, and what brings them to rest.

    Each step has the posture in which it is led there, and the first choice stands first.
    """

    beginnings: ByPosture = field(default_factory=dict)
    ends: ByPosture = field(default_factory=dict)
    another_day: ByPosture = field(default_factory=dict)

    def beginning(self, posture: Posture) -> Steps:
        """The warm-up for a routine that begins in this posture: there is one for each."""
        return self.beginnings[posture]

    def warm_up(self, posture: Posture) -> Steps:
        """What comes before a routine goes on in this posture on another day: there is one for each."""
        return self.another_day[posture]

    def end(self, posture: Posture) -> Steps:
        """How somebody comes to rest in this posture; nothing where they are at rest in it already."""
        return self.ends.get(posture, ())
