"""Tells whether anything in some folders may have changed since the last call, without looking at each file.

Linux reports changes itself (inotify), at the price of one read. It does not report all changes in network folders and
of linked files, so a second after the last look the answer is yes in any case. On other systems it is always yes.
"""

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from math import inf
from time import monotonic
from weakref import finalize

LOOKED_AT_ANYWAY_SECONDS = 1.0
"""After so long the answer is yes without a report: a look takes the caller a millisecond, a thousandth of this."""

_SAID_AT_ONCE = 65_536
"""Bytes of reports that are read at a time; what they say does not matter, for the caller looks itself."""
_WRITTEN, _TOUCHED, _MOVED, _MADE, _DELETED = 0x2, 0x4, 0xC0, 0x100, 0x200
_GONE = 0xC00
_ANY_CHANGE = _WRITTEN | _TOUCHED | _MOVED | _MADE | _DELETED | _GONE


class Watched:
    """Watches some folders, without those within them, from now on."""

    def __init__(self, folders: Iterable[str], clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._looked_at = -inf
        self._said: int | None = None
        if sys.platform == "linux":
            with suppress(OSError, AttributeError):
                self._said = _told_of(folders)
                finalize(self, os.close, self._said)

    def may_have_changed(self) -> bool:
        """Whether something may have changed since the last call; yes at the first one."""
        now = self._clock()
        quiet = self._said is not None and not _said_anything(self._said)
        if quiet and now - self._looked_at < LOOKED_AT_ANYWAY_SECONDS:
            return False
        self._looked_at = now
        return True


def _told_of(folders: Iterable[str]) -> int:
    """A file descriptor on which Linux reports changes in these folders; raises OSError where it does not."""
    import ctypes  # noqa: PLC0415  # of no use to a program that only starts, speaks and ends

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
    """Whether anything was reported since the last call."""
    try:
        return bool(os.read(said, _SAID_AT_ONCE))
    except BlockingIOError:
        return False
