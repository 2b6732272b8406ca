"""The whole skill over a table that throttles, hangs, refuses or drops: it guides in time, and says so once."""

import json
import time
from datetime import timedelta

import pytest

from skill.device.transcript import words_of
from skill.settings import LOCAL_REGION
from skill.stores import dynamodb_client
from skill.stores.deadline import SECONDS_A_TURN
from skill.stores.dynamodb import DynamoStore
from skill.stores.dynamodb_client import connect
from tests.stores.dynamodb.rude_server import rude_server
from tests.stores.dynamodb.table import TABLE
from tests.stores.dynamodb.test_dynamodb_faults import whole
from tests.stores.dynamodb.test_skill_over_a_table import EVENING, speaker

UNKNOWN = "I cannot reach what I know of you, or keep your place, just now."
THROTTLED = whole("400 Bad Request", json.dumps({"__type": "a#ThrottlingException", "message": ""}).encode())
DENIED = whole("400 Bad Request", json.dumps({"__type": "a#AccessDeniedException", "message": ""}).encode())


@pytest.mark.parametrize("answer", [None, b"", THROTTLED, DENIED], ids=["hangs", "drops", "throttles", "refuses"])
def test_the_reply_comes_in_time_and_whoever_hears_it_is_told_once(
    answer: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A table that hangs is read twice at first: a fifth of the wait shows that both are within the turn's time.
    monkeypatch.setattr(dynamodb_client, "READ_SECONDS", 0.2)
    with rude_server(answer) as server:
        table = DynamoStore(connect(LOCAL_REGION, server.endpoint_url, local=True), TABLE)
        kitchen, heard = speaker(table), []
        for number, words in enumerate(("ask gentle back to start my lower back routine", "yes")):
            began = time.monotonic()
            reply = kitchen.say(f"alexa, {words}", EVENING + timedelta(seconds=40 * number))
            assert time.monotonic() - began < SECONDS_A_TURN
            heard.append(words_of(reply.playing.speech))
        table.close()
    assert "It asks for" in heard[0]
    assert heard[1].endswith(" Ready?")
    assert [words.count(UNKNOWN) for words in heard] == [1, 0]
