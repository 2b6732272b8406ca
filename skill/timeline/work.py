"""Work: how much one turn has laid out so far, and that it may be so much and no more.

Counted, not timed: the same turn does the same work on every machine, and nothing here reads a clock. Whoever begins a
turn begins its work; everything that is laid out in the turn counts on it.
"""

from dataclasses import dataclass

from skill.limits import MOST_WORK_A_TURN


class NoEnd(Exception):
    """A routine that does not come to its end: a reply of it led no further, or a turn laid out more than it may."""


@dataclass
class Work:
    """What a turn has laid out, in stages told and drafts weighed."""

    most: int = MOST_WORK_A_TURN
    done: int = 0

    def count(self) -> None:
        """One more; raises NoEnd when it is more than a turn may have."""
        self.done += 1
        if self.done > self.most:
            raise NoEnd(f"more than {self.most} stages in one turn")
