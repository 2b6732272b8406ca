"""How much is tried: in `make test` the same cases every time, in `make nightly` more, and others every night."""

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from shutil import disk_usage

import pytest
from hypothesis import settings

from skill.stores import sqlite_file
from skill.stores.deadline import Deadline
from tests.nightly import NIGHTLY

TESTS = Path(__file__).parent
LONGEST = (
    "browser/test_listening.py",
    "infra/test_packaged_function.py",
    "browser",
    "hearing",
    "screens",
    "test_simulation.py",
    "entrypoints/test_showing.py",
    "entrypoints/test_talking.py",
    "tailoring/composing/test_composing.py",
    "conversations/test_conversations.py",
    "entrypoints/test_serving_skill.py",
    "content/rules/test_faults.py",
    "infra/test_skill_package.py",
    "walks/test_returns.py",
    "properties",
    "recognizer",
    "stores",
    "understanding",
    "entrypoints",
    "dialogue",
    "walks",
)
"""Files and folders that take seconds, of work or of waiting: workers begin with them, so that none is alone with one
at the end."""

MEMORY = Path("/dev/shm")
"""Where Linux has files that no disk keeps."""
ROOM_BYTES = 1 << 30
"""Ten times what the tests leave there."""
_numbers = count(1)

settings.register_profile("repeatable", derandomize=True, deadline=None, database=None, max_examples=8)
settings.register_profile("nightly", deadline=None, database=None, max_examples=500, print_blob=True)
settings.load_profile("nightly" if NIGHTLY else "repeatable")


def pytest_configure() -> None:
    """Folders of tests are in memory where there is room for them: on disk they took a tenth of all work."""
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and disk_usage(MEMORY).free > ROOM_BYTES:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first; all others as they come."""
    places = [TESTS / name for name in LONGEST]
    assert all(map(Path.exists, places)), "a name in LONGEST is that of nothing"

    def turn(item: pytest.Item) -> int:
        own = (item.path, *item.path.parents)
        return next((number for number, place in enumerate(places) if place in own), len(places))

    turns = {path: turn(item) for path, item in {item.path: item for item in items}.items()}
    items.sort(key=lambda item: turns[item.path])


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of its own, under the next number; pytest's own looks through all that there are to find one."""
    folder = tmp_path_factory.getbasetemp() / f"folder-{next(_numbers)}"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture(autouse=True, scope="session")
def _no_power_cut() -> Iterator[None]:
    """No test cuts the power, and a conversation would wait for the disk for most of its time; other processes do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite_file, "SYNCHRONOUS", "OFF")
        yield


@pytest.fixture(autouse=True, scope="session")
def _no_haste() -> Iterator[None]:
    """On a machine that has much else to do a turn may take seconds, and no test is about that: time stands still.

    What is about it brings a clock of its own.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Deadline.__init__, "__defaults__", (lambda: 0.0,))
        yield
