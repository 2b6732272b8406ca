"""Whatever stands in the way is one clear sentence, without a trace of the program, and nothing is harmed by it."""

import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from skill.stores import sqlite_file
from skill.stores.sqlite import SqliteStore
from tests.cases.each_of import each_of
from tests.entrypoints.terminal import process, refused, run, said

COMMANDS = [("say", "help"), ("talk",), ("serve", "--local", "--port", "0")]
each_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])


@pytest.fixture(name="locked")
def _locked(tmp_path: Path) -> Iterator[Path]:
    """A store of ours that another program keeps to itself."""
    store = tmp_path / "people.sqlite"
    SqliteStore(str(store)).close()
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        yield store


@each_command
def test_a_file_that_is_no_database_is_left_alone(command: tuple[str, ...], tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Anna, my back is better. " * 100)
    before = letter.read_bytes()
    assert refused(*command, "--store", f"sqlite:{letter}") == (1, f"{letter} is no database; choose another file.")
    assert letter.read_bytes() == before


@each_command
def test_another_programs_database_is_left_alone(command: tuple[str, ...], tmp_path: Path) -> None:
    theirs = tmp_path / "photos.sqlite"
    with closing(sqlite3.connect(theirs)) as connection:
        connection.execute("CREATE TABLE photos (name TEXT)")
    before = theirs.read_bytes()
    sentence = f"{theirs} is another program's database; choose another file."
    assert refused(*command, "--store", f"sqlite:{theirs}") == (1, sentence)
    assert theirs.read_bytes() == before


@each_command
def test_a_folder_is_no_store(command: tuple[str, ...], tmp_path: Path) -> None:
    sentence = f"{tmp_path} is a folder; name a file in it."
    assert refused(*command, "--store", f"sqlite:{tmp_path}") == (1, sentence)


@each_command
def test_a_store_that_another_program_has_locked_is_told_so(
    command: tuple[str, ...], locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_file, "WAIT_SECONDS", 0.05)
    sentence = f"{locked} is locked by another program; close that one, or choose another file."
    assert refused(*command, "--store", f"sqlite:{locked}") == (1, sentence)


@each_command
def test_a_store_of_an_unknown_kind_is_told_the_known_ones(command: tuple[str, ...]) -> None:
    code, sentence = refused(*command, "--store", "paper")
    assert code == 1
    assert sentence.startswith("The store 'paper' is none that we know:")


def test_a_store_in_a_folder_that_is_not_there_yet_is_made(tmp_path: Path) -> None:
    store = tmp_path / "a" / "b" / "people.sqlite"
    said("say", "--store", f"sqlite:{store}", "help")
    assert store.is_file()


def test_a_busy_port_is_told_so() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]
        code, sentence = refused("serve", "--local", "--store", "sqlite::memory:", "--port", str(port))
    assert code == 1
    assert sentence.startswith(f"Port {port} is in use: stop what uses it, or take another: make run PORT=")
    assert sentence.endswith(".")


def test_local_mode_stays_on_this_machine() -> None:
    code, sentence = refused("serve", "--local", "--store", "sqlite::memory:", "--host", "0.0.0.0")
    assert (code, "Local mode checks no signatures and stays on this machine" in sentence) == (1, True)


def test_serving_others_needs_the_skill_whose_requests_are_let_in(tmp_path: Path) -> None:
    code, sentence = refused("serve", "--store", f"sqlite:{tmp_path}/people.sqlite")
    assert (code, sentence.startswith("GENTLE_BACK_SKILL_ID is not set:")) == (1, True)


def test_all_missing_settings_are_told_at_once() -> None:
    code, sentence = refused("serve", "--store", "dynamodb:people")
    assert code == 1
    for missing in ("AWS_REGION", "GENTLE_BACK_ID_KEY", "GENTLE_BACK_SKILL_ID"):
        assert f"{missing} is not set:" in sentence


@pytest.mark.parametrize("arguments", [("say", "--store", "sqlite:/proc/nobody/people", "help"), ("serve",)])
def test_a_process_of_its_own_shows_no_trace_of_the_program_either(arguments: tuple[str, ...]) -> None:
    done = process(*arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: ")
    assert "Traceback" not in done.stderr


@each_of("command", ["serve", "talk", "say", "run-sheet", "stretches", "model", "doctor", "forget"])
def test_every_command_explains_itself(command: str) -> None:
    assert f"\n  {command} " in said("--help")
    for option in ("--help", "-h"):
        text = said(command, option)
        assert text.startswith(f"Usage: gentle-back {command}")
        assert len(text.splitlines()) > 4


def test_an_unknown_command_is_wrong_usage() -> None:
    result = run("stretch")
    assert result.exit_code == 2
    assert "No such command 'stretch'" in result.stderr
