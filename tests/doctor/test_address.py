"""What the doctor says of a server: the same skill behind HTTP, served to this machine, to Alexa, or in trouble."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from ssl import SSLCertVerificationError
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server
from wsgiref.types import StartResponse

import pytest

from skill.alexa.errors import Forged
from skill.doctor.address import CHECKS, Address, kind_of_certificate
from skill.doctor.finding import Finding, State, examined
from skill.entrypoints.examining import served
from tests.entrypoints.terminal import refused, run, said

AT = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)


class Strict:
    """Lets nobody in."""

    def verify(self, _headers: Mapping[str, str], _body: bytes, _now: datetime) -> None:
        raise Forged("nobody is let in")


class Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def something_else(body: Iterable[bytes], status: str = "200 OK") -> Iterator[str]:
    """The address of a server that answers this to everybody, whatever is asked."""

    def app(_: dict[str, Any], start: StartResponse) -> Iterable[bytes]:
        start(status, [("Content-Type", "text/html")])
        return body

    with make_server("127.0.0.1", 0, app, handler_class=Quiet) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def examine(url: str) -> list[Finding]:
    return list(examined(Address.of(url, AT), CHECKS))


def test_a_server_for_this_machine_opens_with_words() -> None:
    with served(None) as url:
        found = examine(f"{url}/alexa")
    assert [one.state for one in found] == [State.WELL, State.UNPROVEN, State.UNPROVEN, State.WELL]
    assert found[-1].sentence == "It opens with words."


def test_a_server_for_alexa_refuses_whoever_is_not() -> None:
    with served(Strict()) as url:
        found = examine(url)
    assert [one.sentence for one in found] == [
        f"{url} answers, and its store is there.",
        "A request without a signature is refused.",
        "A request with a forged signature is refused.",
        "That it opens: only Alexa can sign a launch.",
    ]


def test_a_server_that_does_not_answer_is_the_only_finding() -> None:
    (found,) = examine("http://127.0.0.1:9/alexa")
    assert (found.state, found.sentence.startswith("http://127.0.0.1:9 does not answer")) == (State.UNWELL, True)
    assert run("doctor", "--address", "http://127.0.0.1:9").exit_code == 1


NO_SKILL = [
    b"<html>",
    b"[1]",
    b'{"response": "hello"}',
    b"{" * 100_000,
    b"[" * 100_000,
    b'{"status": "ok"}',
    b"\xff\x00",
]


@pytest.mark.parametrize("body", NO_SKILL, ids=range(len(NO_SKILL)))
def test_what_answers_with_something_else_is_not_taken_for_the_skill(body: bytes) -> None:
    with something_else([body]) as url:
        *_, found = examine(url)
        assert len(examine(url)) == 2
    assert (found.state, found.sentence) == (
        State.UNWELL,
        f"What answers at {url}/alexa is not Gentle Back (status 200).",
    )
    assert "compare the port" in found.step


def test_an_apology_is_no_opening() -> None:
    sorry = {"outputSpeech": {"ssml": "<speak>Sorry, something went wrong.</speak>"}, "shouldEndSession": True}
    with something_else([json.dumps({"store": "ok", "version": "1.0", "response": sorry}).encode()]) as url:
        found = examine(url)
    assert (found[-1].state, found[-1].sentence) == (State.UNWELL, "It opens with an apology.")


def test_a_server_whose_store_is_away_is_told() -> None:
    with something_else([b'{"status": "ok", "store": "down"}']) as url:
        found = examine(url)
    assert found[0].sentence == f"{url} answers, but not its store: places are not kept."


def test_a_proxy_before_a_server_that_is_down_is_told() -> None:
    with something_else([b"<html>"], "502 Bad Gateway") as url:
        found = examine(url)
    assert [one.sentence for one in found[:2]] == [
        "/health is not passed on (status 502), which it need not be.",
        "A request without a signature got status 502.",
    ]
    assert "whether it still serves" in found[1].step


def test_an_answer_without_an_end_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skill.doctor.wire.LARGEST_ANSWER_BYTES", 1_000)
    with something_else([b" " * 999] * 3) as url:
        (found,) = examine(url)
    assert found.sentence == f"{url} does not answer (TimeoutError: its answer does not end)."


NO_ADDRESS = ["foo", "127.0.0.1:5000", "ftp://x/alexa", "https://", "http://127.0.0.1:99999", "http://a b/alexa", ""]


@pytest.mark.parametrize("url", NO_ADDRESS)
def test_what_is_no_address_is_told_with_one(url: str) -> None:
    code, sentence = refused("doctor", "--address", url)
    assert code == 1
    assert sentence.startswith(f"{url!r} is no address: it begins with http:// or https://. Next: gentle-back doctor")


def test_a_certificate_that_proves_nothing_is_told_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    def distrusted(*_: object) -> None:
        raise SSLCertVerificationError("self-signed certificate")

    monkeypatch.setattr("skill.doctor.wire.HTTPSConnection.request", distrusted)
    (found,) = examine("https://back.example.org/alexa")
    assert found.sentence.startswith("The certificate of https://back.example.org is not good")
    assert found.step.startswith("take one of a public authority")


@pytest.mark.parametrize(
    ("host", "names", "kind"),
    [
        ("back.example.org", ["back.example.org"], "Trusted"),
        ("quiet-fox.tunnel.example", ["*.tunnel.example", "tunnel.example"], "Wildcard"),
    ],
)
def test_the_kind_of_the_certificate_is_the_one_that_the_manifest_has_to_say(
    host: str, names: list[str], kind: str
) -> None:
    assert kind_of_certificate(host, names) == kind


def test_without_credentials_it_says_so_and_rehearses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boto3.session.Session.get_credentials", lambda _: None)
    told = said("doctor")
    assert told.startswith("There are no credentials of AWS here, so nothing that is deployed can be asked.\nNext: ")
    assert "A request without a signature is refused." in told
    assert "It opens with words." in told
    assert told.count("All is well.") == 2


def test_a_stack_in_no_region_is_told_with_the_next_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boto3.session.Session.get_credentials", lambda _: "some")
    monkeypatch.delenv("AWS_DEFAULT_REGION", raising=False)
    code, sentence = refused("doctor", "--stack", "nothing")
    assert code == 1
    assert sentence.startswith("The stack nothing in no region cannot be asked: You must specify a region.")
    assert sentence.endswith("Next: say where it was deployed, as --region eu-west-1, or in AWS_REGION.")
