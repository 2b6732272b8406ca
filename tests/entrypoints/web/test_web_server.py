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

ROOT = Path(__file__).parents[3]
ONLY_HERE = "Local mode checks no signatures and stays on this machine: take 127.0.0.1"
ELSEWHERE = ("0.0.0.0", "::", "192.0.2.1", "example.com", "")
NOT_OURS = os.strerror(errno.EADDRNOTAVAIL)


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "tests.entrypoints.serving", *arguments]


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


def test_a_real_server_answers_and_at_the_term_signal_stops_without_a_word_of_complaint(
    server: tuple[subprocess.Popen[str], int],
) -> None:
    process, port = server
    assert ask(port, "GET", "/health") == (200, {"status": "ok", "store": "ok"})
    assert ask(port, "POST", "/alexa", b'{"request": 1}') == (200, {"version": "1.0", "heard": {"request": 1}})
    assert ask(port, "POST", "/alexa", b"") == (400, {"error": "The body is no JSON."})
    too_large = b" " * (256 * 1024 + 1)
    assert ask(port, "POST", "/alexa", too_large) == (413, {"error": "The request is too large."})
    process.send_signal(signal.SIGTERM)
    _, complaint = process.communicate(timeout=30)
    assert (process.returncode, complaint) == (0, "")


def test_an_address_that_cannot_be_had_is_one_sentence() -> None:
    """One process tries them all: it would hang in the first that it served."""
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        busy = other.getsockname()[1]
        another = f"stop what uses it, or take another: make run PORT={busy + 50}, or serve --port {busy + 50}."
        refused = {
            ("local", "127.0.0.1", busy): f"Port {busy} is in use: {another}",
            **{("local", host, 0): f"{ONLY_HERE}, not {host!r}." for host in ELSEWHERE},
            ("public", "127.0.0.1", 65_536): "Port 65536 is none: take one from 1 to 65535, or 0 for any that is free.",
            ("public", "127.0.0.1", -1): "Port -1 is none: take one from 1 to 65535, or 0 for any that is free.",
            ("public", "192.0.2.1", 0): f"192.0.2.1 port 0 cannot be had ({NOT_OURS}); choose another.",
            ("public", "no such host", 0): "'no such host' is no address of this machine.",
        }
        addresses = [str(part) for address in refused for part in address]
        ended = subprocess.run(
            command(*addresses), cwd=ROOT, capture_output=True, text=True, timeout=30, check=False
        )  # fmt: skip
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.splitlines() == [f"Error: {sentence}" for sentence in refused.values()]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "::1", "localhost"])
def test_addresses_that_nobody_else_can_reach(host: str) -> None:
    assert is_loopback(host)
