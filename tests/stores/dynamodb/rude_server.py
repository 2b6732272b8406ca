"""A server on this machine that takes a request and then does one and the same rude thing to whoever sent it."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread


class RudeServer:
    """`answer` is sent and the line cut; None: nothing is sent, and the line stays open. `asked` counts requests."""

    def __init__(self, answer: bytes | None) -> None:
        self.asked = 0
        self._answer = answer
        self._kept: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.endpoint_url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = Thread(target=self._serve)
        self._thread.start()

    def close(self) -> None:
        with suppress(OSError):  # whoever waits for the next caller is woken up
            self._listener.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        for line in (self._listener, *self._kept):
            line.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                line, _ = self._listener.accept()
                self._kept.append(line)
                self._be_rude(line)

    def _be_rude(self, line: socket.socket) -> None:
        self.asked += _has_asked(line)
        if self._answer is not None:
            line.sendall(self._answer)
            line.close()


def _has_asked(line: socket.socket) -> bool:
    """Take a request whole: what is left unread would cut off the answer as well."""
    with line.makefile("rb") as request:
        head = list(iter(request.readline, b"\r\n"))
        sizes = [int(field.split(b":")[1]) for field in head if field.lower().startswith(b"content-length:")]
        return len(request.read(sum(sizes))) > 0


@contextmanager
def rude_server(answer: bytes | None) -> Iterator[RudeServer]:
    server = RudeServer(answer)
    try:
        yield server
    finally:
        server.close()
