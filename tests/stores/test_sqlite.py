"""What a file on disk adds to the contract: several processes, sudden death, and files that are not ours."""

import re
import resource
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from skill.ports.store import Kept, NotOurs, Owner, StoreDown
from skill.stores import sqlite, sqlite_file
from skill.stores.sqlite import SqliteStore
from tests.nightly import some_of

COUNTED = Owner("counted")


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    return tmp_path / "people.sqlite"


def counting(path: Path, limit: int, processes: int = 1) -> list[subprocess.Popen[str]]:
    """Start processes that count, all at once; without end when the limit is nought."""
    script = Path(__file__).with_name("counting.py")
    command = [sys.executable, str(script), str(path), str(limit)]
    pipe = subprocess.PIPE
    started = [subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) for _ in range(processes)]
    for process in started:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    return started


def kept_at(path: Path) -> Kept | None:
    with closing(SqliteStore(str(path))) as store:
        return store.read(COUNTED)


def test_a_person_is_still_known_after_a_restart(path: Path) -> None:
    with closing(SqliteStore(str(path))) as store:
        store.write(COUNTED, {"step": 4}, after=0)
    assert kept_at(path) == Kept({"step": 4}, 1)


def test_closing_leaves_one_file(path: Path) -> None:
    with closing(SqliteStore(str(path))) as store:
        store.write(COUNTED, {"step": 4}, after=0)
    assert [file.name for file in path.parent.iterdir()] == ["people.sqlite"]


def test_a_store_that_nobody_closes_lets_go_of_its_file(path: Path) -> None:
    store = SqliteStore(str(path))
    store.write(COUNTED, {}, after=0)
    del store  # from Python 3.13 on a connection that is dropped open is a warning, and warnings are errors here
    assert [one.name for one in path.parent.iterdir()] == ["people.sqlite"]


def test_nothing_is_lost_when_several_processes_write(path: Path) -> None:
    said: list[int] = []
    for process in counting(path, 100, processes=4):
        output, complaint = process.communicate(timeout=60)
        assert process.returncode == 0, complaint
        said.extend(map(int, output.split()))
    assert sorted(said) == list(range(1, 401))
    kept = kept_at(path)
    assert kept is not None
    assert (kept.record["count"], kept.version) == (400, 400)


@pytest.mark.parametrize("heard", some_of(range(1, 51), 30))
def test_what_was_said_to_be_kept_outlives_a_kill(path: Path, heard: int) -> None:
    (process,) = counting(path, 0)
    assert process.stdout is not None
    said = [int(process.stdout.readline()) for _ in range(heard)]
    process.send_signal(signal.SIGKILL)
    rest = process.stdout.read()  # communicate() would lose what was read ahead
    process.communicate(timeout=60)
    said += map(int, re.findall(r"\d+(?=\n)", rest))
    kept = kept_at(path)
    assert kept is not None
    count = kept.record["count"]
    assert count in (said[-1], said[-1] + 1)  # one write may have landed before it could be told
    assert kept == Kept({"count": count, "filling": "x" * 5_000, "again": count}, kept.version)


def test_a_full_disk_is_one_sentence_and_harms_nothing(path: Path) -> None:
    with closing(SqliteStore(str(path))) as store:
        store.write(COUNTED, {"count": 1}, after=0)

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    roomy = resource.getrlimit(resource.RLIMIT_FSIZE)
    with closing(SqliteStore(str(path))) as store:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, roomy[1]))
        try:
            with pytest.raises(StoreDown, match=r"people\.sqlite cannot be used \(.*\); choose another file"):
                store.write(COUNTED, {"count": 2}, after=1)
            assert store.read(COUNTED) == Kept({"count": 1}, 1)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, roomy)
    assert kept_at(path) == Kept({"count": 1}, 1)


def test_a_file_that_is_no_database_is_left_alone(path: Path) -> None:
    path.write_text("hello")
    with pytest.raises(NotOurs, match=r"people\.sqlite is no database; choose another file\."):
        SqliteStore(str(path))
    assert path.read_text() == "hello"


def test_a_database_of_something_else_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE songs (title)")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(NotOurs, match="another program's database"):
        SqliteStore(str(path))
    assert path.read_bytes() == before


def test_an_empty_database_that_another_program_marked_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA application_id = 7")
    with pytest.raises(NotOurs, match="another program's database"):
        SqliteStore(str(path))


def test_a_file_from_a_newer_version_is_left_alone(path: Path) -> None:
    SqliteStore(str(path)).close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 2")
    with pytest.raises(NotOurs, match="newer Gentle Back; update this one"):
        SqliteStore(str(path))


def test_an_empty_file_is_taken(path: Path) -> None:
    path.touch()
    with closing(SqliteStore(str(path))) as store:
        assert store.write(COUNTED, {}, after=0) == 1


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(NotOurs, match="is a folder; name a file in it"):
        SqliteStore(str(tmp_path))


def test_a_folder_that_cannot_be_made_is_one_sentence(path: Path) -> None:
    path.write_text("a file, where a folder should be")
    with pytest.raises(StoreDown, match=r"people\.sqlite cannot be used \((Not a directory|File exists)\)"):
        SqliteStore(str(path / "deeper" / "people.sqlite"))


def test_a_locked_file_is_down_for_as_long_as_it_is_locked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_file, "WAIT_SECONDS", 0.01)
    with closing(SqliteStore(str(path))) as store, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not store.healthy()
        with pytest.raises(StoreDown, match="locked by another program; close that one"):
            store.write(COUNTED, {}, after=0)
        with pytest.raises(StoreDown, match="locked by another program"):
            SqliteStore(str(path))
        assert store.read(COUNTED) is None
        other.execute("ROLLBACK")
        assert store.healthy()
        assert store.write(COUNTED, {}, after=0) == 1


def test_two_may_make_the_file_at_the_same_moment(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_file, "WAIT_SECONDS", 0.01)
    SqliteStore(str(path)).close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = DELETE")  # as the file is before the first of the two has switched it
        other.execute("BEGIN")
        other.execute("SELECT * FROM people").fetchall()
        with closing(SqliteStore(str(path))) as store:
            other.execute("COMMIT")
            assert store.write(COUNTED, {}, after=0) == 1


def test_a_thread_that_keeps_the_store_to_itself_does_not_silence_the_others(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "WAIT_SECONDS", 0.01)
    with closing(SqliteStore(str(path))) as store:
        with store._turn, pytest.raises(StoreDown, match="another thread is using it"):
            store.read(COUNTED)
        assert store.read(COUNTED) is None


def test_a_record_that_somebody_spoilt_is_one_sentence(path: Path) -> None:
    with closing(SqliteStore(str(path))) as store:
        store.write(COUNTED, {"step": 1}, after=0)
        with closing(sqlite3.connect(path)) as other:
            other.execute("UPDATE people SET record = '{\"step\": '")
            other.commit()
        with pytest.raises(StoreDown, match="holds a record that cannot be read"):
            store.read(COUNTED)
        with pytest.raises(StoreDown, match="holds a record that cannot be read"):
            store.household("counted")


def test_a_closed_store_is_down_and_may_be_closed_again(path: Path) -> None:
    store = SqliteStore(str(path))
    store.close()
    store.close()
    assert not store.healthy()
    with pytest.raises(StoreDown, match="closed"):
        store.read(COUNTED)
