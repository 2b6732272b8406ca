"""A certificate authority of the tests' own, and what it signs: chains as good as Alexa's, or wrong in one way."""

import base64
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.ec import generate_private_key as elliptic_key
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA1, SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

PrivateKey = RSAPrivateKey | EllipticCurvePrivateKey


@dataclass(frozen=True)
class Wish:
    """What a certificate shall say."""

    start: datetime
    end: datetime
    name: str = "echo-api.amazon.com"
    authority: bool = False


@dataclass(frozen=True)
class Holder:
    """A certificate with its private key."""

    certificate: x509.Certificate
    key: PrivateKey

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def key_pem(self) -> bytes:
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())

    def sign(self, body: bytes, old: bool = False) -> str:
        assert isinstance(self.key, RSAPrivateKey)
        return base64.b64encode(self.key.sign(body, PKCS1v15(), SHA1() if old else SHA256())).decode()

    def issue(self, wish: Wish, key: PrivateKey | None = None) -> "Holder":
        key = key or rsa("an authority" if wish.authority else "whoever sends")
        return Holder(_certificate(wish, key, self), key)


@cache
def rsa(whose: str) -> RSAPrivateKey:  # noqa: ARG001  # whoever has the name, has the key
    """One a holder: keys take long to make, and what a certificate proves seldom hangs by whether its key is new."""
    return generate_private_key(65537, 2048)


def elliptic() -> EllipticCurvePrivateKey:
    return elliptic_key(SECP256R1())


def self_signed(wish: Wish, whose: str) -> Holder:
    key = rsa(whose)
    return Holder(_certificate(wish, key, None), key)


def root(now: datetime, whose: str = "a root") -> Holder:
    return self_signed(authority(now), whose)


def authority(now: datetime) -> Wish:
    return replace(fresh(now), name="a root of the tests", authority=True)


def fresh(now: datetime) -> Wish:
    return Wish(start=now - timedelta(days=30), end=now + timedelta(days=30))


def _certificate(wish: Wish, key: PrivateKey, issuer: Holder | None) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, wish.name)])
    issuer_key = issuer.key if issuer else key
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(wish.start)
        .not_valid_after(wish.end)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
        .add_extension(x509.BasicConstraints(ca=wish.authority, path_length=None), critical=True)
        .add_extension(_usage(wish.authority), critical=True)
    )
    if wish.authority:
        digest = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
        builder = builder.add_extension(digest, critical=False)
    else:
        purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
        builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(wish.name)]), critical=False)
        builder = builder.add_extension(purpose, critical=False)
    return builder.sign(issuer_key, SHA256())


def _usage(authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=False,
        key_encipherment=not authority,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
