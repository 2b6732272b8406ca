"""The function that Amazon's local debugger calls: loaded from its file by path, over the people kept at home."""

import importlib.util
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from skill.alexa.requests import LAUNCH_REQUEST, Sender, envelope, intent_request
from skill.ports.turn import Slot
from tests.alexa.strict import complaints
from tests.entrypoints.terminal import ROOT

AT = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)
ENTRY = ROOT / "skill" / "entrypoints" / "at_home.py"
START = intent_request("StartRoutineIntent", {"routine": Slot("lower back", ("lower-back",))})


@pytest.fixture(name="handler")
def _handler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """As the debugger gets it: the module is named after the function, and is in no package."""
    monkeypatch.setenv("GENTLE_BACK_STORE", f"sqlite:{tmp_path}/people.sqlite")
    found = importlib.util.spec_from_file_location("handler", ENTRY)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    yield module.handler
    module._store().close()


def asked(session: str, request: dict[str, Any], at: datetime) -> dict[str, Any]:
    return envelope(Sender("anna", "echo", session), {**request, "requestId": f"{session} {at}"}, at, None)


def test_the_debugger_gets_an_answer_that_it_can_send_and_the_place_is_kept(handler: Any) -> None:
    said = (
        ("first", START, AT),
        ("first", intent_request("AMAZON.StopIntent", {}), AT + timedelta(minutes=4)),
        ("second", LAUNCH_REQUEST, AT + timedelta(days=1)),
    )
    *before, response = [json.loads(json.dumps(handler(asked(*one), None))) for one in said]
    assert [complaints(one) for one in (*before, response)] == [[], [], []]
    assert "lower back" in response["response"]["outputSpeech"]["ssml"]
