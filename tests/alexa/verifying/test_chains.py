"""When certificates are fetched, how often, and from whom."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from skill.alexa.errors import Forged
from skill.alexa.verifying.chains import Chains, public_roots
from skill.alexa.verifying.fetching import LARGEST_CHAIN_BYTES, fetch
from tests.alexa.verifying.authority import fresh, root

NOW = datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 (the TLS of the last tests goes by today's date)
ADDRESS = "https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem"
ROOT = root(NOW)
EARLIER = ROOT.issue(fresh(NOW))
LATER = ROOT.issue(replace(fresh(NOW), end=NOW + timedelta(days=300)))


def test_a_chain_is_fetched_once_while_it_holds_and_again_when_it_has_run_out() -> None:
    shelf = [LATER.pem, EARLIER.pem]
    chains = Chains(lambda _: shelf.pop(), [ROOT.certificate])
    assert chains.leaf(ADDRESS, NOW) == EARLIER.certificate
    assert chains.leaf(ADDRESS, NOW + timedelta(days=29)) == EARLIER.certificate
    assert shelf == [LATER.pem]
    with pytest.raises(Forged):  # the tests' root has run out by then, too
        chains.leaf(ADDRESS, NOW + timedelta(days=31))
    assert shelf == []


def test_a_chain_that_was_refused_is_fetched_anew_after_half_a_minute() -> None:
    shelf = [EARLIER.pem, b"<html>the bucket is being repaired</html>"]
    chains = Chains(lambda _: shelf.pop(), [ROOT.certificate])
    with pytest.raises(Forged, match="cannot be read"):
        chains.leaf(ADDRESS, NOW)
    with pytest.raises(Forged, match="cannot be read, a moment ago"):
        chains.leaf(ADDRESS, NOW + timedelta(seconds=30))
    assert chains.leaf(ADDRESS, NOW + timedelta(seconds=31)) == EARLIER.certificate


def test_a_chain_is_not_good_a_second_longer_than_it_holds_however_lately_it_was_checked() -> None:
    brief = ROOT.issue(replace(fresh(NOW), end=NOW + timedelta(minutes=1)))
    chains = Chains(lambda _: brief.pem, [ROOT.certificate])
    assert chains.leaf(ADDRESS, NOW) == brief.certificate
    assert chains.leaf(ADDRESS, NOW + timedelta(minutes=1)) == brief.certificate
    with pytest.raises(Forged, match="not today"):
        chains.leaf(ADDRESS, NOW + timedelta(minutes=1, seconds=1))


def test_a_chain_that_cannot_be_fetched_proves_nothing() -> None:
    def unreachable(_: str) -> bytes:
        raise TimeoutError("timed out")

    with pytest.raises(Forged, match="could not be fetched"):
        Chains(unreachable, [ROOT.certificate]).leaf(ADDRESS, NOW)


def test_without_roots_of_its_own_only_the_public_ones_are_trusted() -> None:
    assert len(public_roots()) > 50
    with pytest.raises(Forged, match="not one of Alexa's"):
        Chains(lambda _: EARLIER.pem).leaf(ADDRESS, NOW)


class Bucket(BaseHTTPRequestHandler):
    """Serves a chain, a redirection to it, something far too large, and nothing else."""

    def do_GET(self) -> None:
        if self.path == "/redirect":
            self.send_response(302)
            self.send_header("Location", "/chain")
            self.end_headers()
            return
        answer = {"/chain": b"a chain", "/large": b"x" * (LARGEST_CHAIN_BYTES + 1)}.get(self.path)
        self.send_response(200 if answer else 404)
        self.end_headers()
        self.wfile.write(answer or b"")

    def log_message(self, *_: object) -> None:
        """Keep the output of the tests clean."""


@contextmanager
def bucket(folder: Path, name: str) -> Iterator[int]:
    holder = ROOT.issue(replace(fresh(NOW), name=name))
    (folder / "bucket.pem").write_bytes(holder.key_pem + holder.pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "bucket.pem")
    with HTTPServer(("127.0.0.1", 0), Bucket) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def test_fetching_takes_what_is_there_and_follows_no_redirection(tmp_path: Path) -> None:
    trust = ssl.create_default_context(cadata=ROOT.pem.decode())
    with bucket(tmp_path, "localhost") as port:
        place = f"https://localhost:{port}"
        assert fetch(f"{place}/chain", trust) == b"a chain"
        with pytest.raises(OSError, match="answered 302"):
            fetch(f"{place}/redirect", trust)
        with pytest.raises(OSError, match="answered 404"):
            fetch(f"{place}/missing", trust)
        with pytest.raises(OSError, match="answered 200 with 100001 bytes"):
            fetch(f"{place}/large", trust)


def test_fetching_from_one_who_cannot_prove_the_name_fails(tmp_path: Path) -> None:
    trust = ssl.create_default_context(cadata=ROOT.pem.decode())
    with bucket(tmp_path, "elsewhere.example") as port, pytest.raises(ssl.SSLCertVerificationError):
        fetch(f"https://localhost:{port}/chain", trust)
