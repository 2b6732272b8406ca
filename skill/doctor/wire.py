"""Sends one HTTP request to an address, with a time-out of a few seconds."""

import json
import socket
import ssl
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

PATIENCE_SECONDS = 10.0
LARGEST_ANSWER_BYTES = 1_000_000
"""More than any answer of the skill; a longer one is something else."""

_AT_ONCE_BYTES = 65_536


class Unreached(Exception):
    """Nobody answered at an address; the text says why."""


class Distrusted(Unreached):
    """A server is there, but its certificate is not valid for the address."""


@dataclass(frozen=True)
class Answer:
    """The status and the body of an answer; a body that is no JSON object becomes an empty one."""

    status: int
    body: Mapping[str, Any]


def is_address(url: str) -> bool:
    """Whether this is a usable URL: http or https, a host, a valid port, and printable ASCII without spaces."""
    try:
        parts = urlsplit(url)
        told = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return told and url.isascii() and url.isprintable() and " " not in url


def ask(url: str, sent: object = None, headers: Mapping[str, str] | None = None) -> Answer:
    """The answer to a GET, or to a POST of `sent` as JSON. Raises `Unreached`."""
    parts = urlsplit(url)
    connect = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    method, body = ("GET", None) if sent is None else ("POST", json.dumps(sent))
    try:
        with closing(connect(parts.hostname or "", parts.port, timeout=PATIENCE_SECONDS)) as connection:
            connection.request(method, parts.path or "/", body, dict(headers or {}))
            response = connection.getresponse()
            return Answer(response.status, _object(_whole(response)))
    except (OSError, HTTPException, ValueError) as trouble:
        raise _unreached(trouble) from trouble


def names_of_certificate(url: str) -> tuple[str, ...]:
    """The DNS names in the certificate of an https address, after it was validated. Raises `Unreached`."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    try:
        with (
            socket.create_connection((host, parts.port or 443), PATIENCE_SECONDS) as plain,
            ssl.create_default_context().wrap_socket(plain, server_hostname=host) as secured,
        ):
            told = secured.getpeercert() or {}
    except OSError as trouble:
        raise _unreached(trouble) from trouble
    return tuple(str(name[1]) for name in told.get("subjectAltName", ()) if name[0] == "DNS")


def _unreached(trouble: Exception) -> Unreached:
    """The error as `Distrusted` or `Unreached`, with its text in one line."""
    kind = Distrusted if isinstance(trouble, ssl.SSLCertVerificationError) else Unreached
    return kind(" ".join(f"{type(trouble).__name__}: {trouble}".split()))


def _whole(response: HTTPResponse) -> bytes:
    """The body; raises TimeoutError for one that is too long or too slow.

    The connection's own time-out would begin anew with every piece.
    """
    until, body = monotonic() + PATIENCE_SECONDS, bytearray()
    while more := response.read1(_AT_ONCE_BYTES):
        body += more
        if monotonic() > until or len(body) > LARGEST_ANSWER_BYTES:
            raise TimeoutError("its answer does not end")
    return bytes(body)


def _object(body: bytes) -> Mapping[str, Any]:
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}
