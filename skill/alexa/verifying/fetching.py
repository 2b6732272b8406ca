"""Fetches certificate chains: each address once at a time, few at once, and within a few seconds."""

from collections.abc import Callable
from concurrent.futures import Future
from http import HTTPStatus
from http.client import HTTPSConnection
from ssl import SSLContext
from threading import Thread
from urllib.parse import urlsplit

from cryptography.x509 import Certificate

from skill.alexa.errors import Forged
from skill.alexa.trust import trust

STEP_SECONDS = 2.0
"""For each step of fetching."""

WAIT_SECONDS = 3.0
"""For the whole fetch, from looking up the name. Alexa waits eight seconds; a chain is fetched once in many weeks."""

FETCHES_AT_ONCE = 2
"""Half of the server's threads: however slow the bucket is, the others answer requests whose chain is known."""

LARGEST_CHAIN_BYTES = 100_000
"""Some twenty times the size of a chain."""


def fetch(url: str, believing: SSLContext | None = None) -> bytes:
    """The content of an https address, without following redirects. Raises `OSError` or `HTTPException`."""
    place = urlsplit(url)
    connection = HTTPSConnection(place.netloc, timeout=STEP_SECONDS, context=believing or trust())
    try:
        connection.request("GET", place.path)
        answer = connection.getresponse()
        found = answer.read(LARGEST_CHAIN_BYTES + 1)
    finally:
        connection.close()
    if answer.status != HTTPStatus.OK or len(found) > LARGEST_CHAIN_BYTES:
        raise OSError(f"{url} answered {answer.status} with {len(found)} bytes")
    return found


class Visits:
    """The fetches under way, each of which several requests may wait for. `begun` is not thread-safe by itself."""

    def __init__(self) -> None:
        self._underway: dict[str, Future[Certificate]] = {}

    def begun(self, url: str, learn: Callable[[], Certificate]) -> "Future[Certificate]":
        """The fetch from this address, begun unless it is under way. Raises `Forged` where there are too many."""
        others = self._underway.get(url)
        if others:
            return others
        if len(self._underway) >= FETCHES_AT_ONCE:
            raise Forged("other certificates are being fetched")
        visit = self._underway[url] = Future[Certificate]()
        # A daemon: a fetch cannot be stopped, and the end of the process must not wait for it.
        Thread(target=self._visit, args=(url, visit, learn), daemon=True).start()
        return visit

    def _visit(self, url: str, visit: "Future[Certificate]", learn: Callable[[], Certificate]) -> None:
        try:
            visit.set_result(learn())
        except Forged as trouble:
            visit.set_exception(trouble)
        finally:
            del self._underway[url]
