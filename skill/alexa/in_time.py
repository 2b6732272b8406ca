"""Asks one of Alexa's services while a listener waits, and gives up after a time."""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

Answer = TypeVar("Answer")

ENDPOINTS = frozenset(
    {"https://api.amazonalexa.com", "https://api.eu.amazonalexa.com", "https://api.fe.amazonalexa.com"}
)
"""North America, Europe, the Far East: the only hosts that get a token, whatever endpoint a request names."""


def in_time(ask: Callable[[], Answer], seconds: float) -> Answer | None:
    """What `ask` gives, or None if it takes longer; it must not raise.

    The time-outs of a connection start anew with each step, and do not cover looking up a name; so `ask` runs in a
    thread of its own, which is left behind when the time is over.
    """
    told: SimpleQueue[Answer] = SimpleQueue()
    Thread(target=lambda: told.put(ask()), daemon=True).start()
    try:
        return told.get(timeout=seconds)
    except Empty:
        return None
