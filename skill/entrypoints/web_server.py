"""Serves the web application until it is stopped, and says in one sentence why it cannot."""

import errno
import logging
import signal
import socket
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, closing
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from wsgiref.types import WSGIApplication

import click
import waitress

from skill.entrypoints.processes import Processes, stop
from skill.entrypoints.web import LARGEST_BODY_BYTES
from skill.settings import LOOPBACK

LARGEST_BUFFERED_BYTES = 4 * LARGEST_BODY_BYTES
"""Above the application's own limit, so that the application gets to say what is wrong."""

THREADS = 4

CONNECTIONS = 900
"""Connections at once, most of them idle: a proxy keeps some open, strangers may keep any number. Below 1,024,
the usual limit of open files for a process."""

IDLE_SECONDS = 30
"""After which an idle connection is closed: long enough for clients that keep one open between requests."""

WAITING = 1024
"""The backlog: connections that may wait to be accepted."""

LOOKS_EACH_SECONDS = 5
"""How often idle connections are searched for."""

LAST_PORT = 65_535

ADJUSTMENTS: Mapping[str, Any] = {
    "threads": THREADS,
    "ident": None,
    "max_request_body_size": LARGEST_BUFFERED_BYTES,
    "inbuf_overflow": 2 * LARGEST_BUFFERED_BYTES,  # no body goes into a file, which would count as an open one
    "connection_limit": CONNECTIONS,
    "channel_timeout": IDLE_SECONDS,
    "cleanup_interval": LOOKS_EACH_SECONDS,
    "asyncore_use_poll": True,  # select() knows no file above the 1,024th
}
"""The settings of waitress."""


class CannotServe(click.ClickException):
    """The server cannot start. The message is one sentence; the terminal shows it and exits with 1."""


@dataclass(frozen=True)
class Door:
    """The address to serve at, and by how many processes. `local`: only this machine is let in, by one process."""

    host: str
    port: int
    local: bool
    processes: int = 1


MakesApp = Callable[[], AbstractContextManager[WSGIApplication]]
"""A context manager that makes the application, and afterwards closes what it needed."""


def serve(make_app: MakesApp, door: Door) -> None:
    """Serve until Ctrl-C or a TERM signal, then return. Each process makes an application of its own.

    Raises `CannotServe` when the address cannot be had.
    """
    if door.local and not is_loopback(door.host):
        raise CannotServe(
            f"Local mode checks no signatures and stays on this machine: take 127.0.0.1, not {door.host!r}."
        )
    if not 0 <= door.port <= LAST_PORT:
        raise CannotServe(f"Port {door.port} is none: take one from 1 to {LAST_PORT}, or 0 for any that is free.")
    with ExitStack() as bound:
        of_each = [[bound.enter_context(one) for one in some] for some in _bound(door)]

        def greet() -> None:
            _greet(door, of_each[0][0].getsockname())

        if door.processes > 1:
            Processes(door.processes, lambda number: _answer(make_app, of_each[number])).run(greet)
        else:
            _answer(make_app, of_each[0], greet)


def _greet(door: Door, address: tuple[Any, ...]) -> None:
    host, port = address[:2]
    by = f", with {door.processes} processes" if door.processes > 1 else ""
    click.echo(f"Gentle Back is at http://{f'[{host}]' if ':' in host else host}:{port}{by}; stop it with Ctrl-C.")
    if door.local:
        click.echo("Local mode: no signatures, any application id, any time stamp; only this machine is answered.")


def _answer(make_app: MakesApp, sockets: Sequence[socket.socket], ready: Callable[[], None] = lambda: None) -> None:
    """Answer what comes in, until Ctrl-C or a TERM signal."""
    # waitress warns of each request that waits for a free thread, about which nobody can do anything.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    before = signal.signal(signal.SIGTERM, stop)
    try:
        with make_app() as app:
            server = waitress.create_server(app, sockets=list(sockets), **ADJUSTMENTS)
            with closing(server):
                ready()
                server.run()  # returns at Ctrl-C, and lets those finish who are being answered
    finally:
        signal.signal(signal.SIGTERM, before)


def is_loopback(host: str) -> bool:
    """Whether a host name or address is a loopback one, which no other machine can reach."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host in LOOPBACK


def _bound(door: Door) -> list[list[socket.socket]]:
    """The listening sockets of each process: two where a name stands for two addresses. Raises CannotServe.

    On Linux each process has a socket of its own (SO_REUSEPORT), and the system deals out the connections: over one
    shared socket, whichever process wakes first would take all that have just come. A process that replaces a dead one
    inherits its socket, with the connections that wait there.
    """
    host, port, flags = door.host, door.port, socket.AI_PASSIVE
    try:
        found = dict.fromkeys(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=flags))
        at_each = [_listening(place[0], place[4], door.processes) for place in found]
    except (socket.gaierror, UnicodeError) as error:
        raise CannotServe(f"{host!r} is no address of this machine.") from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise CannotServe(_busy(port)) from error
        raise CannotServe(f"{host} port {port} cannot be had ({error.strerror}); choose another.") from error
    return [list(some) for some in zip(*at_each, strict=True)]


def _listening(family: int, address: Any, processes: int) -> list[socket.socket]:
    """A listening socket for each of so many processes; the same one for all where the system would not deal out."""
    alone = _bound_to(family, address)
    if processes == 1 or sys.platform != "linux":
        alone.listen(WAITING)
        return [alone] * processes
    with alone:  # bound to find out whether the port is in use, or which one is free
        address = alone.getsockname()
    listeners = [_bound_to(family, address, shared=True) for _ in range(processes)]
    for listener in listeners:
        listener.listen(WAITING)
    return listeners


def _bound_to(family: int, address: Any, *, shared: bool = False) -> socket.socket:
    """A socket bound to this address; a `shared` one allows others of ours at the same."""
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if shared:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        if family == socket.AF_INET6:
            bound.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        bound.bind(address)
    except BaseException:
        bound.close()
        raise
    return bound


def _busy(port: int) -> str:
    """What to do where the port is in use: with make, and without."""
    other = port + 50 if port + 50 <= LAST_PORT else port - 50
    return f"Port {port} is in use: stop what uses it, or take another: make run PORT={other}, or serve --port {other}."
