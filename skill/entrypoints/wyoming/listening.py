"""Accepts satellites at an address until it is stopped; says in a sentence why it cannot."""

import asyncio
import contextlib
import errno
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

import click

from skill.entrypoints.web_server import LAST_PORT, CannotServe, is_loopback
from skill.entrypoints.wyoming.service import Service

USUAL = "tcp://127.0.0.1:10400"


@dataclass(frozen=True)
class ListeningAddress:
    """Where it listens; port 0 takes any that is free."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"tcp://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"


def read_address(uri: str) -> ListeningAddress:
    """The address of `tcp://HOST:PORT`; raises `CannotServe` with a sentence where it is none."""
    try:
        parts = urlsplit(uri)
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if not uri.startswith("tcp://") or host is None or port is None:
        raise CannotServe(f"{uri!r} is no address: write it as {USUAL}.")
    return ListeningAddress(host, port)


def listen(make_service: Callable[[], Service], address: ListeningAddress) -> None:
    """Answer satellites until Ctrl-C or a TERM signal, then return. Raises `CannotServe` where that cannot be."""
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_listen(make_service, address))


async def _listen(make_service: Callable[[], Service], address: ListeningAddress) -> None:
    service, answering, stopped = make_service(), set[asyncio.Task[None]](), asyncio.Event()

    def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(service.converse(reader, writer))
        answering.add(task)
        task.add_done_callback(answering.discard)

    with contextlib.suppress(NotImplementedError):  # where there are no such signals
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    server = await _opened(answer, address)
    _greet(ListeningAddress(*server.sockets[0].getsockname()[:2]), service)
    try:
        await stopped.wait()
    finally:
        server.close()
        for task in answering:
            task.cancel()


async def _opened(
    answer: Callable[[asyncio.StreamReader, asyncio.StreamWriter], None], address: ListeningAddress
) -> asyncio.Server:
    try:
        return await asyncio.start_server(answer, address.host, address.port)
    except (socket.gaierror, UnicodeError) as error:
        raise CannotServe(f"{address.host!r} is no address of this machine.") from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            other = ListeningAddress(address.host, address.port + 1 if address.port < LAST_PORT else address.port - 1)
            raise CannotServe(
                f"Port {address.port} is in use: stop what uses it, or take another: gentle-back wyoming --uri {other}."
            ) from error
        raise CannotServe(f"{address} cannot be had ({error.strerror}); choose another.") from error


def _greet(address: ListeningAddress, service: Service) -> None:
    click.echo(f"Gentle Back answers satellites at {address}; stop it with Ctrl-C.")
    click.echo(
        f"It speaks, too: {service.voice.name}."
        if service.voice
        else "Without a voice it hands out text, and no hold has its seconds: make voice brings one."
    )
    if not is_loopback(address.host):
        click.echo("Whoever reaches this port can talk to it: the protocol knows no passwords.")
