"""Connections that say nothing: hundreds of them keep nobody out, and after a while they are closed."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack, closing
from http.client import HTTPConnection
from threading import Thread
from typing import Any

import pytest
import waitress

from skill.entrypoints.web import create_app
from skill.entrypoints.web_server import ADJUSTMENTS
from tests.entrypoints.fakes import Echo
from tests.entrypoints.running import Server, put_out


@pytest.fixture(name="server")
def _server() -> Iterator[Any]:
    """Waitress, set as `gentle-back serve` sets it."""
    server = waitress.create_server(create_app(Echo(), lambda: True), host="127.0.0.1", port=0, **ADJUSTMENTS)
    running = Thread(target=server.run, daemon=True)
    running.start()
    yield server
    put_out(server, running)
    for channel in list(server.active_channels.values()):
        channel.handle_close()


def connected(server: Any) -> socket.socket:
    return socket.create_connection(("127.0.0.1", server.effective_port), timeout=10)


def test_three_hundred_idle_connections_keep_nobody_out(server: Any) -> None:
    with ExitStack() as idle:
        for _ in range(300):
            idle.enter_context(connected(server))
        assert Server(server.effective_port).ask("GET", "/health") == (200, {"status": "ok", "store": "ok"})
        assert len(server.active_channels) >= 300


def test_a_connection_that_says_nothing_for_half_a_minute_is_closed_and_one_that_talks_is_not(server: Any) -> None:
    with closing(asking(server)) as first, closing(asking(server)) as second:
        quiet, busy = (channel_of(server, client) for client in (first, second))
        server.trigger.pull_trigger(lambda: half_a_minute_later(server, quiet, busy))
        assert first.sock.recv(1) == b""
        assert healthy(second)


def half_a_minute_later(server: Any, quiet: Any, busy: Any) -> None:
    """What the server does then, of whose connections one was heard of two seconds later than the other."""
    busy.last_activity = quiet.last_activity + 2
    server.maintenance(quiet.last_activity + 31)


def asking(server: Any) -> HTTPConnection:
    """A connection that has asked once, and stays open."""
    client = HTTPConnection("127.0.0.1", server.effective_port, timeout=10)
    assert healthy(client)
    return client


def healthy(client: HTTPConnection) -> bool:
    client.request("GET", "/health")
    return client.getresponse().read() == b'{"status":"ok","store":"ok"}\n'


def channel_of(server: Any, client: HTTPConnection) -> Any:
    """What the server knows of this client's connection."""
    return next(channel for channel in server.active_channels.values() if channel.addr == client.sock.getsockname())
