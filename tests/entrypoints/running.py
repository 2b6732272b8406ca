"""A `gentle-back serve --local` in a process of its own, to be asked, stopped and started again."""

import http.client
import json
import re
import signal
import subprocess
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.alexa.strict import complaints
from tests.entrypoints.terminal import ENVIRONMENT, GENTLE_BACK, ROOT


@dataclass
class Server:
    """A running `gentle-back serve --local`."""

    process: "subprocess.Popen[str]"
    port: int

    def ask(self, method: str, path: str, body: bytes = b"") -> tuple[int, Any]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)) as connection:
            connection.request(method, path, body)
            response = connection.getresponse()
            return response.status, json.loads(response.read())

    def alexa(self, sent: dict[str, Any]) -> dict[str, Any]:
        status, response = self.ask("POST", "/alexa", json.dumps(sent).encode())
        assert status == 200, response
        assert complaints(response) == []
        return dict(response)

    def stop(self, how: signal.Signals) -> tuple[int, str]:
        """The exit code and the complaints of the process, stopped by a signal."""
        self.process.send_signal(how)
        _, complaint = self.process.communicate(timeout=10)
        return self.process.returncode, complaint


class Home:
    """Where the server's store lies; `start` may be called again when the last server is gone."""

    def __init__(self, store: Path) -> None:
        self.store = store
        self.started: list[Server] = []

    def start(self) -> Server:
        command = [GENTLE_BACK, "serve", "--local", "--port", "0", "--store", f"sqlite:{self.store}"]
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, cwd=ROOT, env=ENVIRONMENT, stdout=pipe, stderr=pipe, text=True)
        assert process.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:(\d+);", process.stdout.readline())
        assert found, process.communicate()
        self.started.append(Server(process, int(found[1])))
        return self.started[-1]

    def close(self) -> None:
        """Leave no process behind."""
        for server in self.started:
            server.process.kill()
            server.process.communicate()
