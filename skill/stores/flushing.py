"""Flushing: puts what was written to a SQLite file onto the disk within a second, once for all turns of that second.

What was written outlives the process at once, for the operating system has it. Only a power cut could lose what is not
on the disk yet; so turns do not wait for the disk.
"""

import logging
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from threading import Lock, Timer

WITHIN_SECONDS = 1.0
"""How much a power cut may lose: less than it takes to say anything."""

LARGE_LOG_BYTES = 1 << 20
"""From this size on the log is put into the file (a checkpoint), outside of any turn: that waits for the disk twice."""

Later = Callable[[Callable[[], None]], object]

_log = logging.getLogger(__name__)


def in_a_second(flush: Callable[[], None]) -> None:
    """Call `flush` after WITHIN_SECONDS, in a daemon thread."""
    timer = Timer(WITHIN_SECONDS, flush)
    timer.daemon = True
    timer.start()


class Flushing:
    """Flushes the write-ahead log of a SQLite file; SQLite itself flushes what it writes into the file."""

    def __init__(self, name: str, later: Later | None = None) -> None:
        self._name, self._log_file = name, Path(f"{name}-wal")
        self._later = later or in_a_second
        self._lock = Lock()
        self._due = False

    def soon(self) -> None:
        """Flush within a second; further calls until then share the same flush."""
        with self._lock:
            due, self._due = self._due, True
        if not due:
            self._later(self._unwatched)

    def now(self) -> None:
        """Return when all that was written before is on the disk; raises OSError where the disk fails."""
        with self._lock:
            self._due = False  # first: what is written during the flush needs another one
        # Without a log everything is in the file.
        with suppress(FileNotFoundError), self._log_file.open("r+b") as log:
            os.fsync(log.fileno())

    def last(self) -> None:
        """Flush what is still due, before the file is closed."""
        if self._due:
            self._unwatched()

    def _unwatched(self) -> None:
        try:
            self.now()
        except OSError as trouble:
            _log.warning("a power cut now would take what was said last: %s", trouble)
        # If another process is just doing the same, the next flush comes back to it.
        with suppress(FileNotFoundError, sqlite3.Error):
            self._shorten()

    def _shorten(self) -> None:
        """Checkpoint a large log while others may go on writing; empty it if none did."""
        if self._log_file.stat().st_size < LARGE_LOG_BYTES:
            return
        with closing(sqlite3.connect(self._name, timeout=0)) as connection:
            _, written, put = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            if written == put:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
