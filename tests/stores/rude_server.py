"""A server on this machine that takes a request and then does one and the same rude thing to whoever sent it."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread

LONGEST_REQUEST = 65_536


class RudeServer:
    """`answer` is sent and the line cut; None: nothing is sent, and the line stays open. `asked` counts requests."""

    def __init__(self, answer: bytes | None) -> None:
        self.asked = 0
        self._answer = answer
        self._kept: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = Thread(target=self._serve)
        self._thread.start()

    @property
    def endpoint_url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

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
        if line.recv(LONGEST_REQUEST):
            self.asked += 1
        if self._answer is not None:
            line.sendall(self._answer)
            line.close()


@contextmanager
def rude_server(answer: bytes | None) -> Iterator[RudeServer]:
    server = RudeServer(answer)
    try:
        yield server
    finally:
        server.close()
