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

settings.register_profile("repeatable", derandomize=True, deadline=None, database=None, max_examples=8)
settings.register_profile("nightly", deadline=None, database=None, max_examples=500, print_blob=True)
settings.load_profile("nightly" if NIGHTLY else "repeatable")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first; all others as they come."""
    places = [TESTS / name for name in LONGEST]
    assert all(map(Path.exists, places)), "a name in LONGEST is that of nothing"

    def turn(item: pytest.Item) -> int:
        own = (item.path, *item.path.parents)
        return next((number for number, place in enumerate(places) if place in own), len(places))

    turns = {path: turn(item) for path, item in {item.path: item for item in items}.items()}
    items.sort(key=lambda item: turns[item.path])


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
