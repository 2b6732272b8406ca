"""A turn asks the store for as little as may be: one write, and before the first of a conversation one read."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from skill.alexa.requests import LAUNCH_REQUEST, Sender, envelope, intent_request
from skill.assembly import build_skill
from skill.ports.turn import Slot
from skill.settings import Settings, SqlitePlace
from skill.stores.sqlite import SqliteStore

MORNING = datetime(2026, 3, 2, 8, tzinfo=UTC)
TURNS = (
    (LAUNCH_REQUEST, ("SELECT", "INSERT")),
    (intent_request("StartRoutineIntent", {"routine": Slot("lower back", ("lower-back",))}), ("UPDATE",)),
    (intent_request("ReadyIntent", {}), ("UPDATE",)),
    (intent_request("AMAZON.NextIntent", {}), ("UPDATE",)),
    (intent_request("ByTimeIntent", {}), ("UPDATE",)),
    (intent_request("AMAZON.StopIntent", {}), ("UPDATE",)),
)


@pytest.fixture(name="statements")
def _statements() -> list[str]:
    return []


def test_a_turn_is_one_write_and_the_first_one_read_besides(statements: list[str]) -> None:
    attributes: dict[str, Any] | None = None
    with closing(SqliteStore(":memory:")) as store:
        store._connection.set_trace_callback(statements.append)
        skill = build_skill(Settings(SqlitePlace(":memory:"), b"a key"), store)
        for number, (request, expected) in enumerate(TURNS):
            sent = {**request, "requestId": f"request-{number}"}
            at = MORNING + timedelta(seconds=200 * number)
            asked = envelope(Sender("somebody", "speaker", "session"), sent, at, attributes)
            attributes = skill.handle(asked)["sessionAttributes"]
            assert tuple(statement.split()[0] for statement in statements) == expected, request
            statements.clear()
