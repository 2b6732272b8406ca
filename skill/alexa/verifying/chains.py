"""Fetches, checks and caches the certificate chains that sign Alexa's requests, up to a public root."""

import re
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from http.client import HTTPException
from threading import RLock

import certifi
from cryptography.x509 import Certificate, DNSName, load_pem_x509_certificate, load_pem_x509_certificates
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from skill.alexa.errors import Forged
from skill.alexa.verifying.failures import Failures
from skill.alexa.verifying.fetching import WAIT_SECONDS, Visits, fetch

ALEXA = DNSName("echo-api.amazon.com")

CHECKED_AGAIN = timedelta(minutes=10)
"""How long a good chain is not checked again, unless a certificate in it expires before: that check takes longer than
the one of the signature."""

_PEM_BLOCK = re.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", re.DOTALL)

Fetch = Callable[[str], bytes]


@cache
def public_roots() -> tuple[Certificate, ...]:
    """The root certificates that browsers trust, from certifi."""
    roots = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a few old roots break today's rules; one that cannot be read is left out
        for block in _PEM_BLOCK.findall(certifi.contents()):
            with suppress(ValueError):
                roots.append(load_pem_x509_certificate(block.encode()))
    return tuple(roots)


@dataclass(frozen=True)
class _Kept:
    """A chain, the signing certificate first, and the time in which it need not be checked again."""

    chain: list[Certificate]
    since: datetime
    until: datetime

    @classmethod
    def good(cls, chain: list[Certificate], now: datetime) -> "_Kept":
        """A chain that was just found good."""
        runs_out = min(certificate.not_valid_after_utc for certificate in chain)
        return cls(chain, now, min(now + CHECKED_AGAIN, runs_out))


class Chains:
    """Certificate chains by URL: fetched once, and kept while they are valid; failures are not repeated at once."""

    def __init__(self, fetch: Fetch = fetch, roots: Sequence[Certificate] | None = None) -> None:
        self._fetch = fetch
        self._roots = Store(list(roots or public_roots()))
        self._kept: dict[str, _Kept] = {}
        self._failures = Failures()
        self._visits = Visits()
        self._one_at_a_time = RLock()

    def known(self, url: str, now: datetime) -> Certificate | None:
        """The signing certificate, if its chain is here; None if not. Raises `Forged` if it must not be fetched now."""
        with self._one_at_a_time:
            kept = self._kept.get(url)
            if kept and self._holds(url, kept, now):
                return kept.chain[0]
            self._failures.check(url, now, known=kept is not None)
            return None

    def leaf(self, url: str, now: datetime) -> Certificate:
        """The signing certificate, fetched if need be, once its chain is valid at `now`; raises `Forged` otherwise."""
        with self._one_at_a_time:
            certificate = self.known(url, now)
            if certificate:
                return certificate
            visit = self._visits.begun(url, lambda: self._learned(url, now))
        try:
            return visit.result(WAIT_SECONDS)
        except TimeoutError as error:
            raise Forged("the certificate could not be fetched in time") from error

    def _holds(self, url: str, kept: _Kept, now: datetime) -> bool:
        if kept.since <= now <= kept.until:
            return True
        if self._fault(kept.chain, now) is not None:
            return False
        self._kept[url] = _Kept.good(kept.chain, now)
        return True

    def _learned(self, url: str, now: datetime) -> Certificate:
        """The signing certificate of a chain that is fetched now; success and failure are remembered."""
        try:
            chain = self._good(self._fetched(url), now)
        except Forged as trouble:
            with self._one_at_a_time:
                self._failures.add(url, now, str(trouble))
            raise
        with self._one_at_a_time:
            self._kept[url] = _Kept.good(chain, now)
        return chain[0]

    def _good(self, chain: list[Certificate], now: datetime) -> list[Certificate]:
        fault = self._fault(chain, now)
        if fault is not None:
            raise Forged("the certificate is not one of Alexa's, or not today") from fault
        return chain

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
