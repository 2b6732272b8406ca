"""The bundle and its engine, made once for all these tests, and a function that answers."""

import os
import sys
from collections.abc import Iterator
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest

from tests.infra.packed.engine import make_bundle, table_engine, unpack
from tests.infra.packed.function import SETTINGS, Function, Unpacked, running

# Amazon's runtime client exists for Linux alone, as Lambda does.
collect_ignore = [] if sys.platform == "linux" else ["test_packaged_function.py"]


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made by whichever worker comes first; the others wait for it."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return make_bundle(tmp_path_factory.mktemp("dist"))
    dist = tmp_path_factory.getbasetemp().parent / "dist"
    with (tmp_path_factory.getbasetemp().parent / "dist.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        return next(dist.glob("*.zip"), None) or make_bundle(dist)


@pytest.fixture(scope="session")
def unpacked(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Unpacked:
    return unpack(bundle, tmp_path_factory.mktemp("lambda"))


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
