"""Serves the web application until it is stopped, and says in one sentence why it cannot."""

import errno
import logging
import signal
from collections.abc import Mapping
from ipaddress import ip_address
from types import FrameType
from typing import Any

import click
import waitress
from flask import Flask

from skill.entrypoints.web import LARGEST_BODY_BYTES
from skill.settings import LOOPBACK

LARGEST_BUFFERED_BYTES = 4 * LARGEST_BODY_BYTES
"""Above the application's own limit, so that the application gets to say what is wrong."""

THREADS = 4

CONNECTIONS = 900
"""At once, most of them idle: what stands before the server keeps some open, and strangers may keep any number. Below
the 1,024 files that a process may have open where nobody has said otherwise."""

IDLE_SECONDS = 30
"""How long a connection may say nothing. Long enough for who asks again and again over the same one."""

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


def serve(app: Flask, host: str, port: int, *, local: bool) -> None:
    """Serve until Ctrl-C or a TERM signal, then return. In local mode only this machine is let in.

    Raises `CannotServe` when the address cannot be had.
    """
    if local and not is_loopback(host):
        raise CannotServe(f"Local mode checks no signatures and stays on this machine: take 127.0.0.1, not {host!r}.")
    if not 0 <= port <= LAST_PORT:
        raise CannotServe(f"Port {port} is none: take one from 1 to {LAST_PORT}, or 0 for any that is free.")
    server = _server(app, host, port)
    click.echo(f"Gentle Back is at {_address(server)}; stop it with Ctrl-C.")
    if local:
        click.echo("Local mode: no signatures, any application id, any time stamp; only this machine is answered.")
    # That somebody waits their turn for a moment is no trouble, and nothing that anybody could see to.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        server.run()  # returns at Ctrl-C, and lets those finish who are being answered
    finally:
        signal.signal(signal.SIGTERM, before)
        server.close()


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine's own and unreachable from any other."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host in LOOPBACK


def _server(app: Flask, host: str, port: int) -> Any:
    try:
        return waitress.create_server(app, host=host, port=port, **ADJUSTMENTS)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise CannotServe(_busy(port)) from error
        raise CannotServe(f"{host} port {port} cannot be had ({error.strerror}); choose another.") from error
    except ValueError as error:
        raise CannotServe(f"{host!r} is no address of this machine.") from error


def _busy(port: int) -> str:
    """What to do where somebody else has the port: with make, and without."""
    other = port + 50 if port + 50 <= LAST_PORT else port - 50
    return f"Port {port} is in use: stop what uses it, or take another: make run PORT={other}, or serve --port {other}."


def _address(server: Any) -> str:
    # A name such as localhost may stand for two addresses; waitress then has a server for each.
    several = getattr(server, "effective_listen", None)
    host, port = several[0] if several else (server.effective_host, server.effective_port)
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)
