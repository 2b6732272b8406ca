"""The start of a walk: what somebody has heard of it before, and how far they are inside its first stretch."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Announced:
    """What somebody has heard of a walk before it starts, or has not heard, so that it is said now."""

    named: bool = False
    """Whether the place at the start was named just before."""
    introduced: bool = False
    """Whether the stretch at the start is under way, so that it need not be introduced again."""
    noted: str = ""
    """The step up to which somebody has heard who takes care."""
    cautioned: bool = False
    """Whether somebody has only now heard whom to ask first, and is asked before anything begins."""
    back: bool = False
    """Whether somebody comes back to the routine, and has not just been told what it needs and where it is done."""
    arranged: tuple[str, ...] = ()
    """How somebody lies there already, who has been told so much of it and did it."""


@dataclass(frozen=True)
class Inside:
    """How far somebody is in the stretch at the start, because they were led into it before; out of it, by default."""

    left_seconds: int = 0
    """How much of its hold is left, for somebody who is still in it."""
    anew_seconds: int = 0
    """How much of its hold is left, for somebody who was let out of it and goes into it again."""
    arrived: bool = False
    """Whether they have got into it, and only wait for its hold to begin."""
    settles: bool = False
    """Whether they are on the way into it, and have the time to get there once more."""

    @property
    def goes_on(self) -> bool:
        """Whether they stay in it, or on the way into it: nobody is let out, and the way in is not told again."""
        return self.left_seconds > 0 or self.arrived or self.settles
