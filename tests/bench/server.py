"""The processor time of a turn at a skill of one's own: over HTTP, and kept in SQLite on disk."""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from skill.alexa.requests import LAUNCH_REQUEST, Sender, envelope, intent_request
from skill.ports.turn import Slot
from tests.bench.comparing import against, cpu_milliseconds, interleaved, show
from tests.bench.turn import MORNING
from tests.entrypoints.terminal import GENTLE_BACK, ROOT

TURNS = 60
START = intent_request("StartRoutineIntent", {"routine": Slot("lower back", ("lower-back",))})
READY = intent_request("ReadyIntent", {})


def main() -> None:
    """Print what a turn takes of the server, over some people's first minutes of a routine."""
    with TemporaryDirectory() as folder, serving(Path(folder) / "people.sqlite") as server:
        people = iter(range(10_000))
        _spent(server, next(people))
        show("a turn", interleaved("turns", {"": lambda: _spent(server, next(people))})[""], digits=2)
        against("2.50 ms", [])


@dataclass(frozen=True)
class Server:
    """What listens, and the group of its processes."""

    port: int
    group: int


def _spent(server: Server, person: int) -> float:
    """What a turn of these took on the whole."""
    before = cpu_milliseconds(server.group)
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=30)) as connection:
        for conversation in range(TURNS // 4):
            _first_minutes(connection, Sender(f"listener-{person}-{conversation}", "speaker", "session"))
    return (cpu_milliseconds(server.group) - before) / (TURNS // 4 * 4)


def _first_minutes(connection: HTTPConnection, sender: Sender) -> None:
    """Four turns of somebody new: a launch, a routine, and twice on."""
    attributes: dict[str, Any] | None = None
    for number, request in enumerate((LAUNCH_REQUEST, START, READY, READY)):
        sent = {**request, "requestId": f"{sender.user}-{number}"}
        asked = envelope(sender, sent, MORNING + timedelta(seconds=200 * number), attributes)
        connection.request("POST", "/alexa", json.dumps(asked))
        answered = connection.getresponse()
        attributes = json.loads(answered.read())["sessionAttributes"]


@contextmanager
def serving(file: Path) -> Iterator[Server]:
    """A server in a process of its own, over a file, until the end of the block."""
    command = [GENTLE_BACK, "serve", "--local", "--port", "0", "--store", f"sqlite:{file}"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, process_group=0
    ) as process:
        try:
            assert process.stdout is not None
            found = re.search(r":(\d+);", process.stdout.readline())
            assert found is not None
            yield Server(int(found[1]), process.pid)
        finally:
            process.terminate()
