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
"""At once, most of them idle: what stands before the server keeps some open, and strangers may keep any number. Below
the 1,024 files that a process may have open where nobody has said otherwise."""

IDLE_SECONDS = 30
"""How long a connection may say nothing. Long enough for a client that asks again and again over the same one."""

WAITING = 1024
"""Connections that nobody has taken yet."""

LOOKS_EACH_SECONDS = 5
"""How often idle connections are looked for."""

LAST_PORT = 65_535

ADJUSTMENTS: Mapping[str, Any] = {
    "threads": THREADS,
    "ident": None,
    "max_request_body_size": LARGEST_BUFFERED_BYTES,
    "inbuf_overflow": 2 * LARGEST_BUFFERED_BYTES,  # no body is put into a file, which would count as a connection does
    "connection_limit": CONNECTIONS,
    "channel_timeout": IDLE_SECONDS,
    "cleanup_interval": LOOKS_EACH_SECONDS,
    "asyncore_use_poll": True,  # the other way of waiting knows no file above the 1,024th
}
"""How waitress is set."""


class CannotServe(click.ClickException):
    """The server cannot start. The message is one sentence; the terminal shows it and exits with 1."""


@dataclass(frozen=True)
class Door:
    """Where it is served, and by how many processes; in local mode only this machine is let in, by one."""

    host: str
    port: int
    local: bool
    processes: int = 1


MakesApp = Callable[[], AbstractContextManager[WSGIApplication]]
"""Makes the application, with what it needs, and puts that away after it."""


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
    # That somebody waits their turn for a moment is no trouble, and nothing that anybody could see to.
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
    """Whether a host name or address is this machine's own and unreachable from any other."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host in LOOPBACK


def _bound(door: Door) -> list[list[socket.socket]]:
    """The sockets of each process, listening: two where a name stands for two addresses.

    Where one is bound for all of them, whoever wakes first takes every connection that has just come, and the others
    none. So Linux deals them out, and what it has dealt to a process that dies is there for the one in its place.
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
    """One socket for each of so many processes, or the same for all of them where nobody would deal out."""
    alone = _bound_to(family, address)
    if processes == 1 or sys.platform != "linux":
        alone.listen(WAITING)
        return [alone] * processes
    with alone:  # it tells whether anybody else is there, and which port is free, where none was asked for
        address = alone.getsockname()
    listeners = [_bound_to(family, address, shared=True) for _ in range(processes)]
    for listener in listeners:
        listener.listen(WAITING)
    return listeners


def _bound_to(family: int, address: Any, *, shared: bool = False) -> socket.socket:
    """A socket of this address; where it is shared, others of ours may be bound to the same."""
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
    """What to do where somebody else has the port: with make, and without."""
    other = port + 50 if port + 50 <= LAST_PORT else port - 50
    return f"Port {port} is in use: stop what uses it, or take another: make run PORT={other}, or serve --port {other}."
