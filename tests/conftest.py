"""How much is tried: in `make test` the same cases every time, in `make nightly` more, and others every night."""

import os
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import count
from pathlib import Path
from shutil import disk_usage

import pytest
from hypothesis import settings

from skill.stores import flushing, sqlite_file
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
MEMORY = Path("/dev/shm")
"""Where Linux has files that no disk keeps."""
ROOM_BYTES = 1 << 30
"""Ten times what the tests leave there."""
_numbers = count(1)

settings.register_profile("repeatable", derandomize=True, deadline=None, database=None, max_examples=5)
settings.register_profile("nightly", deadline=None, database=None, max_examples=500, print_blob=True)
settings.load_profile("nightly" if NIGHTLY else "repeatable")


def pytest_configure() -> None:
    """No test depends on whose machine it is: no account at Amazon, no proxy before this machine's own addresses.

    Folders of tests are in memory where there is room for them: on disk they took a tenth of all work.
    """
    for name in [name for name in os.environ if name.lower().endswith("_proxy") or name.startswith("AWS_")]:
        del os.environ[name]
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and disk_usage(MEMORY).free > ROOM_BYTES:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Whoever asks for nothing but the tests with senses need not have all others read: that takes five seconds."""
    if config.option.markexpr != "senses" or collection_path == TESTS:
        return None
    with_senses = [TESTS / name for name in SENSES]
    around = {*collection_path.parents, collection_path}
    leads = any(collection_path in place.parents or place in around for place in with_senses)
    return None if leads or TESTS not in around else True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, all others as they come; those with senses are marked."""
    items.sort(key=lambda item: _first_of(LONGEST, item.path))
    for item in items:
        if _first_of(SENSES, item.path) < len(SENSES):
            item.add_marker("senses")


@cache
def _first_of(names: tuple[str, ...], path: Path) -> int:
    """Where the first file or folder of these stands in which this one is; behind them all, if it is in none."""
    places = _places(names)
    return min((places[one] for one in (path, *path.parents) if one in places), default=len(names))


@cache
def _places(names: tuple[str, ...]) -> Mapping[Path, int]:
    """Each of these files and folders, with its number."""
    places = {TESTS / name: number for number, name in enumerate(names)}
    assert all(map(Path.exists, places)), "a name in LONGEST or SENSES is that of nothing"
    return places


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
        patch.setattr(flushing, "in_a_second", lambda _flush: None)
        yield


@pytest.fixture(autouse=True, scope="session")
def _no_haste() -> Iterator[None]:
    """On a machine that has much else to do a turn may take seconds, and no test is about that: time stands still.

    What is about it brings a clock of its own.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Deadline.__init__, "__defaults__", (lambda: 0.0,))
        yield
