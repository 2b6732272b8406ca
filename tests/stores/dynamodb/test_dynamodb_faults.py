"""Whatever goes wrong between a turn and its table is one sentence, soon, after one attempt."""

import json
import re
import time
from typing import Any

import pytest

from skill.ports.store import Kept, Owner, StoreDown
from skill.settings import LOCAL_REGION
from skill.stores import dynamodb_client
from skill.stores.dynamodb import DynamoStore
from skill.stores.dynamodb_client import CONNECT_SECONDS, READ_SECONDS, connect
from tests.nightly import some_of
from tests.stores.dynamodb.line import Line
from tests.stores.dynamodb.rude_server import rude_server
from tests.stores.dynamodb.table import TABLE
from tests.stores.engines import table_in_moto

ANNA = Owner("account-one", "voice-anna")

NO_TABLE = "is not there: check the table in GENTLE_BACK_STORE or --store .* and its region in AWS_REGION"
WRONG_KEYS = "does not accept these credentials: check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE"
BUSY = "is asked more than it may answer; it recovers by itself"

BAD, BROKEN, AWAY = "400 Bad Request", "500 Internal Server Error", "503 Service Unavailable"

ANSWERS = [
    (BAD, "ResourceNotFoundException", NO_TABLE),
    (BAD, "UnrecognizedClientException", WRONG_KEYS),
    (BAD, "InvalidSignatureException", WRONG_KEYS),
    (BAD, "ExpiredTokenException", WRONG_KEYS),
    (BAD, "MissingAuthenticationTokenException", WRONG_KEYS),
    (BAD, "AccessDeniedException", "may not be used with these credentials: allow its role to read, write, query"),
    (BAD, "ProvisionedThroughputExceededException", BUSY),
    (BAD, "ThrottlingException", BUSY),
    (BAD, "RequestLimitExceeded", BUSY),
    (BAD, "ValidationException", r"cannot be used \(ValidationException\)"),
    (BAD, "SomethingNobodyForesawException", r"cannot be used \(SomethingNobodyForesawException\)"),
    (BROKEN, "InternalServerError", r"cannot be used \(InternalServerError\)"),
    (AWAY, "ServiceUnavailable", r"cannot be used \(ServiceUnavailable\)"),
]


def whole(status: str, body: bytes) -> bytes:
    # Every caller is cut off afterwards, and is told so: the next call is to find a new line.
    return b"HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s" % (status.encode(), len(body), body)


CUT_OFF = "broke off before its answer; it may recover by itself"
GARBLED = "answered what is no answer of DynamoDB's: check --endpoint-url if there is one, and the network"

RUDE = {
    "hangs up": (b"", CUT_OFF),
    "hangs up in the middle of a word": (
        b'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1000\r\n\r\n{"Item": {',
        GARBLED,
    ),
    "hangs up before the body": (b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Le", GARBLED),
    "speaks no HTTP": (b"SSH-2.0-OpenSSH_9.6\r\n\r\n", CUT_OFF),
    "sends a page": (whole("200 OK", b"<html>Please log in to the wifi.</html>"), GARBLED),
    "sends a list": (whole("200 OK", b"[]"), GARBLED),
    "sends nothing": (whole("200 OK", b""), GARBLED),
    "sends an error that is none": (whole(BROKEN, b"oh no"), r"cannot be used \(500\)"),
    "sends an error of a proxy": (whole("502 Bad Gateway", b"<html>bad gateway</html>"), r"cannot be used \(502\)"),
    "sends them elsewhere": (whole("302 Found", b""), r"cannot be used \(302\)"),
}


def table_at(endpoint_url: str) -> DynamoStore:
    return DynamoStore(connect(LOCAL_REGION, endpoint_url, local=True), TABLE)


def uses_of(table: DynamoStore) -> list[Any]:
    return [
        lambda: table.read(ANNA),
        lambda: table.write(ANNA, {"step": 1}, after=0),
        lambda: table.household("account-one"),
        lambda: table.forget(ANNA),
        lambda: table.forget_household("account-one"),
        table.check,
    ]


@pytest.mark.parametrize(("status", "code", "sentence"), ANSWERS, ids=[code for _, code, _ in ANSWERS])
def test_an_error_of_the_table_is_one_sentence_after_one_attempt(status: str, code: str, sentence: str) -> None:
    body = {"__type": f"com.amazonaws.dynamodb.v20120810#{code}", "message": "whose record it is"}
    assert_one_sentence(whole(status, json.dumps(body).encode()), sentence)


@pytest.mark.parametrize("rudeness", RUDE)
def test_a_line_that_breaks_is_one_sentence_after_one_attempt(rudeness: str) -> None:
    answer, sentence = RUDE[rudeness]
    assert_one_sentence(answer, sentence)


def assert_one_sentence(answer: bytes, sentence: str) -> None:
    with rude_server(answer) as server:
        table = table_at(server.endpoint_url)
        for attempt, use in enumerate(uses_of(table), start=1):
            with pytest.raises(StoreDown) as told:
                use()
            assert re.fullmatch(rf"The table gentle-back at {server.endpoint_url} {sentence}[^.\n]*\.", str(told.value))
            assert "whose" not in str(told.value)
            assert server.asked == attempt
        assert not table.healthy()


@pytest.mark.parametrize("seconds", some_of([0.2, READ_SECONDS], every=2))
def test_an_engine_that_never_answers_is_waited_for_so_long(seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dynamodb_client, "READ_SECONDS", seconds)
    with rude_server(None) as server:
        table = table_at(server.endpoint_url)
        began = time.monotonic()
        with pytest.raises(StoreDown, match="did not answer in time"):
            table.read(ANNA)
        assert seconds <= time.monotonic() - began < seconds + CONNECT_SECONDS
        assert server.asked == 1


def test_an_engine_that_is_not_there_is_one_sentence() -> None:
    with rude_server(b"") as server:
        gone = server.endpoint_url
    table = table_at(gone)
    for use in uses_of(table):
        with pytest.raises(StoreDown, match="cannot be reached: check AWS_REGION, or --endpoint-url"):
            use()
    assert not table.healthy()


def test_a_busy_moment_harms_nothing() -> None:
    with table_in_moto() as table, Line(table) as line:
        table.write(ANNA, {"step": 1}, after=0)
        line.next_fails("ThrottlingException")
        with pytest.raises(StoreDown):
            table.write(ANNA, {"step": 2}, after=1)
        assert table.read(ANNA) == Kept({"step": 1}, 1)
        assert table.write(ANNA, {"step": 3}, after=1) == 2
