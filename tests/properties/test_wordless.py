"""What takes no words gets none: whatever comes of a player, a remote control, a screen or an event, in any state."""

import json
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.alexa.identity import Identity
from skill.alexa.reading import takes_words
from skill.alexa.requests import Sender, envelope
from skill.alexa.skill import AlexaSkill
from skill.dialogue.guide import Guide
from skill.stores.sqlite import SqliteStore
from tests.alexa.kinds import WORDLESS
from tests.library import LIBRARY
from tests.properties.test_any_json import KEPT

AT = datetime(2026, 3, 1, 7, 0, tzinfo=UTC)
STAMPS: st.SearchStrategy[Any] = st.sampled_from(
    [None, "", "yesterday", "2026-13-01T07:00:00Z", 1_772_350_200, {}, "0001-01-01T00:00:00+23:59"]
)
GONE = st.sampled_from([(), ("context",), ("session",), ("context", "session")])


@st.composite
def wordless(draw: st.DrawFn) -> dict[str, Any]:
    """Any such request, of a new session or one under way, whole or without its time, its user or both."""
    request = {"requestId": "r", "type": draw(st.sampled_from(WORDLESS)), "reason": "USER_INITIATED"}
    request["token"] = draw(st.text(max_size=5))
    under_way = KEPT if draw(st.booleans()) else None
    sent: dict[str, Any] = json.loads(json.dumps(envelope(Sender("user", "device", "s"), request, AT, under_way)))
    if draw(st.booleans()):
        sent["request"]["timestamp"] = draw(STAMPS)
    return {name: part for name, part in sent.items() if name not in draw(GONE)}


def silent(response: Mapping[str, Any]) -> bool:
    """Whether nothing is heard, shown or closed by a response."""
    return (response["version"], response["response"]) == ("1.0", {})


@given(wordless())
def test_it_is_answered_with_nothing(sent: dict[str, Any]) -> None:
    with closing(SqliteStore(":memory:")) as store:
        response = AlexaSkill(Guide(LIBRARY, store), Identity(b"key")).handle(sent)
    assert silent(json.loads(json.dumps(response)))


@pytest.mark.parametrize("request_", [{"type": "LaunchRequest"}, {"type": "IntentRequest"}, {}, {"type": 5}, "words"])
def test_whoever_may_be_waiting_for_words_is_not_taken_for_one_of_these(request_: object) -> None:
    assert takes_words({"request": request_})


def test_a_household_that_disables_the_skill_is_forgotten_also_where_the_time_of_it_cannot_be_read() -> None:
    with closing(SqliteStore(":memory:")) as store:
        skill = AlexaSkill(Guide(LIBRARY, store), Identity(b"key"))
        skill.handle(envelope(Sender("user", "device", "s"), {"type": "LaunchRequest"}, AT, None))
        account = Identity(b"key").hashed("account", "user")
        assert len(store.household(account)) == 1
        sent = envelope(Sender("user", "device", "s"), {"type": "AlexaSkillEvent.SkillDisabled"}, AT, None)
        sent["request"]["timestamp"] = "now"
        skill.handle(sent)
        assert store.household(account) == {}
