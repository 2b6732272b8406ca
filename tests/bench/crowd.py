"""Turns a second at a server for Alexa, beside a hello-world on Flask and waitress on the same cores."""

import json
import re
import selectors
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from skill.alexa.requests import LAUNCH_REQUEST, Sender, envelope, intent_request
from skill.assembly import build_skill
from skill.ports.turn import Slot
from skill.settings import Settings, SqlitePlace
from skill.stores.sqlite import SqliteStore
from tests.bench.comparing import against, cpu_milliseconds, interleaved
from tests.entrypoints.terminal import ENVIRONMENT, ROOT

CLIENTS = (1, 8, 32)
ROUNDS = 3
SECONDS = 3.0
HERE = ("127.0.0.1", "0")
SOMEBODY = "somebody-00000000"
"""In every request once or more; each person is somebody else."""

SEVEN = datetime(2026, 1, 5, 7, tzinfo=UTC)
MINUTES = (
    LAUNCH_REQUEST,
    intent_request("StartRoutineIntent", {"routine": Slot("lower back", ("lower-back",))}),
    *(intent_request(name, {}) for name in ("ReadyIntent", "ReadyIntent", "AMAZON.NextIntent", "WhereAmIIntent")),
    *(intent_request(name, {}) for name in ("AMAZON.PauseIntent", "AMAZON.ResumeIntent", "ReadyIntent")),
    intent_request("AMAZON.StopIntent", {}),
)
"""The turns of somebody's first minutes."""

HELLO = """
import logging, waitress
logging.getLogger("waitress.queue").setLevel(logging.ERROR)
from flask import Flask, jsonify, request
app = Flask(__name__)
@app.post("/alexa")
def alexa():
    request.get_json()
    speech = {"type": "SSML", "ssml": "<speak>Hello</speak>"}
    return jsonify({"version": "1.0", "response": {"outputSpeech": speech, "shouldEndSession": True}})
server = waitress.create_server(app, host="127.0.0.1", port=0)
print(f"at http://127.0.0.1:{server.effective_port};", flush=True)
server.run()
"""


def main() -> None:
    """Print for each number of clients the turns a second of both, and the processor time that a turn takes of ours."""
    requests, people = recorded(), count()
    with TemporaryDirectory() as folder, ExitStack() as servers:
        ours = servers.enter_context(_serving("-m", "tests.entrypoints.serving", "skill", *HERE, folder=folder))
        hello = servers.enter_context(_serving("-c", HELLO, folder=folder))
        for clients in CLIENTS:
            both = {name: Crowd(server, clients, requests, people) for name, server in (("", ours), ("hello", hello))}
            turns = interleaved(f"{clients} clients", {name: one.turns_a_second for name, one in both.items()}, ROUNDS)
            ours_then, hello_then = turns[""].median, turns["hello"].median
            print(f"{clients} clients: median {ours_then:.0f} turns a second, of {ROUNDS} rounds")
            ratio = f"{ours_then / hello_then:.2f} of a hello-world's {hello_then:.0f}"
            against("0.40", [ratio, f"{both[''].milliseconds:.2f} ms of processor time a turn"])


def recorded() -> list[bytes]:
    """The HTTP requests of somebody's first minutes, each with what the answer before it gave."""
    attributes, requests = None, []
    with closing(SqliteStore(":memory:")) as store:
        skill = build_skill(Settings(SqlitePlace(":memory:"), b"a key"), store)
        for number, request in enumerate(MINUTES):
            sender = Sender(SOMEBODY, "speaker", f"session-{SOMEBODY}")
            sent = {**request, "requestId": f"{number}-{SOMEBODY}"}
            asked = envelope(sender, sent, SEVEN + timedelta(seconds=150 * number), attributes)
            attributes = skill.handle(asked)["sessionAttributes"]
            body = json.dumps(asked).encode()
            requests.append(
                b"POST /alexa HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
                b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
            )
    return requests


@dataclass(frozen=True)
class Server:
    """What listens at a port, and the group of its processes."""

    port: int
    group: int


@contextmanager
def _serving(*arguments: str, folder: str) -> Iterator[Server]:
    """A server in processes of its own."""
    environment = {**ENVIRONMENT, "STORE": str(Path(folder) / "people.sqlite"), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [sys.executable, *arguments], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, process_group=0
    ) as process:
        try:
            assert process.stdout is not None
            found = re.search(r"http://127\.0\.0\.1:(\d+)", process.stdout.readline())
            assert found is not None
            yield Server(int(found[1]), process.pid)
        finally:
            process.terminate()


class _Client:
    """One connection over which one person after the other goes through their minutes."""

    def __init__(self, port: int, requests: list[bytes], people: Iterator[int]) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self._requests, self._people = requests, people
        self._left: list[bytes] = []
        self._read = b""

    def send(self) -> None:
        if not self._left:
            name = f"somebody-{next(self._people):08}".encode()
            self._left = [request.replace(SOMEBODY.encode(), name) for request in reversed(self._requests)]
        self.socket.sendall(self._left.pop())

    def answered(self) -> bool:
        """Whether the answer has come whole."""
        self._read += self.socket.recv(65_536)
        head, _, body = self._read.partition(b"\r\n\r\n")
        length = re.search(rb"Content-Length: (\d+)", head)
        if length is None or len(body) < int(length[1]):
            return False
        assert head.startswith(b"HTTP/1.1 200"), self._read
        self._read = b""
        return True


@dataclass
class Crowd:
    """So many people at a time at a server, each with a turn under way always."""

    server: Server
    clients: int
    requests: list[bytes]
    people: Iterator[int]
    milliseconds: float = inf
    """Of processor time a turn, in the round in which it took least."""

    def turns_a_second(self) -> float:
        """In one round."""
        before, until = cpu_milliseconds(self.server.group), perf_counter() + SECONDS
        with ExitStack() as connected, selectors.DefaultSelector() as selector:
            for _ in range(self.clients):
                client = _Client(self.server.port, self.requests, self.people)
                connected.enter_context(client.socket)
                selector.register(client.socket, selectors.EVENT_READ, client)
                client.send()
            turns = _turns_until(until, selector)
        self.milliseconds = min(self.milliseconds, (cpu_milliseconds(self.server.group) - before) / turns)
        return turns / SECONDS


def _turns_until(end: float, selector: selectors.BaseSelector) -> int:
    turns = 0
    while perf_counter() < end:
        for ready, _ in selector.select(1):
            if ready.data.answered():
                turns += 1
                ready.data.send()
    return turns
