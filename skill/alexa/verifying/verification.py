"""Checks that Alexa sent a request to this skill just now, before anything else reads it."""

import base64
import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509 import Certificate

from skill.alexa.errors import Forged
from skill.alexa.verifying.chains import Chains

REQUEST_AGE = timedelta(seconds=150)
"""How far a request's time may be from ours, either way: Amazon's rule against replayed requests."""

EVENT_AGE = timedelta(hours=1)
"""The same for skill events, which Amazon sends again when they were not answered."""

_CHAIN_URL = re.compile(r"(?i:https://s3\.amazonaws\.com)(?::443)?(/[A-Za-z0-9._/-]+)")
"""Amazon's rule for the address, without any character that two programs could read differently."""


@dataclass(frozen=True)
class Verifier:
    """Checks requests to one skill, with the certificates that their headers name."""

    skill_id: str
    chains: Chains

    def verify(self, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
        """Return if Alexa signed this body, for our skill and at about `now`; raise `Forged` otherwise.

        A certificate is fetched only if the request names our skill and the right time.
        """
        given = {name.lower(): value for name, value in headers.items()}
        try:
            url, signature = trusted_url(given["signaturecertchainurl"]), _decoded(given["signature-256"])
        except KeyError as missing:
            raise Forged(f"the header {missing} is missing") from missing
        certificate = self.chains.known(url, now)
        if certificate is None:
            self._check_envelope(body, now)
            certificate = self.chains.leaf(url, now)
        check_signature(certificate, signature, body)
        self._check_envelope(body, now)

    def _check_envelope(self, body: bytes, now: datetime) -> None:
        envelope = _parsed(body)
        check_age(envelope, now)
        check_skill(envelope, self.skill_id)


def trusted_url(url: str) -> str:
    """The normalized address of a certificate chain; raises `Forged` if it is not Amazon's."""
    match = _CHAIN_URL.fullmatch(url)
    path = posixpath.normpath(match[1]) if match else ""
    if not path.startswith("/echo.api/"):
        raise Forged("the certificate's address is not Amazon's")
    return f"https://s3.amazonaws.com{path}"


def check_signature(certificate: Certificate, signature: bytes, body: bytes) -> None:
    """Raise `Forged` unless the owner of the certificate signed exactly these bytes."""
    key = certificate.public_key()
    if not isinstance(key, RSAPublicKey):
        raise Forged("the certificate has no RSA key")
    try:
        key.verify(signature, body, PKCS1v15(), SHA256())
    except (InvalidSignature, ValueError) as error:
        raise Forged("the signature is not that of the body") from error


def check_age(envelope: Mapping[str, Any], now: datetime) -> None:
    """Raise `Forged` if the request's time is missing, or too far from `now` (an aware time)."""
    kind, stamp = (str(_within(envelope, "request", key)) for key in ("type", "timestamp"))
    try:
        age = abs(now - datetime.fromisoformat(stamp))
    except (ValueError, TypeError, OverflowError) as error:
        raise Forged("the request has no time") from error
    if age > (EVENT_AGE if kind.startswith("AlexaSkillEvent.") else REQUEST_AGE):
        raise Forged("the request is too old, or of the future")


def check_skill(envelope: Mapping[str, Any], skill_id: str) -> None:
    """Raise `Forged` unless the envelope names our skill, and no other."""
    if {*_skills_named(envelope)} != {skill_id}:
        raise Forged("the request is for another skill")


def _skills_named(envelope: Mapping[str, Any]) -> Iterator[str]:
    for system in (("session",), ("context", "System")):
        named = _within(envelope, *system, "application", "applicationId")
        if named is not None:
            yield str(named)


def _decoded(signature: str) -> bytes:
    try:
        return base64.b64decode(signature, validate=True)
    except ValueError as error:  # binascii.Error is one
        raise Forged("the signature is not that of the body") from error


def _parsed(body: bytes) -> dict[str, Any]:
    try:
        envelope = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Forged("the body is no JSON") from error
    if not isinstance(envelope, dict):
        raise Forged("the body is no object")
    return envelope


def _within(thing: object, *keys: str) -> object:
    for key in keys:
        thing = thing.get(key) if isinstance(thing, Mapping) else None
    return thing
