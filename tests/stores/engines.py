"""The engines that every test of the contract runs over: adding one is a line, and a function that opens it."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any
from uuid import uuid4

import pytest
from moto import mock_aws

from skill.ports.store import Store
from skill.settings import LOCAL_REGION, on_loopback
from skill.stores.deadline import Deadline
from skill.stores.dynamodb import DynamoStore
from skill.stores.dynamodb_client import connect
from skill.stores.sqlite import SqliteStore
from tests.stores.dynamodb.dynalite import there_is_dynalite
from tests.stores.dynamodb.table import TABLE, make_table

Opener = Callable[[pytest.FixtureRequest], AbstractContextManager[Store]]

ANOTHER = os.environ.get("GENTLE_BACK_TEST_ENDPOINT", "")
"""An engine that speaks DynamoDB, started by whoever runs the tests."""


@contextmanager
def table_at(endpoint_url: str) -> Iterator[DynamoStore]:
    """A table of its own on an engine that serves HTTP."""
    client = client_of(endpoint_url)
    name = f"{TABLE}-{uuid4().hex}"
    make_table(client, name)
    yield DynamoStore(client, name)
    client.delete_table(TableName=name)


@contextmanager
def table_in_moto(deadline: Deadline | None = None) -> Iterator[DynamoStore]:
    """A table in this process: moto answers botocore where it would send."""
    with mock_aws():
        client = _client_of_moto()
        make_table(client)
        yield DynamoStore(client, TABLE, deadline)


@cache
def client_of(endpoint_url: str) -> Any:
    """The client of an engine; making one takes longer than most tests."""
    return connect(LOCAL_REGION, endpoint_url, local=on_loopback(endpoint_url))


@cache
def _client_of_moto() -> Any:
    """One call after the other: moto checks a condition and then writes, and lets others in between."""
    client = connect(LOCAL_REGION, local=True)
    call, lock = client._make_api_call, Lock()

    def one_at_a_time(verb: str, request: dict[str, Any]) -> Any:
        with lock:
            return call(verb, request)

    client._make_api_call = one_at_a_time
    return client


def _on_disk(request: pytest.FixtureRequest) -> AbstractContextManager[Store]:
    folder: Path = request.getfixturevalue("tmp_path")
    return closing(SqliteStore(str(folder / "kept" / "people.sqlite")))


ENGINES: dict[str, Opener] = {
    "sqlite on disk": _on_disk,
    "sqlite in memory": lambda _: closing(SqliteStore(":memory:")),
    "moto": lambda _: table_in_moto(),
}
TABLES = ["moto"]
"""Those of them that speak DynamoDB."""

if there_is_dynalite():
    ENGINES["dynalite"] = lambda request: table_at(request.getfixturevalue("dynalite").endpoint_url)
    TABLES.append("dynalite")
if ANOTHER:
    ENGINES[ANOTHER] = lambda _: table_at(ANOTHER)
    TABLES.append(ANOTHER)
