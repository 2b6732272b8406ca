"""`gentle-back serve --local`: the whole skill behind its web server, stopped, killed and started again."""

import json
import signal
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from skill.alexa.requests import LAUNCH_REQUEST, Sender, envelope, intent_request
from skill.ports.turn import Slot
from tests.entrypoints.running import Server, process, thread

SEVEN = datetime(2026, 1, 5, 7, tzinfo=UTC)
SENDER = Sender("somebody", "speaker", "first")
LAUNCH = envelope(SENDER, {**LAUNCH_REQUEST, "requestId": "one"}, SEVEN, None)
LOWER_BACK = intent_request("StartRoutineIntent", {"routine": Slot("lower back", ("lower-back",))})
BEGIN = envelope(SENDER, {**LOWER_BACK, "requestId": "one"}, SEVEN, None)
NEXT_DAY = envelope(
    Sender("somebody", "speaker", "second"), {**LAUNCH_REQUEST, "requestId": "two"}, SEVEN + timedelta(days=1), None
)


@pytest.fixture(name="store")
def _store(tmp_path: Path) -> Path:
    return tmp_path / "people.sqlite"


def speech(response: dict[str, Any]) -> str:
    return str(response["response"]["outputSpeech"]["ssml"])


def whole(store: Path) -> str:
    with closing(sqlite3.connect(store)) as connection:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])


def answers_alexa_and_tells_others_what_is_wrong(server: Server) -> None:
    assert server.ask("GET", "/health") == (200, {"status": "ok", "store": "ok"})
    assert speech(server.alexa(LAUNCH)).startswith("<speak>Welcome to Gentle Back.")
    no_type = {"error": "This is no Alexa request: it has no request with a type."}
    no_time = {"error": "This is no Alexa request: it has no time stamp."}
    assert server.ask("POST", "/alexa", b"{}") == (400, no_type)
    without_time = {**LAUNCH, "request": {"type": "LaunchRequest"}}
    assert server.ask("POST", "/alexa", json.dumps(without_time).encode()) == (400, no_time)
    assert server.ask("POST", "/alexa", b"hello") == (400, {"error": "The body is no JSON."})
    status, turn = server.ask("POST", "/page/turn", b'{"words": "open gentle back"}')
    assert (status, turn["intent"]) == (200, "LaunchRequest")


@pytest.mark.usefixtures("deaf_to_ctrl_c")
def test_it_answers_and_at_ctrl_c_stops_at_once_and_leaves_the_store_whole(store: Path) -> None:
    with process(store) as server:
        answers_alexa_and_tells_others_what_is_wrong(server)
        server.alexa(BEGIN)
        before = datetime.now(UTC)  # noqa: TID251 (how long the process takes)
        assert server.stop(signal.SIGINT) == (0, "")
        assert datetime.now(UTC) - before < timedelta(seconds=5)  # noqa: TID251
    assert whole(store) == "ok"


def test_killed_in_the_middle_of_a_routine_it_knows_the_place_when_it_is_back(store: Path) -> None:
    with process(store) as server:
        begun = server.alexa(BEGIN)
        assert server.stop(signal.SIGKILL)[0] == -signal.SIGKILL
    assert whole(store) == "ok"
    with thread(store) as server:
        back = server.alexa(NEXT_DAY)
    assert "lower back" in speech(back)
    places = [told["sessionAttributes"]["record"]["practices"][0]["place"] for told in (begun, back)]
    assert places[0] == places[1]


def test_two_servers_share_one_store(store: Path) -> None:
    with thread(store) as first, thread(store) as second:
        first.alexa(BEGIN)
        assert "lower back" in speech(second.alexa(NEXT_DAY))
