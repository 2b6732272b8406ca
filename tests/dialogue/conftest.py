"""A store on disk of its own for every test."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from skill.stores.sqlite import SqliteStore
from tests.dialogue.memory.keys.two_keys import Home, Watched


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    return tmp_path / "people.sqlite"


@pytest.fixture(name="store")
def _store(path: Path) -> Iterator[SqliteStore]:
    with closing(SqliteStore(str(path))) as store:
        yield store


@pytest.fixture(name="home")
def _home(path: Path) -> Iterator[Home]:
    with closing(Watched(str(path))) as store:
        yield Home(store)
