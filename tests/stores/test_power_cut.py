"""What a power cut takes of a SQLite file: what was said within the last second, and nothing that was to be deleted."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copyfile

import pytest

from skill.ports.store import Kept, Owner
from skill.stores import flushing
from skill.stores.sqlite import SqliteStore

SOMEBODY, ANOTHER = Owner("somebody"), Owner("another")


@dataclass
class Disk:
    """Has of a file and its log what was flushed; whatever came after that, a power cut takes."""

    folder: Path
    flushed: Path
    due: list[Callable[[], None]] = field(default_factory=list)
    """What is to be called within a second."""
    flushes: int = 0

    @property
    def file(self) -> str:
        return str(self.folder / "people.sqlite")

    def flush(self, _file: int) -> None:
        self.flushes += 1
        for file in self.folder.iterdir():
            copyfile(file, self.flushed / file.name)

    def a_second_goes_by(self) -> None:
        for flush in self.due:
            flush()
        self.due.clear()

    def after_a_power_cut(self, owner: Owner) -> Kept | None:
        (self.flushed / "people.sqlite-shm").unlink(missing_ok=True)
        with closing(SqliteStore(str(self.flushed / "people.sqlite"))) as store:
            return store.read(owner)


@pytest.fixture(name="disk")
def _disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Disk:
    folders = tmp_path / "in memory", tmp_path / "on disk"
    for folder in folders:
        folder.mkdir()
    disk = Disk(*folders)
    monkeypatch.setattr(flushing, "in_a_second", disk.due.append)
    monkeypatch.setattr(os, "fsync", disk.flush)
    return disk


def test_what_was_said_a_second_ago_outlives_a_power_cut_and_what_was_said_since_leaves_all_whole(disk: Disk) -> None:
    with closing(SqliteStore(disk.file)) as store:
        store.write(SOMEBODY, {"step": 1}, after=0)
        disk.a_second_goes_by()
        store.write(SOMEBODY, {"step": 2}, after=1)
        assert disk.after_a_power_cut(SOMEBODY) == Kept({"step": 1}, 1)


def test_whatever_is_said_in_a_second_is_flushed_once(disk: Disk) -> None:
    with closing(SqliteStore(disk.file)) as store:
        for version in range(50):
            store.write(SOMEBODY, {"step": version}, after=version)
        assert (len(disk.due), disk.flushes) == (1, 0)
        disk.a_second_goes_by()
        store.write(SOMEBODY, {"step": 50}, after=50)
        assert (len(disk.due), disk.flushes) == (1, 1)


def test_a_large_log_is_put_into_the_file_by_whoever_flushes_and_never_at_a_turn(
    disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(SqliteStore(disk.file)) as store:
        for large in (flushing.LARGE_LOG_BYTES, 1):
            monkeypatch.setattr(flushing, "LARGE_LOG_BYTES", large)
            store.write(Owner(f"{large}"), {"step": 1}, after=0)
            disk.a_second_goes_by()
            assert people_in_the_file_alone(disk) == (0 if large > 1 else 2)
        assert Path(f"{disk.file}-wal").stat().st_size == 0


def people_in_the_file_alone(disk: Disk) -> int:
    alone = disk.flushed / "alone.sqlite"
    copyfile(disk.file, alone)
    with closing(sqlite3.connect(alone)) as connection:
        (people,) = connection.execute("SELECT count(*) FROM people").fetchone()
    return int(people)


@pytest.mark.parametrize("everybody", [True, False])
def test_what_is_deleted_never_comes_back(disk: Disk, *, everybody: bool) -> None:
    with closing(SqliteStore(disk.file)) as store:
        store.write(SOMEBODY, {"step": 1}, after=0)
        store.write(ANOTHER, {"step": 1}, after=0)
        disk.a_second_goes_by()
        if everybody:
            store.forget_household(SOMEBODY.account)
        else:
            store.forget(SOMEBODY)
        assert disk.after_a_power_cut(SOMEBODY) is None
        assert disk.after_a_power_cut(ANOTHER) == Kept({"step": 1}, 1)


def test_whoever_lets_go_of_a_file_that_others_have_leaves_nothing_to_be_flushed(disk: Disk) -> None:
    with closing(SqliteStore(disk.file)) as other:
        other.write(ANOTHER, {"step": 1}, after=0)
        with closing(SqliteStore(disk.file)) as store:
            store.write(SOMEBODY, {"step": 1}, after=0)
        assert disk.after_a_power_cut(SOMEBODY) == Kept({"step": 1}, 1)


def test_a_disk_that_fails_is_told_to_the_log_and_tried_again(
    disk: Disk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(_file: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fails)
    with closing(SqliteStore(disk.file)) as store:
        store.write(SOMEBODY, {"step": 1}, after=0)
        disk.a_second_goes_by()
        assert caplog.messages == ["a power cut now would take what was said last: [Errno 5] Input/output error"]
        store.write(SOMEBODY, {"step": 2}, after=1)
        assert len(disk.due) == 1


def test_sqlite_itself_waits_for_the_disk_wherever_it_writes_into_the_file(tmp_path: Path) -> None:
    """In a process of its own, for the tests themselves do not wait for the disk."""
    asking = "from skill.stores.sqlite_file import open_file; import sys; print(*open_file(*sys.argv[1:]).execute(SQL))"
    command = [sys.executable, "-c", asking.replace("SQL", "'PRAGMA synchronous'"), str(tmp_path / "people.sqlite")]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert told.stdout == "(1,)\n"
