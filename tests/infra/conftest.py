"""The bundle, made once for all these tests from what is installed here, and a table of moto's behind it."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import boto3
import pytest
from moto.server import ThreadedMotoServer

from infra.bundle import pack
from tests.infra.function import REGION, SETTINGS, TABLE, Function, Unpacked, running
from tests.infra.installed import RUNTIME, lay_out, locked
from tests.infra.template import table_shape


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle as `make package` makes it, but with the wheels of this machine, which need no network."""
    libraries = tmp_path_factory.mktemp("libraries")
    lay_out(locked(), libraries)
    made = tmp_path_factory.mktemp("dist") / "bundle.zip"
    pack(libraries, made)
    return made


@pytest.fixture(scope="session")
def unpacked(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Unpacked:
    folders = Unpacked(tmp_path_factory.mktemp("task"), tmp_path_factory.mktemp("runtime"))
    with ZipFile(bundle) as archive:
        archive.extractall(folders.bundle)
    lay_out(RUNTIME, folders.runtime)
    return folders


@pytest.fixture(scope="session")
def engine() -> Iterator[str]:
    """The address of an engine that speaks DynamoDB, with the table of the template."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    address = f"http://{host}:{port}"
    access = {"aws_access_key_id": "nobody", "aws_secret_access_key": "nothing"}
    client = boto3.client("dynamodb", region_name=REGION, endpoint_url=address, **access)
    client.create_table(TableName=TABLE, **table_shape())
    client.close()
    yield address
    server.stop()


@pytest.fixture
def function(unpacked: Unpacked, engine: str, tmp_path: Path) -> Iterator[Function]:
    """The packaged function over that table."""
    with running(unpacked, tmp_path / "log", SETTINGS | {"AWS_ENDPOINT_URL_DYNAMODB": engine}) as function:
        yield function
