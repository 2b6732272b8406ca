"""The TLS context for all connections: the roots that browsers trust, read once."""

import ssl
from functools import cache

import certifi


@cache
def trust() -> ssl.SSLContext:
    """The shared context: reading the roots takes longer than a turn."""
    return ssl.create_default_context(cafile=certifi.where())
