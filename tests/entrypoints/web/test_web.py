"""What comes in over HTTP and what goes out: Alexa's requests, health, the page, and everything else as JSON."""

import json
import logging
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from skill.alexa.errors import Forged
from skill.alexa.verifying.chains import Chains
from skill.alexa.verifying.verification import Verifier
from skill.entrypoints.web import AT_HOME, RefusalLog, create_app
from tests.alexa.verifying.authority import fresh, root
from tests.entrypoints.fakes import Echo

LAUNCH = {"version": "1.0", "request": {"type": "LaunchRequest"}}


def turn(sent: dict[str, Any]) -> dict[str, Any]:
    if sent["conversation"] == "made up":
        raise ValueError("The conversation is none of ours.")
    return {"moments": [], "listens": False, "reprompt": [], "conversation": "next", "got": sent}


class Locked:
    """A guard that lets nobody in, each time for another reason."""

    def __init__(self) -> None:
        self.seen: list[tuple[str | None, bytes]] = []

    def verify(self, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
        assert now.tzinfo is not None
        self.seen.append((headers.get("Signature-256"), body))
        raise Forged(f"reason {len(self.seen)}")


@pytest.fixture(name="home")
def _home() -> FlaskClient:
    return create_app(Echo(), lambda: True, page_turn=turn).test_client()


@pytest.fixture(name="public")
def _public() -> FlaskClient:
    return create_app(Echo(), lambda: False, guard=Locked()).test_client()


def test_a_request_of_alexas_is_answered(home: FlaskClient) -> None:
    response = home.post("/alexa", json=LAUNCH)
    assert (response.status_code, response.mimetype) == (200, "application/json")
    assert response.json == {"version": "1.0", "heard": LAUNCH}


@pytest.mark.parametrize("content_type", [None, "text/plain", "application/x-www-form-urlencoded", "nonsense"])
def test_json_is_taken_under_any_name(home: FlaskClient, content_type: str | None) -> None:
    response = home.post("/alexa", data=json.dumps(LAUNCH), content_type=content_type)
    assert (response.status_code, response.json) == (200, {"version": "1.0", "heard": LAUNCH})


def test_words_of_every_script_come_back_unharmed(home: FlaskClient) -> None:
    envelope = {"request": {"words": "süß \uff21 \U0001f9d8 \ud83e \u2028"}}
    assert home.post("/alexa", json=envelope).json == {"version": "1.0", "heard": envelope}


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "The body is no JSON."),
        (b"hello", "The body is no JSON."),
        (b"{", "The body is no JSON."),
        (b"\xff\xfe\xff", "The body is no JSON."),
        (b"[" * 100_000, "The body is no JSON."),
        (b"null", "The body is no JSON object."),
        (b"[]", "The body is no JSON object."),
        (b'"launch"', "The body is no JSON object."),
        (b"{}", "There is no request in it."),
    ],
)
@pytest.mark.parametrize("path", ["/alexa"])
def test_what_is_no_request_is_told_so(home: FlaskClient, path: str, body: bytes, sentence: str) -> None:
    response = home.post(path, data=body)
    assert (response.status_code, response.json) == (400, {"error": sentence})


def test_a_body_too_large_is_not_read(home: FlaskClient) -> None:
    response = home.post("/alexa", data=b" " * (256 * 1024 + 1))
    assert (response.status_code, response.json) == (413, {"error": "The request is too large."})


