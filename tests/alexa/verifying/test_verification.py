"""What is let in as Alexa's, and the many ways of pretending that are not."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import pytest

from skill.alexa.errors import Forged
from skill.alexa.verifying.chains import Chains
from skill.alexa.verifying.verification import Verifier, trusted_url
from tests.alexa.verifying.authority import Holder, authority, elliptic, fresh, root, rsa, self_signed
from tests.cases.each_of import each_of

NOW = datetime(2026, 3, 1, 7, 30, tzinfo=UTC)
OURS = "amzn1.ask.skill.ours"
ADDRESS = "https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem"

ROOT = root(NOW)
BETWEEN = ROOT.issue(replace(authority(NOW), name="an intermediate of the tests"))
ALEXA = BETWEEN.issue(fresh(NOW))
CHAIN = ALEXA.pem + BETWEEN.pem


class Shelf:
    """Stands for the place that certificates are fetched from, and counts the visits."""

    def __init__(self, *chains: bytes) -> None:
        self.chains = list(chains)
        self.fetched: list[str] = []

    def __call__(self, url: str) -> bytes:
        self.fetched.append(url)
        return self.chains.pop(0) if len(self.chains) > 1 else self.chains[0]


def verifier(chain: bytes = CHAIN) -> Verifier:
    return Verifier(OURS, Chains(Shelf(chain), [ROOT.certificate]))


def body(kind: str = "LaunchRequest", sent: datetime = NOW, skill: str = OURS) -> bytes:
    envelope: dict[str, Any] = {
        "version": "1.0",
        "context": {"System": {"application": {"applicationId": skill}}},
        "request": {"type": kind, "timestamp": sent.isoformat().replace("+00:00", "Z")},
    }
    return json.dumps(envelope).encode()


def signed(what: bytes, signer: Holder = ALEXA, url: str = ADDRESS) -> dict[str, str]:
    return {"SignatureCertChainUrl": url, "Signature-256": signer.sign(what), "Signature": signer.sign(what, old=True)}


def test_what_alexa_signed_is_let_in() -> None:
    verifier().verify(signed(body()), body(), NOW)


def test_the_names_of_headers_may_be_written_in_any_case() -> None:
    headers = {name.upper(): value for name, value in signed(body()).items()}
    verifier().verify(headers, body(), NOW)


def test_a_chain_straight_from_the_root_is_let_in() -> None:
    direct = ROOT.issue(fresh(NOW))
    verifier(direct.pem).verify(signed(body(), direct), body(), NOW)


def test_another_byte_in_the_body_is_noticed() -> None:
    with pytest.raises(Forged, match="not that of the body"):
        verifier().verify(signed(body()), body() + b" ", NOW)


def test_somebody_elses_signature_is_noticed() -> None:
    with pytest.raises(Forged, match="not that of the body"):
        verifier().verify(signed(body(), BETWEEN), body(), NOW)


@pytest.mark.parametrize("signature", ["", "AAAA", "not base64 at all!", "ä", ALEXA.sign(body(), old=True)])
def test_a_signature_that_is_none_is_noticed(signature: str) -> None:
    with pytest.raises(Forged, match="not that of the body"):
        verifier().verify(signed(body()) | {"Signature-256": signature}, body(), NOW)


@pytest.mark.parametrize("missing", ["SignatureCertChainUrl", "Signature-256"])
def test_a_header_that_is_missing_is_noticed(missing: str) -> None:
    headers = signed(body())
    del headers[missing]
    with pytest.raises(Forged, match="is missing"):
        verifier().verify(headers, body(), NOW)


@pytest.mark.parametrize(
    "url",
    [
        ADDRESS,
        "HTTPS://S3.AmazonAWS.com/echo.api/echo-api-cert-12.pem",
        "https://s3.amazonaws.com:443/echo.api/echo-api-cert-12.pem",
        "https://s3.amazonaws.com/echo.api/../echo.api/echo-api-cert-12.pem",
        "https://s3.amazonaws.com/echo.api//./echo-api-cert-12.pem",
    ],
)
def test_every_way_to_write_amazons_address_leads_to_the_same_place(url: str) -> None:
    assert trusted_url(url) == ADDRESS


@each_of(
    "url",
    [
        "",
        "echo-api-cert-12.pem",
        "http://s3.amazonaws.com/echo.api/cert.pem",
        "ftp://s3.amazonaws.com/echo.api/cert.pem",
        "https://notamazon.com/echo.api/cert.pem",
        "https://s3.amazonaws.com.evil.example/echo.api/cert.pem",
        "https://evil.example/s3.amazonaws.com/echo.api/cert.pem",
        "https://s3-amazonaws.com/echo.api/cert.pem",
        "https://s3.amazonaws.com./echo.api/cert.pem",
        "https://s3.amazonaws.com:8080/echo.api/cert.pem",
        "https://s3.amazonaws.com:563/echo.api/cert.pem",
        "https://s3.amazonaws.com:/echo.api/cert.pem",
        "https://anna@s3.amazonaws.com/echo.api/cert.pem",
        "https://s3.amazonaws.com:443@evil.example/echo.api/cert.pem",
        "https://s3.amazonaws.com/EcHo.aPi/cert.pem",
        "https://s3.amazonaws.com/invalid.path/cert.pem",
        "https://s3.amazonaws.com/echo.api",
        "https://s3.amazonaws.com/echo.apist/cert.pem",
        "https://s3.amazonaws.com/echo.api/../evil/cert.pem",
        "https://s3.amazonaws.com/echo.api/..",
        "https://s3.amazonaws.com/echo.api/%2e%2e/evil/cert.pem",
        "https://s3.amazonaws.com/echo.api/..\\evil/cert.pem",
        "https://s3.amazonaws.com//echo.api/cert.pem",
        "https://s3.amazonaws.com/echo.api/cert.pem?versionId=1",
        "https://s3.amazonaws.com/echo.api/cert.pem#evil",
        "https://s3.amazonaws.com/echo.api/cert.pem\n",
        " https://s3.amazonaws.com/echo.api/cert.pem",
        "https://s3.amazonaws.com/echo.api/\t/cert.pem",
        "https://s3.amazonaws.com/echo.api/cert\N{FULLWIDTH FULL STOP}pem",
    ],
)
def test_an_address_that_is_not_amazons_is_never_fetched(url: str) -> None:
    shelf = Shelf(CHAIN)
    with pytest.raises(Forged, match="address is not Amazon's"):
        Verifier(OURS, Chains(shelf, [ROOT.certificate])).verify(signed(body(), url=url), body(), NOW)
    assert shelf.fetched == []


PROVING_NOTHING = (
    "expired",
    "not valid yet",
    "another name",
    "signed by itself",
    "another root",
    "an expired authority",
    "issued by one who may not",
    "the middle left out",
    "an authority's own",
)


@cache
def chains_that_prove_nothing() -> dict[str, tuple[bytes, Holder]]:
    """Made when the first of them is wanted. A stranger, and whoever may not issue, have a key of their own."""
    expired = BETWEEN.issue(replace(fresh(NOW), end=NOW - timedelta(seconds=1)))
    early = BETWEEN.issue(replace(fresh(NOW), start=NOW + timedelta(days=1)))
    other = BETWEEN.issue(replace(fresh(NOW), name="echo-api.amazon.com.evil.example"))
    alone = self_signed(fresh(NOW), "whoever sends")
    stranger = root(NOW, "a stranger")
    strange = stranger.issue(fresh(NOW))
    stale = ROOT.issue(replace(authority(NOW), name="stale", end=NOW - timedelta(days=1)))
    under_stale = stale.issue(fresh(NOW))
    leaf_as_authority = ALEXA.issue(fresh(NOW), rsa("one issued by a sender"))
    return {
        "expired": (expired.pem + BETWEEN.pem, expired),
        "not valid yet": (early.pem + BETWEEN.pem, early),
        "another name": (other.pem + BETWEEN.pem, other),
        "signed by itself": (alone.pem, alone),
        "another root": (strange.pem + stranger.pem, strange),
        "an expired authority": (under_stale.pem + stale.pem, under_stale),
        "issued by one who may not": (leaf_as_authority.pem + CHAIN, leaf_as_authority),
        "the middle left out": (ALEXA.pem, ALEXA),
        "an authority's own": (BETWEEN.pem, BETWEEN),
    }


def test_each_of_them_is_tried() -> None:
    assert set(PROVING_NOTHING) == set(chains_that_prove_nothing())


@each_of("fault", PROVING_NOTHING)
def test_a_chain_that_proves_nothing_is_refused(fault: str) -> None:
    chain, signer = chains_that_prove_nothing()[fault]
    with pytest.raises(Forged, match="not one of Alexa's, or not today"):
        verifier(chain).verify(signed(body(), signer), body(), NOW)


@pytest.mark.parametrize("chain", [b"", b"<html>", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_a_chain_that_is_none_is_refused(chain: bytes) -> None:
    with pytest.raises(Forged, match="cannot be read"):
        verifier(chain).verify(signed(body()), body(), NOW)


def test_a_key_of_another_kind_is_refused() -> None:
    curved = BETWEEN.issue(fresh(NOW), elliptic())
    headers = signed(body()) | {"Signature-256": "AAAA"}
    with pytest.raises(Forged, match="no RSA key"):
        verifier(curved.pem + BETWEEN.pem).verify(headers, body(), NOW)


@pytest.mark.parametrize("seconds", [-150, 150])
def test_a_request_may_be_a_little_early_or_late(seconds: int) -> None:
    sent = body(sent=NOW + timedelta(seconds=seconds))
    verifier().verify(signed(sent), sent, NOW)


@pytest.mark.parametrize("seconds", [-86_400, -151, 151])
def test_a_request_sent_again_later_is_refused(seconds: int) -> None:
    sent = body(sent=NOW + timedelta(seconds=seconds))
    with pytest.raises(Forged, match="too old"):
        verifier().verify(signed(sent), sent, NOW)


def test_a_skill_event_may_be_an_hour_late_and_no_later() -> None:
    late = body("AlexaSkillEvent.SkillDisabled", NOW - timedelta(seconds=3_600))
    verifier().verify(signed(late), late, NOW)
    later = body("AlexaSkillEvent.SkillDisabled", NOW - timedelta(seconds=3_601))
    with pytest.raises(Forged, match="too old"):
        verifier().verify(signed(later), later, NOW)


@each_of("stamp", [None, "", "yesterday", "2026-03-01T07:30:00", 1_772_350_200, {}])
def test_a_time_that_says_no_moment_is_refused(stamp: object) -> None:
    sent = json.dumps({"request": {"type": "LaunchRequest", "timestamp": stamp}}).encode()
    with pytest.raises(Forged, match="has no time"):
        verifier().verify(signed(sent), sent, NOW)


def test_a_request_for_another_skill_is_refused() -> None:
    sent = body(skill="amzn1.ask.skill.another")
    with pytest.raises(Forged, match="another skill"):
        verifier().verify(signed(sent), sent, NOW)


def test_a_request_that_names_two_skills_is_refused() -> None:
    envelope = json.loads(body()) | {"session": {"application": {"applicationId": "amzn1.ask.skill.another"}}}
    sent = json.dumps(envelope).encode()
    with pytest.raises(Forged, match="another skill"):
        verifier().verify(signed(sent), sent, NOW)


@pytest.mark.parametrize("without", ["context", "request"])
def test_a_request_without_its_parts_is_refused(without: str) -> None:
    sent = json.dumps({key: value for key, value in json.loads(body()).items() if key != without}).encode()
    with pytest.raises(Forged, match=r"another skill|no time"):
        verifier().verify(signed(sent), sent, NOW)


@each_of("sent", [b"", b"hello", b"\xff", b"[]", b"null", b'"words"', b"[" * 100_000])
def test_a_signed_body_that_is_no_envelope_is_refused(sent: bytes) -> None:
    with pytest.raises(Forged, match=r"no JSON|no object"):
        verifier().verify(signed(sent), sent, NOW)
