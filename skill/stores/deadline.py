"""One deadline for all calls that a turn makes to its store."""

from collections.abc import Callable
from threading import local
from time import monotonic

from skill.ports.store import StoreDown

SECONDS_A_TURN = 2.5
"""Enough for a read and a write, each as slow as it may be; Alexa itself waits eight seconds."""


class Deadline:
    """The deadline of each thread's turn; outside of turns there is none."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._turn = local()

    def begin(self) -> None:
        """Begin a turn: the deadline is SECONDS_A_TURN from now."""
        self._turn.ends = self._clock() + SECONDS_A_TURN

    def spare(self, seconds: float) -> None:
        """Raise `StoreDown` unless a call that may take so long still fits into the turn."""
        ends: float | None = getattr(self._turn, "ends", None)
        if ends is not None and self._clock() + seconds > ends:
            raise StoreDown("The turn has no time left to ask the store once more.")
