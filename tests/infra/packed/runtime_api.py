"""Stands in for the service that hands a Lambda its events: Amazon's Runtime API, as far as its client asks for it."""

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue
from threading import Event, Thread
from types import TracebackType
from typing import Any, ClassVar, Self

PATIENCE_SECONDS = 30.0


class RuntimeApi:
    """Hands out one event at a time, and waits for what the function makes of it."""

    def __init__(self) -> None:
        self.events: Queue[bytes | None] = Queue()
        self.results: Queue[tuple[str, Any]] = Queue()
        self._picture_taken, self._restored = Event(), Event()
        self._server = _Server(("127.0.0.1", 0), type("OneApi", (_Service,), {"api": self}))
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.events.put(None)  # whoever waits for the next event goes home
        self._restored.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def address(self) -> str:
        """Host and port, as the runtime client takes them."""
        return f"127.0.0.1:{self._server.server_address[1]}"

    def restore(self) -> None:
        """Wait until the picture can be taken, and let the function go on from it."""
        assert self._picture_taken.wait(PATIENCE_SECONDS)
        self._restored.set()

    def until_restored(self) -> None:
        """The picture can be taken; wait until it is gone on from."""
        self._picture_taken.set()
        self._restored.wait()

    def invoke(self, event: object) -> tuple[str, Any]:
        """Hand an event to the function; what came back, and whether as `response` or as `error`."""
        self.events.put(json.dumps(event).encode())
        return self.results.get(timeout=PATIENCE_SECONDS)


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """The function is killed while it waits for its next event; that is no error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Service(BaseHTTPRequestHandler):
    api: ClassVar[RuntimeApi]
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else each answer waits forty milliseconds for a packet that never comes

    def do_GET(self) -> None:
        if self.path.endswith("/restore/next"):
            self.api.until_restored()
            self._answer(200, b"")
            return
        event = self.api.events.get()
        if event is None:
            self.close_connection = True
            return
        self._answer(200, event)

    def do_POST(self) -> None:
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._answer(202, b"{}")
        self.api.results.put((self.path.rpartition("/")[2], sent))

    def log_message(self, *_: Any) -> None:
        pass

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd")
        self.send_header("Lambda-Runtime-Deadline-Ms", "4102444800000")
        self.send_header("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:123456789012:function:skill")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
