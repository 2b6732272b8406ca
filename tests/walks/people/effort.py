"""The work of one turn, counted in calls of functions: a turn without an end is stopped, on any machine alike."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

MOST_CALLS = 3_000_000
"""What no turn needs: the dearest that a hundred people met in eight days, a routine composed, took 884,095."""


class Endless(BaseException):
    """A turn did more work than any turn needs. No `Exception`, for a skill apologises for those and goes on."""


@contextmanager
def bounded(most_calls: int = MOST_CALLS) -> Iterator[list[int]]:
    """Whatever is done inside, it ends; the one number in the list is how many calls it took. Raises Endless."""
    calls = [0]

    def count(_frame: FrameType, event: str, _: Any) -> None:
        if event == "call":
            calls[0] += 1
            if calls[0] > most_calls:
                raise Endless(f"more than {most_calls} calls in one turn")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield calls
    finally:
        sys.setprofile(before)
