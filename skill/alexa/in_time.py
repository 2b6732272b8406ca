"""Asks one of Alexa's services while a listener waits, and gives up after a time."""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

Answer = TypeVar("Answer")

ENDPOINTS = frozenset(
    {"https://api.amazonalexa.com", "https://api.eu.amazonalexa.com", "https://api.fe.amazonalexa.com"}
)
"""North America, Europe, the Far East. A token is shown to nobody else, whatever address a request names."""


def in_time(ask: Callable[[], Answer], seconds: float) -> Answer | None:
    """What asking gives, or None when it takes longer; it must not raise.

    Time-outs of a connection count for each step anew and not at all for names; so the clock runs out here.
    """
    told: SimpleQueue[Answer] = SimpleQueue()
    Thread(target=lambda: told.put(ask()), daemon=True).start()
    try:
        return told.get(timeout=seconds)
    except Empty:
        return None
