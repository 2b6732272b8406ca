"""Flushing: what a SQLite file was told is put onto the disk within a second, once for all turns of that second.

What is written outlives the process from the moment on at which it is written, for the system has it then. Only what
the system itself does not outlive, which is a power cut, waits for the disk; and nobody has to wait for that.
"""

import logging
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from threading import Lock, Timer

WITHIN_SECONDS = 1.0
"""So much of what was said last a power cut may take: less than it takes to say anything to a coach."""

LARGE_LOG_BYTES = 1 << 20
"""From here on what is in the log is put into the file, as nobody's turn: that waits for the disk twice."""

Later = Callable[[Callable[[], None]], object]

_log = logging.getLogger(__name__)


def in_a_second(flush: Callable[[], None]) -> None:
    """Call it then, in a thread of its own that nobody waits for."""
    timer = Timer(WITHIN_SECONDS, flush)
    timer.daemon = True
    timer.start()


class Flushing:
    """Puts what is in a log of SQLite onto the disk; what it puts into the file itself, it waits for by itself."""

    def __init__(self, name: str, later: Later | None = None) -> None:
        self._name, self._log_file = name, Path(f"{name}-wal")
        self._later = later or in_a_second
        self._lock = Lock()
        self._due = False

    def soon(self) -> None:
        """Within a second; whoever asks meanwhile is served by the same flush."""
        with self._lock:
            due, self._due = self._due, True
        if not due:
            self._later(self._unwatched)

    def now(self) -> None:
        """Return when all that was written before this is there; raises OSError where the disk fails."""
        with self._lock:
            self._due = False  # first, for what is written while the disk is at work may come too late for it
        # Without a log all of it is in the file.
        with suppress(FileNotFoundError), self._log_file.open("r+b") as log:
            os.fsync(log.fileno())

    def last(self) -> None:
        """The same for whoever lets go of the file, as far as anything is due."""
        if self._due:
            self._unwatched()

    def _unwatched(self) -> None:
        try:
            self.now()
        except OSError as trouble:
            _log.warning("a power cut now would take what was said last: %s", trouble)
        # Where another process does the same, or anything else is in the way, it is done after the next flush.
        with suppress(FileNotFoundError, sqlite3.Error):
            self._shorten()

    def _shorten(self) -> None:
        """Put what is in a large log into the file, while others go on writing; where none did, the log is emptied."""
        if self._log_file.stat().st_size < LARGE_LOG_BYTES:
            return
        with closing(sqlite3.connect(self._name, timeout=0)) as connection:
            _, written, put = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            if written == put:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
