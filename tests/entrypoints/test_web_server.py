"""A real server on a real port: how it starts, why it may not, and how it stops."""

import errno
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from skill.entrypoints.web_server import is_loopback

ROOT = Path(__file__).parents[2]


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "tests.entrypoints.serving", *arguments]


def refusal(mode: str, host: str, port: int) -> str:
    """What the process says when it does not start, or hangs for half a minute."""
    ended = subprocess.run(
        command(mode, host, str(port)), cwd=ROOT, capture_output=True, text=True, timeout=30, check=False
    )
    assert (ended.returncode, ended.stdout) == (1, "")
    return ended.stderr


@pytest.fixture(name="server")
def _server() -> Iterator[tuple[subprocess.Popen[str], int]]:
    pipe = subprocess.PIPE
    process = subprocess.Popen(command("local", "127.0.0.1", "0"), cwd=ROOT, stdout=pipe, stderr=pipe, text=True)
    assert process.stdout is not None
    greeting = process.stdout.readline()
    found = re.fullmatch(r"Gentle Back is at http://127\.0\.0\.1:(\d+); stop it with Ctrl-C\.\n", greeting)
    assert found, process.communicate()
    assert "only this machine is answered" in process.stdout.readline()
    yield process, int(found[1])
    process.kill()
    process.communicate()


def ask(port: int, method: str, path: str, body: bytes | None = None) -> tuple[int, object]:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request(method, path, body)
        response = connection.getresponse()
        return response.status, json.loads(response.read())


def test_a_real_server_answers(server: tuple[subprocess.Popen[str], int]) -> None:
    _, port = server
    assert ask(port, "GET", "/health") == (200, {"status": "ok", "store": "ok"})
    assert ask(port, "POST", "/alexa", b'{"request": 1}') == (200, {"version": "1.0", "heard": {"request": 1}})
    assert ask(port, "POST", "/alexa", b"") == (400, {"error": "The body is no JSON."})
    too_large = b" " * (256 * 1024 + 1)
    assert ask(port, "POST", "/alexa", too_large) == (413, {"error": "The request is too large."})


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_without_a_word_of_complaint(server: tuple[subprocess.Popen[str], int], how: signal.Signals) -> None:
    process, port = server
    assert ask(port, "GET", "/health")[0] == 200
    process.send_signal(how)
    _, complaint = process.communicate(timeout=30)
    assert (process.returncode, complaint) == (0, "")


def test_a_busy_port_is_one_sentence() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]
        complaint = refusal("local", "127.0.0.1", port)
    assert complaint == f"Error: Port {port} is in use: stop what uses it, or choose another with --port.\n"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.com", ""])
def test_local_mode_stays_on_this_machine(host: str) -> None:
    assert refusal("local", host, 0) == (
        f"Error: Local mode checks no signatures and stays on this machine: take 127.0.0.1, not {host!r}.\n"
    )


@pytest.mark.parametrize(
    ("host", "port", "sentence"),
    [
        ("127.0.0.1", 65_536, "Port 65536 is none: take one from 1 to 65535, or 0 for any that is free."),
        ("127.0.0.1", -1, "Port -1 is none: take one from 1 to 65535, or 0 for any that is free."),
        ("192.0.2.1", 0, f"192.0.2.1 port 0 cannot be had ({os.strerror(errno.EADDRNOTAVAIL)}); choose another."),
        ("no such host", 0, "'no such host' is no address of this machine."),
    ],
)
def test_an_address_that_cannot_be_had_is_one_sentence(host: str, port: int, sentence: str) -> None:
    assert refusal("public", host, port) == f"Error: {sentence}\n"


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "::1", "localhost"])
def test_addresses_that_nobody_else_can_reach(host: str) -> None:
    assert is_loopback(host)
