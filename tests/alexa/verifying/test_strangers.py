"""What strangers can make a server do: for made-up chains it visits Amazon seldom, and nobody else waits for it."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from skill.alexa.api_client import connection
from skill.alexa.errors import Forged
from skill.alexa.trust import trust
from skill.alexa.verifying.chains import Chains
from skill.alexa.verifying.verification import Verifier
from tests.alexa.verifying.authority import fresh, root
from tests.alexa.verifying.test_verification import OURS, body

NOW = datetime(2026, 3, 1, 7, 30, tzinfo=UTC)
ADDRESS = "https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem"
ROOT = root(NOW)
ALEXA = ROOT.issue(fresh(NOW))


class Bucket:
    """Amazon's: it has one chain and, while it is held up, answers nobody; it counts the visits."""

    def __init__(self) -> None:
        self.visits: list[str] = []
        self.open = threading.Event()
        self.open.set()
        self.entered = threading.Semaphore(0)

    def __call__(self, url: str) -> bytes:
        self.visits.append(url)
        self.entered.release()
        assert self.open.wait(10)
        if url != ADDRESS:
            raise OSError(f"{url} answered 403")
        return ALEXA.pem

    @contextmanager
    def held_up(self) -> Iterator[None]:
        self.open.clear()
        try:
            yield
        finally:
            self.open.set()


@pytest.fixture(name="bucket")
def _bucket() -> Bucket:
    return Bucket()


@pytest.fixture(name="verifier")
def _verifier(bucket: Bucket) -> Verifier:
    return Verifier(OURS, Chains(bucket, [ROOT.certificate]))


def made_up(number: int) -> str:
    return f"https://s3.amazonaws.com/echo.api/made-up-{number}.pem"


def refused(verifier: Verifier, url: str, now: datetime = NOW, skill: str = OURS) -> str:
    """Why an unsigned request is refused that names this chain."""
    headers = {"SignatureCertChainUrl": url, "Signature-256": "AAAA"}
    with pytest.raises(Forged) as refusal:
        verifier.verify(headers, body(sent=now, skill=skill), now)
    return str(refusal.value)


def let_in(verifier: Verifier, now: datetime = NOW) -> None:
    sent = body(sent=now)
    verifier.verify({"SignatureCertChainUrl": ADDRESS, "Signature-256": ALEXA.sign(sent)}, sent, now)


def test_two_hundred_requests_with_one_made_up_chain_are_one_visit(verifier: Verifier, bucket: Bucket) -> None:
    first = refused(verifier, made_up(1))
    again = {refused(verifier, made_up(1), NOW + timedelta(seconds=second % 30)) for second in range(199)}
    assert (first, again) == (
        "the certificate could not be fetched",
        {"the certificate could not be fetched, a moment ago"},
    )
    assert bucket.visits == [made_up(1)]
    refused(verifier, made_up(1), NOW + timedelta(seconds=31))
    assert bucket.visits == [made_up(1)] * 2


def test_nobody_is_visited_for_who_cannot_name_the_skill_and_the_time(verifier: Verifier, bucket: Bucket) -> None:
    assert refused(verifier, made_up(1), skill="amzn1.ask.skill.guessed") == "the request is for another skill"
    old = body(sent=NOW - timedelta(hours=1))
    for sent in (b"", b"{}", b"[", old):
        with pytest.raises(Forged):
            verifier.verify({"SignatureCertChainUrl": made_up(1), "Signature-256": "AAAA"}, sent, NOW)
    with pytest.raises(Forged, match="not that of the body"):
        verifier.verify({"SignatureCertChainUrl": made_up(1), "Signature-256": "no base64"}, body(), NOW)
    assert bucket.visits == []


def test_a_thousand_made_up_chains_are_sixty_four_visits_in_half_a_minute(verifier: Verifier, bucket: Bucket) -> None:
    let_in(verifier)
    reasons = {refused(verifier, made_up(number)) for number in range(1_000)}
    assert reasons == {"the certificate could not be fetched", "too many certificates proved nothing of late"}
    assert len(bucket.visits) == 1 + 64
    let_in(verifier)
    refused(verifier, made_up(1_000), NOW + timedelta(seconds=31))
    assert len(bucket.visits) == 1 + 64 + 1


def test_a_chain_that_was_good_is_fetched_anew_whatever_strangers_do(bucket: Bucket) -> None:
    chains = Chains(bucket, [ROOT.certificate])
    verifier = Verifier(OURS, chains)
    let_in(verifier)
    later = NOW + timedelta(days=30, seconds=1)
    for number in range(64):
        refused(verifier, made_up(number), later)
    with pytest.raises(Forged, match="not today"):
        chains.leaf(ADDRESS, later)
    assert bucket.visits[-1] == ADDRESS


def test_whoever_needs_the_same_chain_at_the_same_moment_shares_one_visit(verifier: Verifier, bucket: Bucket) -> None:
    with ThreadPoolExecutor(8) as people:
        with bucket.held_up():
            answers = [people.submit(let_in, verifier) for _ in range(8)]
            assert bucket.entered.acquire(timeout=10)
        assert [answer.result(10) for answer in answers] == [None] * 8
    assert bucket.visits == [ADDRESS]


def test_while_two_visits_take_long_nobody_else_waits(verifier: Verifier, bucket: Bucket) -> None:
    let_in(verifier)
    with ThreadPoolExecutor(2) as strangers:
        with bucket.held_up():
            waiting = [strangers.submit(refused, verifier, made_up(number)) for number in (1, 2)]
            assert all(bucket.entered.acquire(timeout=10) for _ in range(3))
            assert refused(verifier, made_up(3)) == "other certificates are being fetched"
            let_in(verifier)
        assert [stranger.result(10) for stranger in waiting] == ["the certificate could not be fetched"] * 2
    assert bucket.visits == [ADDRESS, made_up(1), made_up(2)] or bucket.visits == [ADDRESS, made_up(2), made_up(1)]


def test_the_roots_are_read_once_for_every_connection_of_the_process() -> None:
    asked = connection("https://api.amazonalexa.com", 1.0)
    assert getattr(asked, "_context") is trust()  # noqa: B009 (the standard library shows it nowhere else)
