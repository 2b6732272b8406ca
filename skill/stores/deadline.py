"""One deadline for everything that a turn asks of a store, however often it has to ask."""

from collections.abc import Callable
from threading import local
from time import monotonic

from skill.ports.store import StoreDown

SECONDS_A_TURN = 2.5
"""A read and a write, each as slow as it may be; Alexa itself waits eight seconds."""


class Deadline:
    """The time that is left in the turn that each thread is in; outside turns there is no end to it."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._turn = local()

    def begin(self) -> None:
        """A turn begins."""
        self._turn.ends = self._clock() + SECONDS_A_TURN

    def spare(self, seconds: float) -> None:
        """Return if a call that may take so long still fits into the turn; raise `StoreDown` otherwise."""
        ends: float | None = getattr(self._turn, "ends", None)
        if ends is not None and self._clock() + seconds > ends:
            raise StoreDown("The turn has no time left to ask the store once more.")
