"""Turns a second over HTTP, beside a hello-world on Flask and waitress on the same cores. Printed, never asserted."""

import json
import os
import re
import selectors
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from timeit import repeat

from skill.alexa.errors import Forged
from skill.alexa.requests import LAUNCH_REQUEST, Sender, envelope, intent_request
from skill.alexa.verifying.chains import Chains
from skill.alexa.verifying.verification import Verifier
from skill.assembly import build_skill
from skill.ports.turn import Slot
from skill.settings import Settings, SqlitePlace
from skill.stores.sqlite import SqliteStore
from tests.alexa.verifying.test_verification import NOW, OURS, body
from tests.entrypoints.terminal import ENVIRONMENT, ROOT

CLIENTS = (1, 8, 32)
ROUNDS = 3
SECONDS = 3.0
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
    """A row for each number of clients: turns a second of each server, and what part of the hello-world's ours are."""
    requests = recorded()
    with TemporaryDirectory() as folder, ExitStack() as servers:
        ours = servers.enter_context(
            _serving("-m", "tests.entrypoints.serving", "skill", "127.0.0.1", "0", folder=folder)
        )
        hello = servers.enter_context(_serving("-c", HELLO, folder=folder))
        people = count()
        for clients in CLIENTS:
            pairs = [[_measured(server, clients, requests, people) for server in (hello, ours)] for _ in range(ROUNDS)]
            _show(clients, pairs)
    print(f"to refuse what failed before takes {_refusal_microseconds():.0f} microseconds before any HTTP (aim 100)")


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
    """What listens at a port, in this process and in those that it has made."""

    port: int
    process: int

    def spent_milliseconds(self) -> int:
        """The processor time of all of them until now (Linux tells it)."""
        copies = Path(f"/proc/{self.process}/task/{self.process}/children").read_text("ascii").split()
        told = (Path(f"/proc/{process}/stat").read_text("ascii") for process in (self.process, *copies))
        ticks = (line.rpartition(")")[2].split()[11:13] for line in told)
        return sum(int(tick) for pair in ticks for tick in pair) * 1000 // os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Measured:
    """Turns a second, and milliseconds of processor time a turn."""

    a_second: float
    milliseconds: float


@contextmanager
def _serving(*arguments: str, folder: str) -> Iterator[Server]:
    """A server in processes of its own."""
    environment = {**ENVIRONMENT, "STORE": str(Path(folder) / "people.sqlite"), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [sys.executable, *arguments], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
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


def _measured(server: Server, clients: int, requests: list[bytes], people: Iterator[int]) -> Measured:
    """So many people at a time, each with a turn under way always."""
    before, began = server.spent_milliseconds(), perf_counter()
    with ExitStack() as connected, selectors.DefaultSelector() as selector:
        for _ in range(clients):
            client = _Client(server.port, requests, people)
            connected.enter_context(client.socket)
            selector.register(client.socket, selectors.EVENT_READ, client)
            client.send()
        turns = _turns_until(began + SECONDS, selector)
    return Measured(turns / SECONDS, (server.spent_milliseconds() - before) / turns)


def _turns_until(end: float, selector: selectors.BaseSelector) -> int:
    turns = 0
    while perf_counter() < end:
        for ready, _ in selector.select(1):
            if ready.data.answered():
                turns += 1
                ready.data.send()
    return turns


def _show(clients: int, pairs: list[list[Measured]]) -> None:
    hello, ours = (median(measured.a_second for measured in column) for column in zip(*pairs, strict=True))
    spent, spends = (min(measured.milliseconds for measured in column) for column in zip(*pairs, strict=True))
    best = max(our.a_second / other.a_second for other, our in pairs)
    print(
        f"turns a second, {clients:2} clients: hello-world {hello:5.0f}, ours {ours:5.0f}: {ours / hello:.2f} of it, "
        f"at best {best:.2f} (aim 0.40); processor time a turn {spent:.2f} and {spends:.2f} ms"
    )


def _refusal_microseconds() -> float:
    """What it takes to refuse a request whose chain could not be fetched a moment ago, before any HTTP."""

    def fetch(url: str) -> bytes:
        raise OSError(url)

    verifier = Verifier(OURS, Chains(fetch))
    headers = {"SignatureCertChainUrl": "https://s3.amazonaws.com/echo.api/made-up.pem", "Signature-256": "AAAA"}

    def refuse() -> None:
        with suppress(Forged):
            verifier.verify(headers, body(), NOW)

    refuse()
    return min(repeat(refuse, number=1000, repeat=5)) * 1000


if __name__ == "__main__":
    main()
