"""Opens our SQLite file, makes a new one, tells it from any other, and says in a sentence why it cannot be used."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from skill.ports.store import NotOurs, StoreDown

APPLICATION_ID = 0x47424B31
"""The letters GBK1, in the file's header, by which we know a file as ours."""

SCHEMA_VERSION = 1

WAIT_SECONDS = 1.0
"""How long to wait until another process has finished writing."""

_SCHEMA = """
CREATE TABLE people (
    account TEXT    NOT NULL,
    voice   TEXT    NOT NULL,
    version INTEGER NOT NULL,
    record  TEXT    NOT NULL,
    PRIMARY KEY (account, voice)
) WITHOUT ROWID
"""

SYNCHRONOUS = "NORMAL"
"""SQLite flushes what it writes into the file; its write-ahead log is flushed by `skill.stores.flushing`."""

LONGEST_LOG_PAGES = 16_384
"""64 MB: a log that large, because somebody writes without a pause, is put into the file during a turn."""

_ERROR_FAMILY = 0xFF
"""The low byte of SQLite's error codes; the rest is detail."""


def open_file(name: str) -> sqlite3.Connection:
    """A connection to the file, which is made if need be, with its folder. Raises `NotOurs` or `StoreDown`."""
    with plain_errors(name):
        if name != ":memory:":
            _make_room(Path(name))
        connection = sqlite3.connect(name, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            connection.execute(f"PRAGMA synchronous = {SYNCHRONOUS}")
            connection.execute(f"PRAGMA wal_autocheckpoint = {LONGEST_LOG_PAGES}")
            _claim(connection, name)
            _write_ahead(connection)
        except BaseException:
            connection.close()
            raise
        return connection


@contextmanager
def plain_errors(name: str) -> Iterator[None]:
    """Raise SQLite's and the file system's errors as `NotOurs` or `StoreDown`, in a sentence that names the file."""
    try:
        yield
    except sqlite3.Error as error:
        raise _in_plain_words(name, error) from error
    except json.JSONDecodeError as error:
        raise StoreDown(f"{name} holds a record that cannot be read; restore the file from a copy.") from error
    except OSError as error:
        raise StoreDown(f"{name} cannot be used ({error.strerror}); choose another place.") from error


def _make_room(path: Path) -> None:
    if path.is_dir():
        raise NotOurs(f"{path} is a folder; name a file in it.")
    path.parent.mkdir(parents=True, exist_ok=True)


def _claim(connection: sqlite3.Connection, name: str) -> None:
    """Check that the file is ours and writable, or make an empty one ours. Raises `NotOurs`; then it is untouched."""
    connection.execute("BEGIN IMMEDIATE")
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if (application, schema, tables) == (0, 0, 0):
        connection.execute(_SCHEMA)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    elif application != APPLICATION_ID:
        raise NotOurs(f"{name} is another program's database; choose another file.")
    elif schema != SCHEMA_VERSION:
        raise NotOurs(f"{name} was written by a newer Gentle Back; update this one, or choose another file.")
    else:
        connection.execute("ROLLBACK")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch the file to a write-ahead log, for good and for all processes: readers then go on while one writes.

    The switch needs the file alone and does not wait: if it is busy, another process is just making the same switch.
    """
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise


def _in_plain_words(name: str, error: sqlite3.Error) -> NotOurs | StoreDown:
    match getattr(error, "sqlite_errorcode", 0) & _ERROR_FAMILY:
        case sqlite3.SQLITE_NOTADB:
            return NotOurs(f"{name} is no database; choose another file.")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreDown(f"{name} is locked by another program; close that one, or choose another file.")
        case _:
            return StoreDown(f"{name} cannot be used ({error}); choose another file.")
