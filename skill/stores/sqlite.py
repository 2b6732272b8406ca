"""Keeps people's records in one SQLite file, for a skill at home: durable, and shared by several processes."""

import json
import sqlite3
import threading
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from skill.ports.store import JsonRecord, Kept, Owner, Refused, StoreDown
from skill.stores.deadline import Deadline
from skill.stores.flushing import Flushing
from skill.stores.sqlite_file import open_file, plain_errors

WAIT_SECONDS = 1.0
"""How long to wait for another thread; with the wait for another process, below the 2.5 s of a turn's deadline."""

_FIRST = "INSERT INTO people (record, account, voice, version) VALUES (?, ?, ?, 1 + ?) ON CONFLICT DO NOTHING"
_NEXT = "UPDATE people SET record = ?, version = version + 1 WHERE account = ? AND voice = ? AND version = ?"


class SqliteStore:
    """A store over one connection that all threads share, one at a time, so that one in memory behaves like a file.

    `name` is the path of a file, or `:memory:`. Raises `NotOurs` or `StoreDown`, each with a sentence to show.
    """

    def __init__(self, name: str, deadline: Deadline | None = None) -> None:
        self._name = name
        self._connection = open_file(name)
        # Closes the file with a store that was dropped without `close`. Not at the end of the process, though: a forked
        # copy must not close it, since SQLite's locks are its parent's.
        weakref.finalize(self, self._connection.close).atexit = False
        self._turn = threading.Lock()
        self._deadline = deadline or Deadline()
        self._flushing = Flushing(name) if name != ":memory:" else None

    def turn_begins(self) -> None:
        """Begin the deadline of this thread's turn: later reads begin only if it leaves time for them."""
        self._deadline.begin()

    def read(self, owner: Owner) -> Kept | None:
        """The stored record of this owner, or None."""
        self._deadline.spare(WAIT_SECONDS)
        with self._ready() as connection:
            return _read(connection, owner)

    def write(self, owner: Owner, record: JsonRecord, after: int) -> int:
        """Store the record if version `after` is the one stored (0: none is), and return its new version.

        It outlives this process at once, and a power cut within a second. Raises `Refused`, with what is stored, if
        another version is.
        """
        text = json.dumps(record, allow_nan=False, separators=(",", ":"))
        with self._ready() as connection:
            # One statement checks and writes, so that no other process can come in between.
            written = connection.execute(_NEXT if after else _FIRST, (text, owner.account, owner.voice, after))
            if written.rowcount == 0:
                raise Refused(_read(connection, owner))
        if self._flushing:
            self._flushing.soon()
        return after + 1

    def household(self, account: str) -> Mapping[str, Kept]:
        """All stored records of one account, by voice."""
        with self._ready() as connection:
            rows = connection.execute("SELECT voice, record, version FROM people WHERE account = ?", (account,))
            return {voice: Kept(json.loads(text), version) for voice, text, version in rows}

    def forget(self, owner: Owner) -> None:
        """Delete the record of this owner alone; once this returns, on the disk too."""
        with self._ready() as connection:
            connection.execute("DELETE FROM people WHERE account = ? AND voice = ?", (owner.account, owner.voice))
            self._flush()

    def forget_household(self, account: str) -> int:
        """Delete all records of one account, on the disk too; return how many there were."""
        with self._ready() as connection:
            deleted = connection.execute("DELETE FROM people WHERE account = ?", (account,))
            self._flush()
        return deleted.rowcount

    def healthy(self) -> bool:
        """Whether a write would work now."""
        try:
            with self._ready() as connection:
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("ROLLBACK")
        except StoreDown:
            return False
        return True

    def close(self) -> None:
        """Close the file; afterwards every other method raises `StoreDown`."""
        with self._turn:
            self._connection.close()
        if self._flushing:
            self._flushing.last()

    def _flush(self) -> None:
        """Return when a deletion is on the disk, so that no power cut undoes it."""
        if self._flushing:
            self._flushing.now()

    @contextmanager
    def _ready(self) -> Iterator[sqlite3.Connection]:
        if not self._turn.acquire(timeout=WAIT_SECONDS):
            raise StoreDown(f"{self._name} is busy; another thread is using it.")
        try:
            with plain_errors(self._name):
                yield self._connection
        finally:
            self._turn.release()


def _read(connection: sqlite3.Connection, owner: Owner) -> Kept | None:
    query = "SELECT record, version FROM people WHERE account = ? AND voice = ?"
    row = connection.execute(query, (owner.account, owner.voice)).fetchone()
    return Kept(json.loads(row[0]), row[1]) if row else None
