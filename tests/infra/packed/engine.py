"""What stands around the packaged function: the bundle unpacked, and a table of moto's that it can reach."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen
from zipfile import ZipFile

import boto3
from moto.server import ThreadedMotoServer

from infra.bundle import compile_all, pack, stage
from infra.bundled_modules import join_modules
from skill.assembly import the_figures, the_library, what_reads
from skill.compiled import seal
from tests.infra.packed.function import REGION, TABLE, Unpacked
from tests.infra.packed.installed import RUNTIME, keep_ours_compiled, lay_out, locked
from tests.infra.template import table_shape

ACCESS = {"aws_access_key_id": "nobody", "aws_secret_access_key": "nothing"}


def make_bundle(folder: Path) -> Path:
    """The bundle as `make package` makes it, but with the wheels of this machine, which need no network."""
    staged = folder / "staged"
    lay_out(locked(), staged)
    stage(staged)
    compile_all(staged, sys.executable)
    join_modules(staged)
    _seal(staged)
    pack(staged, folder / "bundle.zip")
    return folder / "bundle.zip"


def laid_out(folder: Path) -> Unpacked:
    """What is in such a bundle, with all modules as they were compiled when they were last used, and not packed at all.

    Compiling them again, zipping and unzipping is most of the work of a bundle.
    """
    task = folder / "task"
    lay_out(locked(), task, compiled=True)
    stage(task)
    keep_ours_compiled(task)
    join_modules(task)
    _seal(task)
    lay_out(RUNTIME, folder / "runtime")
    return Unpacked(task, folder / "runtime")


def _seal(staged: Path) -> None:
    """As in `make package`, but from what is compiled here anyway: that its bytes repeat is tried at night."""
    kept = {"library": the_library(), "figures": the_figures(), "reader-en-US": what_reads("en-US")}
    for name, made in kept.items():
        seal(name, made, staged / "skill" / "__pycache__")


def unpack(bundle: Path, folder: Path) -> Unpacked:
    """The bundle where Lambda unpacks it, and beside it what Lambda's own runtime has."""
    with ZipFile(bundle) as archive:
        archive.extractall(folder / "task")
    lay_out(RUNTIME, folder / "runtime")
    return Unpacked(folder / "task", folder / "runtime")


@contextmanager
def table_engine() -> Iterator[str]:
    """The address of an engine that speaks DynamoDB, with the table of the template."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    address = f"http://{host}:{port}"
    # Whatever else in this process speaks to moto has the same tables, and may have left some.
    urlopen(Request(f"{address}/moto-api/reset", method="POST"), timeout=10).close()
    client = boto3.client("dynamodb", region_name=REGION, endpoint_url=address, **ACCESS)
    client.create_table(TableName=TABLE, **table_shape())
    client.close()
    yield address
    server.stop()
