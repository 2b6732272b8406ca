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
"""For another thread; with the wait for another process, below the 2.5 s that a turn may spend on its store."""

_FIRST = "INSERT INTO people (record, account, voice, version) VALUES (?, ?, ?, 1 + ?) ON CONFLICT DO NOTHING"
_NEXT = "UPDATE people SET record = ?, version = version + 1 WHERE account = ? AND voice = ? AND version = ?"


class SqliteStore:
    """One connection that threads take turns with, so that a store in memory behaves as one on disk does.

    `name` is the path of a file, or `:memory:`. Raises `NotOurs` or `StoreDown`, each with a sentence to show.
    """

    def __init__(self, name: str, deadline: Deadline | None = None) -> None:
        self._name = name
        self._connection = open_file(name)
        # Whoever drops it without closing it lets go of the file, too; at its end a process does so by itself, and one
        # that was forked must not: SQLite's locks are its parent's.
        weakref.finalize(self, self._connection.close).atexit = False
        self._turn = threading.Lock()
        self._deadline = deadline or Deadline()
        self._flushing = Flushing(name) if name != ":memory:" else None

    def turn_begins(self) -> None:
        """From here on a read is begun only while the turn has the time for it."""
        self._deadline.begin()

    def read(self, owner: Owner) -> Kept | None:
        """What is kept of this owner, or None."""
        self._deadline.spare(WAIT_SECONDS)
        with self._ready() as connection:
            return _read(connection, owner)

    def write(self, owner: Owner, record: JsonRecord, after: int) -> int:
        """Keep the record if version `after` is the one kept (0: none is), and return its new version.

        It outlives this process at once, and a power cut within a second. Raises `Refused`, with what is kept, if
        another version is.
        """
        text = json.dumps(record, allow_nan=False, separators=(",", ":"))
        with self._ready() as connection:
            # One statement checks and writes, so no other process can come in between.
            written = connection.execute(_NEXT if after else _FIRST, (text, owner.account, owner.voice, after))
            if written.rowcount == 0:
                raise Refused(_read(connection, owner))
        if self._flushing:
            self._flushing.soon()
        return after + 1

    def household(self, account: str) -> Mapping[str, Kept]:
        """Everything kept of one account, by voice."""
        with self._ready() as connection:
            rows = connection.execute("SELECT voice, record, version FROM people WHERE account = ?", (account,))
            return {voice: Kept(json.loads(text), version) for voice, text, version in rows}

    def forget(self, owner: Owner) -> None:
        """Delete what is kept of this owner, for good; nobody else's."""
        with self._ready() as connection:
            connection.execute("DELETE FROM people WHERE account = ? AND voice = ?", (owner.account, owner.voice))
            self._flush()

    def forget_household(self, account: str) -> int:
        """Delete everything kept of one account, for good, and nothing of any other's; return how many there were."""
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
        """Let go of the file; from now on every other method raises `StoreDown`."""
        with self._turn:
            self._connection.close()
        if self._flushing:
            self._flushing.last()

    def _flush(self) -> None:
        """Return when what was said to be deleted cannot come back."""
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
