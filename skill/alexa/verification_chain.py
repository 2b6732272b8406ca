"""Fetches the certificates that sign Alexa's requests, and trusts only a chain from a public root to Alexa's name."""

import re
import ssl
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from http import HTTPStatus
from http.client import HTTPException, HTTPSConnection
from urllib.parse import urlsplit

import certifi
from cryptography.x509 import Certificate, DNSName, load_pem_x509_certificate, load_pem_x509_certificates
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from skill.alexa.errors import Forged

ALEXA = DNSName("echo-api.amazon.com")

FETCH_SECONDS = 2.0
"""For each step of fetching. The whole turn has eight seconds, and a chain is fetched once in many weeks."""

LARGEST_CHAIN_BYTES = 100_000
"""Some twenty times the size of a chain."""

_PEM_BLOCK = re.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", re.DOTALL)

Fetch = Callable[[str], bytes]


def fetch(url: str, trust: ssl.SSLContext | None = None) -> bytes:
    """Return what stands at an https address. Follows no redirection. Raises `OSError` or `HTTPException`."""
    place = urlsplit(url)
    trust = trust or ssl.create_default_context(cafile=certifi.where())
    connection = HTTPSConnection(place.netloc, timeout=FETCH_SECONDS, context=trust)
    try:
        connection.request("GET", place.path)
        answer = connection.getresponse()
        found = answer.read(LARGEST_CHAIN_BYTES + 1)
    finally:
        connection.close()
    if answer.status != HTTPStatus.OK or len(found) > LARGEST_CHAIN_BYTES:
        raise OSError(f"{url} answered {answer.status} with {len(found)} bytes")
    return found


@cache
def public_roots() -> tuple[Certificate, ...]:
    """Return the roots that browsers trust, as certifi collects them."""
    roots = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a few old roots break a rule of today; one that cannot be read is left out
        for block in _PEM_BLOCK.findall(certifi.contents()):
            with suppress(ValueError):
                roots.append(load_pem_x509_certificate(block.encode()))
    return tuple(roots)


class Chains:
    """Certificate chains by address: fetched once, kept while they hold, checked at every request."""

    def __init__(self, fetch: Fetch = fetch, roots: Sequence[Certificate] | None = None) -> None:
        self._fetch = fetch
        self._roots = Store(list(roots or public_roots()))
        self._kept: dict[str, list[Certificate]] = {}

    def leaf(self, url: str, now: datetime) -> Certificate:
        """Return the certificate that signs, once its chain is found good at `now`; raise `Forged` otherwise."""
        kept = self._kept.get(url)
        if kept and self._fault(kept, now) is None:
            return kept[0]
        chain = self._fetched(url)
        fault = self._fault(chain, now)
        if fault is not None:
            raise Forged("the certificate is not one of Alexa's, or not today") from fault
        self._kept[url] = chain
        return chain[0]

    def _fetched(self, url: str) -> list[Certificate]:
        try:
            return load_pem_x509_certificates(self._fetch(url))
        except (OSError, HTTPException) as error:
            raise Forged("the certificate could not be fetched") from error
        except ValueError as error:
            raise Forged("the certificate cannot be read") from error

    def _fault(self, chain: list[Certificate], now: datetime) -> VerificationError | None:
        today = PolicyBuilder().store(self._roots).time(now.astimezone(UTC).replace(tzinfo=None))
        try:
            today.build_server_verifier(ALEXA).verify(chain[0], chain[1:])
        except VerificationError as fault:
            return fault
        return None
