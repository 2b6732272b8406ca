"""One line that says how far a long measurement is; where nobody watches, a line now and then."""

import sys
import time
from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

One = TypeVar("One")

_EACH_SECONDS = 30.0


def watched(things: Iterable[One], what: str) -> Iterator[One]:
    """The things one by one, with the number of each, how many there are, and how long it may take still."""
    of = len(things) if isinstance(things, Sized) else 0
    began = told = time.monotonic()
    for number, thing in enumerate(things):
        now = time.monotonic()
        if sys.stderr.isatty() or now - told > _EACH_SECONDS:
            told = now
            _tell(f"{what}: {number} of {of}{_left(number, of, now - began)}")
        yield thing
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")


def _left(done: int, of: int, seconds: float) -> str:
    return f", about {max(1, round(seconds / done * (of - done) / 60))} min left" if done >= 5 else ""


def _tell(line: str) -> None:
    sys.stderr.write(f"\r\x1b[K{line}" if sys.stderr.isatty() else f"{line}\n")
    sys.stderr.flush()
