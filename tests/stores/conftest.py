"""What the tests of the stores share: one dynalite for all of them, and no way out to Amazon."""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import botocore.session
import pytest

from skill.ports.store import Store
from skill.stores.dynamodb import DynamoStore
from tests.stores.dynamodb.dynalite import Dynalite, there_is_dynalite
from tests.stores.engines import ENGINES, TABLES

collect_ignore = [] if there_is_dynalite() else ["dynamodb/test_dynalite.py"]


def pytest_report_collectionfinish() -> str:
    missing = "" if "dynalite" in ENGINES else "; no dynalite, which needs Node 20 and 'make engines'"
    return f"store engines: {', '.join(ENGINES)}{missing}"


@pytest.fixture(autouse=True)
def _nobodys_credentials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in os.environ:
        if name.startswith("AWS_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "no config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "no credentials"))


@pytest.fixture(autouse=True, scope="session")
def _amazons_services_are_read_once() -> Iterator[None]:
    """Each client would read all that Amazon has written of its services and regions: most of the time of a test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(botocore.session, "create_loader", cache(botocore.session.create_loader))
        yield


@pytest.fixture(scope="session")
def dynalite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dynalite]:
    engine = Dynalite(tmp_path_factory.mktemp("dynalite"))
    yield engine
    engine.kill()


@pytest.fixture(name="store", params=ENGINES)
def _store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """A store with nothing in it, over one engine after the other."""
    with ENGINES[request.param](request) as store:
        yield store


@pytest.fixture(name="table", params=TABLES)
def _table(request: pytest.FixtureRequest) -> Iterator[DynamoStore]:
    """The same, over the engines that speak DynamoDB only."""
    with ENGINES[request.param](request) as store:
        assert isinstance(store, DynamoStore)
        yield store
