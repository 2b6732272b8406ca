"""A running `gentle-back serve --local` to be asked: in a process of its own, to be stopped; or in a thread."""

import http.client
import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

import waitress

from skill.assembly import build_skill, open_store
from skill.entrypoints.web import create_app
from skill.settings import Wishes, read_settings
from tests.alexa.strict import complaints
from tests.entrypoints.terminal import ENVIRONMENT, GENTLE_BACK, ROOT, hearing_ctrl_c

ANSWERS_SECONDS = 30
"""The first turn, and one after a change, has to read all content, on a machine that may have much else to do."""


@dataclass
class Server:
    """What listens at this port of this machine."""

    port: int

    def ask(self, method: str, path: str, body: bytes = b"") -> tuple[int, Any]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=ANSWERS_SECONDS)) as connection:
            connection.request(method, path, body)
            response = connection.getresponse()
            return response.status, json.loads(response.read())

    def text(self, path: str) -> str:
        """A page or a picture."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=ANSWERS_SECONDS)) as connection:
            connection.request("GET", path)
            response = connection.getresponse()
            assert response.status == 200, path
            return response.read().decode()

    def alexa(self, sent: dict[str, Any]) -> dict[str, Any]:
        status, response = self.ask("POST", "/alexa", json.dumps(sent).encode())
        assert status == 200, response
        assert complaints(response) == []
        return dict(response)


@dataclass
class OwnProcess(Server):
    """The installed command."""

    process: "subprocess.Popen[str]"

    def stop(self, how: signal.Signals) -> tuple[int, str]:
        """The exit code and the complaints of the process, stopped by a signal."""
        self.process.send_signal(how)
        _, complaint = self.process.communicate(timeout=10)
        return self.process.returncode, complaint


COPIED = (sys.executable, "-c", "from skill.entrypoints.terminal import main; main()")
"""What runs the skill of the folder in which it is started."""


@contextmanager
def process(
    store: Path, program: tuple[str, ...] = (GENTLE_BACK,), place: Path = ROOT, port: int = 0
) -> Iterator[OwnProcess]:
    """The installed command over a store; nothing is left of it."""
    command = [*program, "serve", "--local", "--port", str(port), "--store", f"sqlite:{store}"]
    pipe = subprocess.PIPE
    with hearing_ctrl_c():
        started = subprocess.Popen(command, cwd=place, env=ENVIRONMENT, stdout=pipe, stderr=pipe, text=True)
    try:
        assert started.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:(\d+);", started.stdout.readline())
        assert found, started.communicate()
        yield OwnProcess(int(found[1]), started)
    finally:
        started.kill()
        started.communicate()


@contextmanager
def thread(store: Path) -> Iterator[Server]:
    """The same skill behind the same web server, which starts at once."""
    settings = read_settings(Wishes(f"sqlite:{store}"), ENVIRONMENT)
    with closing(open_store(settings)) as keeper:
        app = create_app(build_skill(settings, keeper), keeper.healthy)
        server = waitress.create_server(app, host="127.0.0.1", port=0, threads=2)
        running = Thread(target=server.run, daemon=True)
        running.start()
        yield Server(server.effective_port)
        put_out(server, running)


def put_out(server: Any, running: Thread) -> None:
    """End a server that runs in a thread: in that, for closed from here its sockets might be gone while it waits."""
    with suppress(OSError):  # it may have heard of it already, when something else woke it
        server.trigger.pull_trigger(server.close)
    running.join(10)
    assert not running.is_alive()
    server.task_dispatcher.shutdown()
