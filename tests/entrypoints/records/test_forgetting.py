"""`gentle-back forget`: the household that it names and no other, over a file and over tables; asked first."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from moto import mock_aws

from skill.alexa.identity import Identity
from skill.entrypoints.terminal import main
from skill.ports.store import HOUSEHOLD, Owner, Store
from skill.settings import HOME_KEY
from skill.stores.dynamodb import DynamoStore
from skill.stores.dynamodb_client import connect
from skill.stores.sqlite import SqliteStore
from tests.entrypoints.terminal import refused, run, said
from tests.stores.dynamodb.dynalite import Dynalite, there_is_dynalite
from tests.stores.dynamodb.table import TABLE, make_table

ACCOUNT, NEIGHBOUR = "amzn1.ask.account.ANNA", "amzn1.ask.account.BERT"
KEY, OLD_KEY = "k" * 32, "o" * 32
QUESTION = "Delete everything that is kept of this household (three records)? It cannot be brought back. [y/N]: "


def keep(store: Store, key: bytes, account: str, *voices: str) -> None:
    for voice in voices:
        store.write(Owner(Identity(key).hashed("account", account), voice), {"schema": 3}, after=0)


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    """Three people of one household, one of them not known by voice, and a neighbour."""
    path = tmp_path / "people.sqlite"
    with closing(SqliteStore(str(path))) as store:
        keep(store, HOME_KEY, ACCOUNT, HOUSEHOLD, "anna", "otto")
        keep(store, HOME_KEY, NEIGHBOUR, HOUSEHOLD)
    return path


def left_in(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        count: int = connection.execute("SELECT count(*) FROM people").fetchone()[0]
    return count


def forget(account: str, path: Path, answer: str) -> Result:
    return CliRunner().invoke(main, ["forget", account, "--store", f"sqlite:{path}"], input=answer)


def test_a_script_deletes_a_household_whole_and_leaves_the_neighbours(path: Path) -> None:
    assert said("forget", ACCOUNT, "--yes", "--store", f"sqlite:{path}") == "Deleted three records.\n"
    assert left_in(path) == 1


def test_a_yes_deletes(path: Path) -> None:
    done = forget(ACCOUNT, path, "y\n")
    assert (done.exit_code, done.stdout) == (0, "Deleted three records.\n")
    assert done.stderr.startswith(QUESTION)
    assert left_in(path) == 1


@pytest.mark.parametrize("answer", ["n\n", "\n"])
def test_anything_but_yes_deletes_nothing(path: Path, answer: str) -> None:
    done = forget(ACCOUNT, path, answer)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.endswith("Error: Nothing was deleted.\n")
    assert left_in(path) == 4


def test_one_record_is_told_as_one(path: Path) -> None:
    assert said("forget", NEIGHBOUR, "--yes", "--store", f"sqlite:{path}") == "Deleted one record.\n"


def test_where_nothing_is_kept_nothing_is_asked(path: Path) -> None:
    told = said("forget", "amzn1.ask.account.NOBODY", "--store", f"sqlite:{path}")
    assert told.startswith("Nothing is kept of this account.")
    assert "GENTLE_BACK_ID_KEY" in told
    assert left_in(path) == 4


def test_a_file_that_is_not_there_is_told_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "people.sqlite"
    sentence = f"There is no file {path}: name the store that the skill uses."
    assert refused("forget", ACCOUNT, "--yes", "--store", f"sqlite:{path}") == (1, sentence)
    assert not path.exists()


def test_a_damaged_record_is_deleted_although_it_cannot_be_read(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE people SET record = '{' WHERE voice = 'otto'")
    done = forget(ACCOUNT, path, "y\n")
    assert (done.exit_code, done.stdout) == (0, "Deleted three records.\n")
    assert "(a damaged record among it)?" in done.stderr


def test_while_the_key_is_being_changed_both_keys_find_people(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(SqliteStore(str(path))) as store:
        keep(store, KEY.encode(), ACCOUNT, HOUSEHOLD)
        keep(store, OLD_KEY.encode(), ACCOUNT, "anna")
    monkeypatch.setenv("GENTLE_BACK_ID_KEY", KEY)
    monkeypatch.setenv("GENTLE_BACK_OLD_ID_KEY", OLD_KEY)
    command = ["forget", ACCOUNT, "--yes", "--store", f"sqlite:{path}"]
    assert CliRunner().invoke(main, command).stdout == "Deleted two records.\n"
    assert left_in(path) == 4


@contextmanager
def a_table(endpoint_url: str | None) -> Iterator[DynamoStore]:
    """A table with the same people, in moto or at an engine that serves HTTP."""
    client = connect("us-east-1", endpoint_url, local=True)
    make_table(client)
    store = DynamoStore(client, TABLE)
    keep(store, KEY.encode(), ACCOUNT, HOUSEHOLD, "anna", "otto")
    keep(store, KEY.encode(), NEIGHBOUR, HOUSEHOLD)
    yield store
    client.delete_table(TableName=TABLE)


def test_a_table_in_a_region_forgets_a_household(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("AWS_REGION", "us-east-1"), ("AWS_ACCESS_KEY_ID", "a"), ("AWS_SECRET_ACCESS_KEY", "b")):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("GENTLE_BACK_ID_KEY", KEY)
    with mock_aws(), a_table(None) as store:
        done = CliRunner().invoke(main, ["forget", ACCOUNT, "--yes", "--store", f"dynamodb:{TABLE}"])
        assert (done.exit_code, done.stdout) == (0, "Deleted three records.\n")
        assert store.household(Identity(KEY.encode()).hashed("account", ACCOUNT)) == {}
        assert list(store.household(Identity(KEY.encode()).hashed("account", NEIGHBOUR))) == [HOUSEHOLD]


@pytest.mark.skipif(not there_is_dynalite(), reason="no dynalite, which needs Node 20 and 'make engines'")
def test_a_table_at_an_address_forgets_a_household(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GENTLE_BACK_ID_KEY", KEY)
    engine = Dynalite(tmp_path)
    try:
        with a_table(engine.endpoint_url):
            where = ("--store", f"dynamodb:{TABLE}", "--endpoint-url", engine.endpoint_url)
            command = ["forget", ACCOUNT, "--yes", *where]
            assert CliRunner().invoke(main, command).stdout == "Deleted three records.\n"
            again = CliRunner().invoke(main, command)
            assert (again.exit_code, again.stdout.startswith("Nothing is kept")) == (0, True)
    finally:
        engine.kill()


def test_a_table_without_its_key_is_told_what_to_set() -> None:
    result = run("forget", ACCOUNT, "--yes", "--store", "dynamodb:people")
    assert result.exit_code == 1
    assert "GENTLE_BACK_ID_KEY is not set" in result.stderr
