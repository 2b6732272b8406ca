"""Counts the work of a turn, so that no turn goes on for ever.

Counted, not timed: the same turn does the same work on every machine, and nothing here reads a clock. Each turn has a
`Work` of its own, on which everything that is laid out or weighed in it counts.
"""

from dataclasses import dataclass

from skill.limits import MOST_WORK_A_TURN


class NoEnd(Exception):
    """A reply would end no further than it began, or a turn did more work than it may."""


@dataclass
class Work:
    """The work of one turn, in stages laid out and drafts weighed."""

    most: int = MOST_WORK_A_TURN
    done: int = 0

    def count(self) -> None:
        """Count one more; raises NoEnd above `most`."""
        self.done += 1
        if self.done > self.most:
            raise NoEnd(f"more than {self.most} stages in one turn")
