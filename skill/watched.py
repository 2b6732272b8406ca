"""Watched: whether anything in some folders may have changed since somebody asked last, without looking at each file.

Linux says so itself (inotify), at the price of one read. Of folders that lie on another machine, and of files that are
only linked to, it does not know all: so they are looked at all the same from time to time. Where nothing says so, who
asks is told each time that something may have changed.
"""

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from math import inf
from time import monotonic
from weakref import finalize

LOOKED_AT_ANYWAY_SECONDS = 1.0
"""After so long it may have changed, whatever was said or not: a look takes a millisecond, and so a thousandth."""

_SAID_AT_ONCE = 65_536
"""Bytes of what is said that are read at a time: what exactly happened is looked at by the caller."""
_WRITTEN, _TOUCHED, _MOVED, _MADE, _DELETED = 0x2, 0x4, 0xC0, 0x100, 0x200
_GONE = 0xC00
_ANY_CHANGE = _WRITTEN | _TOUCHED | _MOVED | _MADE | _DELETED | _GONE


class Watched:
    """Some folders, each without those within it, from now on."""

    def __init__(self, folders: Iterable[str], clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._looked_at = -inf
        self._said: int | None = None
        if sys.platform == "linux":
            with suppress(OSError, AttributeError):
                self._said = _told_of(folders)
                finalize(self, os.close, self._said)

    def may_have_changed(self) -> bool:
        """Whether somebody has to look: at first in any case. What is changed from now on is said the next time."""
        now = self._clock()
        quiet = self._said is not None and not _said_anything(self._said)
        if quiet and now - self._looked_at < LOOKED_AT_ANYWAY_SECONDS:
            return False
        self._looked_at = now
        return True


def _told_of(folders: Iterable[str]) -> int:
    """Where Linux says what happens in these folders; raises OSError where it does not."""
    import ctypes  # noqa: PLC0415  # of no use to whoever only starts, and speaks, and ends

    library = ctypes.CDLL(None)
    said = _or_error(library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC))
    try:
        for folder in folders:
            _or_error(library.inotify_add_watch(said, os.fsencode(folder), _ANY_CHANGE))
    except OSError:
        os.close(said)
        raise
    return said


def _or_error(answer: int) -> int:
    if answer < 0:
        raise OSError("nothing is said of these folders")
    return answer


def _said_anything(said: int) -> bool:
    """Whether anything happened since this was asked last."""
    try:
        return bool(os.read(said, _SAID_AT_ONCE))
    except BlockingIOError:
        return False
