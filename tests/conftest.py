"""How much is tried: in `make test` the same cases every time, in `make nightly` more, and others every night."""

from collections.abc import Iterator
from pathlib import Path

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

SENSES = (
    "browser",
    "hearing/test_ears.py",
    "listen/test_heard_again.py",
    "screens/test_engine.py",
    "screens/test_television.py",
    "voice",
    "entrypoints/page/test_ear.py",
    "entrypoints/wyoming/test_service.py",
)
"""Files and folders in which a browser, a voice or an ear of this machine takes part. `make test` runs them after all
others: they keep the time of the clock, and lose sound and patience on a machine that is busy with something else."""

settings.register_profile("repeatable", derandomize=True, deadline=None, database=None, max_examples=8)
settings.register_profile("nightly", deadline=None, database=None, max_examples=500, print_blob=True)
settings.load_profile("nightly" if NIGHTLY else "repeatable")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, all others as they come; those with senses are marked."""
    turns = {path: _first_of(LONGEST, path) for path in {item.path for item in items}}
    items.sort(key=lambda item: turns[item.path])
    for item in items:
        if _first_of(SENSES, item.path) < len(SENSES):
            item.add_marker("senses")


def _first_of(names: tuple[str, ...], path: Path) -> int:
    """Where the first file or folder of these stands in which this one is; behind them all, if it is in none."""
    places = [TESTS / name for name in names]
    assert all(map(Path.exists, places)), "a name in LONGEST or SENSES is that of nothing"
    return next((number for number, place in enumerate(places) if place in (path, *path.parents)), len(places))


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
