"""The work of one turn, bounded: a turn without an end is stopped, and costs a test and not the night."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

MOST_SECONDS = 60.0
"""Seconds of this process's own work: a thousand times what a turn takes, on any machine. No speed is judged by it."""


class Endless(BaseException):
    """A turn did more work than any turn needs. No `Exception`, for a skill apologises for those and goes on."""


@contextmanager
def bounded(most_seconds: float = MOST_SECONDS) -> Iterator[None]:
    """Whatever is done inside, it ends. Raises Endless; costs nothing as long as it need not."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise Endless(f"more than {most_seconds:.0f} s of work in one turn")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, most_seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
