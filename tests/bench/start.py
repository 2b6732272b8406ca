"""How long a listener waits where the function has to start first, and what memory it takes, beside a hello-world."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from time import perf_counter

import boto3

from infra.bundle import compile_all
from skill.alexa.requests import LAUNCH_REQUEST
from tests.bench.comparing import Measured, against, beside, cpu_milliseconds, interleaved, megabytes, progress, show
from tests.infra.packed.engine import ACCESS, make_bundle, table_engine, unpack
from tests.infra.packed.function import REGION, SETTINGS, Unpacked, running
from tests.infra.packed.installed import RUNTIME, lay_out
from tests.infra.test_packaged_function import START, asked, sender

SDK = ("ask-sdk-core", "ask-sdk-runtime", "ask-sdk-model", "requests", "certifi", "charset-normalizer", "idna")
ADAPTER = ("ask-sdk-dynamodb-persistence-adapter", "boto3", "botocore", "jmespath", "s3transfer")
UNDER_BOTH = ("urllib3", "six", "python-dateutil")

OURS, HELLO, ALONE = "ours", "hello-world with Amazon's adapter", "hello-world that remembers nobody"


def main() -> None:
    """Print both, and how many times a hello-world's they are."""
    with TemporaryDirectory() as name, table_engine() as engine:
        _tables(engine)
        programs = _programs(Path(name))
        settings = SETTINGS | {"AWS_ENDPOINT_URL_DYNAMODB": engine, "AWS_DEFAULT_REGION": REGION}
        starts = {name: partial(_cold, program, settings) for name, program in programs.items()}
        _show("from the start of the process to the first reply", "1.10 times or less", interleaved("start", starts))
        _show_memory({name: partial(_memory, program, settings) for name, program in programs.items()})
        if HELLO in programs:
            left = {OURS: partial(_restored, programs[OURS], settings), HELLO: starts[HELLO]}
            _show("what is left after a restore, beside a whole start", "0.30 times", interleaved("restore", left))
        burned = {name: partial(_cpu, program, settings) for name, program in programs.items()}
        _show("processor time until then", "the same", interleaved("processor time", burned))


def _show(what: str, aim: str, taken: Mapping[str, Measured], unit: str = "ms") -> None:
    for name, measured in taken.items():
        show(f"{what}, {name}", measured, unit)
    against(aim, [f"beside a {name}: {beside(taken[OURS], taken[name])}" for name in taken if name != OURS])


def _show_memory(measures: Mapping[str, Callable[[], float]]) -> None:
    _show("memory after the first reply", "1.00 times or less", interleaved("memory", measures, rounds=3), "MB")


def _programs(folder: Path) -> Mapping[str, Unpacked]:
    """Ours as it is packed, and both others compiled alike."""
    progress("making the bundle")
    made = {OURS: unpack(make_bundle(folder), folder), ALONE: _other(folder / "alone", "alone", SDK)}
    try:
        return made | {HELLO: _other(folder / "hello", "world", (*SDK, *ADAPTER))}
    except PackageNotFoundError as missing:
        print(f"Without {missing.name} there is nothing to compare with: .venv/bin/pip install {missing.name}")
        return made


def _other(folder: Path, module: str, libraries: tuple[str, ...]) -> Unpacked:
    lay_out((*libraries, *UNDER_BOTH), folder / "task")
    copyfile(Path(__file__).parent / "hello" / f"{module}.py", folder / "task" / f"{module}.py")
    compile_all(folder / "task", sys.executable)
    lay_out(RUNTIME, folder / "runtime")
    return Unpacked(folder / "task", folder / "runtime", f"{module}.handler")


def _tables(engine: str) -> None:
    """The hello-world's own table."""
    client = boto3.client("dynamodb", region_name=REGION, endpoint_url=engine, **ACCESS)
    client.create_table(
        TableName="hello",
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        BillingMode="PAY_PER_REQUEST",
    )
    client.close()


@contextmanager
def _answered(program: Unpacked, settings: Mapping[str, str]) -> Iterator[int]:
    """The process of a function that has answered once."""
    with running(program, program.bundle.with_name("log"), settings) as function:
        function.invoke(asked(sender("session"), LAUNCH_REQUEST, START))
        yield function.process


def _cold(program: Unpacked, settings: Mapping[str, str]) -> float:
    began = perf_counter()
    with _answered(program, settings):
        return 1000 * (perf_counter() - began)


def _restored(program: Unpacked, settings: Mapping[str, str]) -> float:
    """From the picture to the first reply; what Lambda itself takes to put the picture back is not in it."""
    snap_start = {**settings, "AWS_LAMBDA_INITIALIZATION_TYPE": "snap-start"}
    with running(program, program.bundle.with_name("log"), snap_start) as function:
        function.api.restore()
        began = perf_counter()
        function.invoke(asked(sender("session"), LAUNCH_REQUEST, START))
        return 1000 * (perf_counter() - began)


def _memory(program: Unpacked, settings: Mapping[str, str]) -> float:
    with _answered(program, settings) as process:
        return megabytes(process)


def _cpu(program: Unpacked, settings: Mapping[str, str]) -> float:
    with _answered(program, settings) as process:
        return cpu_milliseconds(process)
