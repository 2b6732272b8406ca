"""The packaged function in a process of its own: around it are Python, Amazon's runtime client and a table, no more."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

from tests.infra.packed.runtime_api import RuntimeApi
from tests.infra.template import resource

REGION = "eu-west-1"
TABLE = "gentle-back"
SETTINGS = {
    "GENTLE_BACK_STORE": f"dynamodb:{TABLE}",
    "GENTLE_BACK_ID_KEY": "0123456789abcdef0123456789abcdef",
    "AWS_LAMBDA_FUNCTION_NAME": "gentle-back-Skill",
}

Json = dict[str, Any]


@dataclass(frozen=True)
class Function:
    """A function that runs, and the file that it writes its log to; what it wrote before `since` is another test's."""

    api: RuntimeApi
    log: Path
    process: int
    since: int = 0

    def invoke(self, event: object) -> Json:
        """The response to an event; an error of the function's is one of the test's."""
        kind, result = self.api.invoke(event)
        assert kind == "response", result
        answered: Json = result
        return answered

    def logged(self) -> str:
        """All that was written since."""
        return self.log.read_bytes()[self.since :].decode()

    def from_now_on(self) -> "Function":
        """The same function, with nothing in its log."""
        return replace(self, since=self.log.stat().st_size)


@dataclass(frozen=True)
class Unpacked:
    """The bundle, and the runtime's libraries, each in its folder; and what is called in it."""

    bundle: Path
    runtime: Path
    handler: str = resource("Skill")["Properties"]["Handler"]


@contextmanager
def running(unpacked: Unpacked, log: Path, settings: Mapping[str, str]) -> Iterator[Function]:
    """The function, until the end of the block."""
    with RuntimeApi() as api, log.open("wb") as written, _process(unpacked, written, settings, api) as process:
        yield Function(api, log, process)


def environment_of(unpacked: Unpacked, settings: Mapping[str, str]) -> dict[str, str]:
    """What a function of the template finds around it."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": f"{unpacked.bundle}:{unpacked.runtime}",
        "PYTHONWARNINGS": resource("Skill")["Properties"]["Environment"]["Variables"]["PYTHONWARNINGS"],
        "AWS_REGION": REGION,
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        **settings,
    }


@contextmanager
def _process(unpacked: Unpacked, log: IO[bytes], settings: Mapping[str, str], api: RuntimeApi) -> Iterator[int]:
    # Without the site module, nothing that this machine has installed can be imported.
    command = [sys.executable, "-S", "-B", "-m", "awslambdaric", unpacked.handler]
    environment = environment_of(unpacked, settings) | {"AWS_LAMBDA_RUNTIME_API": api.address}
    with subprocess.Popen(
        command, cwd=unpacked.bundle, env=environment, stdout=log, stderr=log, process_group=0
    ) as process:
        try:
            yield process.pid
        finally:
            process.kill()
