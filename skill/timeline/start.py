"""How a walk starts: what somebody has heard of it before, and how far they are inside its first stretch."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Announced:
    """What somebody has heard of a walk before it starts, which need not be said again."""

    named: bool = False
    """Whether the stretch at the start was just named."""
    introduced: bool = False
    """Whether the stretch at the start is under way, and was introduced."""
    noted: str = ""
    """The key of the last step whose note was heard."""
    cautioned: bool = False
    """Whether the person hears in this reply who should ask a doctor first, and is asked before anything begins."""
    back: bool = False
    """Whether somebody comes back to the routine, and has not just heard what it needs and where it is done."""
    arranged: tuple[str, ...] = ()
    """Cues on how to lie that the person has already followed."""


@dataclass(frozen=True)
class Inside:
    """How far somebody is in the stretch at the start; by default outside of it."""

    left_seconds: int = 0
    """Seconds left of its hold, for somebody who is still in it."""
    anew_seconds: int = 0
    """Seconds left of its hold, for somebody who was let out of it and goes in again."""
    arrived: bool = False
    """Whether they are in position, and only wait for the hold to begin."""
    settles: bool = False
    """Whether they are on the way in, and get the time for it once more."""

    @property
    def goes_on(self) -> bool:
        """Whether they stay in it, or on the way in, so that no release and no way in is told."""
        return self.left_seconds > 0 or self.arrived or self.settles
