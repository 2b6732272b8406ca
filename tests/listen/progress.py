"""One line that says how far a long measurement is; broken off, it tells of what there is by then."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sized
from typing import TypeVar

One = TypeVar("One")
Made = TypeVar("Made")

_EACH_SECONDS = 30.0


def made_of(things: list[One], what: str, make: Callable[[One], Made]) -> list[Made]:
    """What is made of each; where somebody breaks it off, of those that came so far, and that is said."""
    made: list[Made] = []
    try:
        made.extend(make(thing) for thing in watched(things, what))
    except KeyboardInterrupt:
        print(f"Broken off after {len(made)} of {len(things)}.\n")
    return made


def watched(things: Iterable[One], what: str) -> Iterator[One]:
    """The things one by one, with the number of each, how many there are, and how long it may take still."""
    of = len(things) if isinstance(things, Sized) else 0
    began = told = time.monotonic()
    for number, thing in enumerate(things):
        now = time.monotonic()
        if sys.stderr.isatty() or now - told > _EACH_SECONDS:
            told = now
            _tell(f"{what}: {number}{_left(number, of, now - began)}")
        yield thing
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")


def _left(done: int, of: int, seconds: float) -> str:
    """How many there are, and how long they may take still; nothing where nobody knows."""
    if not of:
        return ""
    return f" of {of}" + (f", about {max(1, round(seconds / done * (of - done) / 60))} min left" if done >= 5 else "")


def _tell(line: str) -> None:
    sys.stderr.write(f"\r\x1b[K{line}" if sys.stderr.isatty() else f"{line}\n")
    sys.stderr.flush()
