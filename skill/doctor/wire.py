"""One question over HTTP to an address, and the answer as it is: never more than a few seconds of waiting."""

import json
import socket
import ssl
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

PATIENCE_SECONDS = 10.0


class Unreached(Exception):
    """Nobody answered at an address, and why not."""


@dataclass(frozen=True)
class Answer:
    """What came back; a body that is no JSON object counts as none."""

    status: int
    body: Mapping[str, Any]


def ask(url: str, sent: object = None, headers: Mapping[str, str] | None = None) -> Answer:
    """Fetch, or with something to send, post. Raises `Unreached`."""
    parts = urlsplit(url)
    connect = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    method, body = ("GET", None) if sent is None else ("POST", json.dumps(sent))
    try:
        with closing(connect(parts.hostname or "", parts.port, timeout=PATIENCE_SECONDS)) as connection:
            connection.request(method, parts.path or "/", body, dict(headers or {}))
            response = connection.getresponse()
            return Answer(response.status, _object(response.read()))
    except (OSError, HTTPException, ValueError) as trouble:
        raise Unreached(f"{type(trouble).__name__}: {trouble}") from trouble


def names_of_certificate(url: str) -> tuple[str, ...]:
    """The names that the certificate of an https address is for, checked as a browser checks it. Raises `Unreached`."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    try:
        with (
            socket.create_connection((host, parts.port or 443), PATIENCE_SECONDS) as plain,
            ssl.create_default_context().wrap_socket(plain, server_hostname=host) as secured,
        ):
            told = secured.getpeercert() or {}
    except OSError as trouble:
        raise Unreached(f"{type(trouble).__name__}: {trouble}") from trouble
    return tuple(str(name[1]) for name in told.get("subjectAltName", ()) if name[0] == "DNS")


def _object(body: bytes) -> Mapping[str, Any]:
    try:
        read = json.loads(body)
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}