def test_a_fault_nobody_foresaw_is_one_sentence_and_does_not_stop_the_next(
    home: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    response = home.post("/alexa", json={"request": "break"})
    sentence = "Something went wrong here; please try again."
    assert (response.status_code, response.json) == (500, {"error": sentence})
    assert home.post("/alexa", json=LAUNCH).status_code == 200


def test_a_forged_request_is_refused_without_saying_why(caplog: pytest.LogCaptureFixture) -> None:
    guard = Locked()
    public = create_app(Echo(), lambda: True, guard=guard).test_client()
    answers = [public.post("/alexa", data=body, headers={"Signature-256": "x"}) for body in (b"[not json", b"{}")]
    assert {(answer.status_code, answer.data) for answer in answers} == {
        (400, b'{"error":"This is no request of Alexa\'s to this skill."}\n')
    }
    assert guard.seen == [("x", b"[not json"), ("x", b"{}")]
    assert caplog.messages == ["Refused a request: reason 1.", "Refused a request: reason 2."]


def test_whoever_keeps_trying_does_not_fill_the_log(caplog: pytest.LogCaptureFixture) -> None:
    first, refusals = datetime(2026, 3, 1, 7, 30, tzinfo=UTC), RefusalLog()
    for second in range(61):
        refusals.add("the body is no JSON", first + timedelta(seconds=second))
    refusals.add("the request is for another skill", first)
    assert caplog.messages == [
        "Refused a request: the body is no JSON.",
        "Refused a request: the body is no JSON (59 more since that was told).",
        "Refused a request: the request is for another skill.",
    ]


def test_of_threads_that_refuse_for_one_reason_at_once_one_tells(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    at, refusals = datetime(2026, 3, 1, 7, 30, tzinfo=UTC), RefusalLog()
    written = caplog.handler.emit

    def slow_to_write(record: logging.LogRecord) -> None:
        if len(caplog.messages) < 5:
            refusals.add("the body is no JSON", at)
        written(record)

    monkeypatch.setattr(caplog.handler, "emit", slow_to_write)
    refusals.add("the body is no JSON", at)
    assert caplog.messages == ["Refused a request: the body is no JSON."]


def test_what_alexa_signed_passes_the_real_guard() -> None:
    now = datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 (the web reads the real clock)
    authority = root(now)
    alexa = authority.issue(fresh(now))
    guard = Verifier("amzn1.ask.skill.ours", Chains(lambda _: alexa.pem, [authority.certificate]))
    public = create_app(Echo(), lambda: True, guard=guard).test_client()
    application = {"application": {"applicationId": "amzn1.ask.skill.ours"}}
    envelope = {"context": {"System": application}, "request": {"type": "LaunchRequest", "timestamp": now.isoformat()}}
    body = json.dumps(envelope).encode()
    headers = {
        "SignatureCertChainUrl": "https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem",
        "Signature-256": alexa.sign(body),
    }
    assert public.post("/alexa", data=body, headers=headers).json == {"version": "1.0", "heard": envelope}
    assert public.post("/alexa", data=body + b" ", headers=headers).status_code == 400
    assert public.post("/alexa", data=body).status_code == 400


def test_health_tells_of_the_store(home: FlaskClient, public: FlaskClient) -> None:
    for client, store in ((home, "ok"), (public, "down")):
        response = client.get("/health")
        assert (response.status_code, response.json) == (200, {"status": "ok", "store": store})


def test_a_public_server_has_no_page(public: FlaskClient) -> None:
    assert public.get("/").status_code == 404
    assert public.get("/page/page.js").status_code == 404
    assert public.post("/page/turn", json={"words": "help"}).status_code == 404


def test_a_turn_of_the_page_is_passed_on_whole(home: FlaskClient) -> None:
    sent = {"words": "next", "conversation": {"opaque": [1, None]}, "after_seconds": 12.5}
    assert home.post("/page/turn", json=sent).json == turn(sent)


def test_a_turn_may_say_only_the_words(home: FlaskClient) -> None:
    first = home.post("/page/turn", json={"words": "open gentle back"})
    assert first.json is not None
    assert first.json["got"] == {"words": "open gentle back", "conversation": None, "after_seconds": 0}


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        ({}, "words: Field required."),
        ({"words": "", "conversation": "made up"}, "The conversation is none of ours."),
        ({"words": None}, "words: Input should be a valid string."),
        ({"words": "x" * 501}, "words: String should have at most 500 characters."),
        ({"words": "", "after_seconds": -1}, "after_seconds: Input should be greater than or equal to 0."),
        ({"words": "", "after_seconds": "soon"}, "after_seconds: Input should be a valid number"),
        ({"words": "", "after_seconds": float("nan")}, "after_seconds: Input should be a finite number."),
    ],
)
def test_a_turn_that_makes_no_sense_is_told_what_is_wrong(home: FlaskClient, sent: object, fault: str) -> None:
    response = home.post("/page/turn", data=json.dumps(sent))
    assert response.status_code == 400
    assert response.json is not None
    assert response.json["error"].startswith(fault)


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Origin": "null"}])
@pytest.mark.parametrize("path", ["/alexa", "/page/turn"])
def test_other_sites_cannot_use_the_browser_to_get_in(home: FlaskClient, path: str, headers: dict[str, str]) -> None:
    response = home.post(path, json=LAUNCH | {"words": "stop"}, headers=headers)
    assert (response.status_code, response.json) == (403, {"error": AT_HOME})


@pytest.mark.parametrize("host", ["127.0.0.1:5000", "localhost:5000", "[::1]:5000"])
def test_the_page_itself_gets_in_by_every_name_of_this_machine(home: FlaskClient, host: str) -> None:
    headers = {"Host": host, "Origin": f"http://{host}"}
    assert home.post("/page/turn", json={"words": "help"}, headers=headers).status_code == 200


def test_an_unknown_address_is_told_so_in_json(home: FlaskClient) -> None:
    response = home.get("/nowhere")
    assert (response.status_code, response.json) == (404, {"error": "There is nothing at this address."})


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [("GET", "/alexa", "OPTIONS, POST"), ("PUT", "/health", "GET, HEAD, OPTIONS")],
)
def test_a_wrong_method_is_told_the_right_ones(home: FlaskClient, method: str, path: str, allowed: str) -> None:
    response = home.open(path, method=method)
    assert (response.status_code, response.json) == (405, {"error": "This address takes another method."})
    assert response.headers["Allow"] == allowed
