"""The bundle and its engine, made once for all these tests, and a function that answers."""

import os
import sys
from collections.abc import Iterator
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest

from tests.infra.packed.engine import laid_out, make_bundle, table_engine, unpack
from tests.infra.packed.function import SETTINGS, Function, Unpacked, running
from tests.nightly import NIGHTLY

# Amazon's runtime client exists for Linux alone, as Lambda does.
collect_ignore = [] if sys.platform == "linux" else ["test_packaged_function.py"]


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Unpacked:
    """What Lambda has of the bundle, made by whichever worker comes first; the others wait for it."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return _made(tmp_path_factory.mktemp("dist"))
    dist = tmp_path_factory.getbasetemp().parent / "dist"
    with (tmp_path_factory.getbasetemp().parent / "dist.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        return Unpacked(dist / "task", dist / "runtime") if dist.exists() else _made(dist)


def _made(folder: Path) -> Unpacked:
    """Packed and unpacked at night; by day what was to be packed."""
    return unpack(make_bundle(folder), folder) if NIGHTLY else laid_out(folder)


@pytest.fixture(scope="module")
def engine() -> Iterator[str]:
    with table_engine() as address:
        yield address


@pytest.fixture(scope="module", name="started")
def _started(unpacked: Unpacked, engine: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Function]:
    log = tmp_path_factory.mktemp("function") / "log"
    with running(unpacked, log, SETTINGS | {"AWS_ENDPOINT_URL_DYNAMODB": engine}) as function:
        yield function


@pytest.fixture
def function(started: Function) -> Function:
    """The packaged function over the table of the template; as in the cloud, one process answers many people."""
    return started.from_now_on()
