"""Whatever JSON arrives is answered, or refused as no request of Alexa's; nothing else comes of it."""

import json
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from skill.alexa.errors import NotAlexa
from skill.alexa.identity import Identity
from skill.alexa.requests import Sender, envelope, intent_request
from skill.alexa.skill import AlexaSkill
from skill.dialogue.answers.table import ANSWERS
from skill.dialogue.guide import Guide
from skill.ports.turn import Slot
from skill.stores.sqlite import SqliteStore
from tests.library import LIBRARY

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=8,
)
TOUCH = {
    "type": "Alexa.Presentation.APL.UserEvent",
    "token": "hold",
    "arguments": ["gentle-back", "next", "", "mark", 31_000],
    "source": {"type": "TouchWrapper", "handler": "Press", "id": "next"},
    "components": {},
}
AT = datetime(2026, 3, 1, 7, 0, tzinfo=UTC)
KEPT = {
    "version": 1,
    "writable": True,
    "record": {
        "schema": 1,
        "asked": {"kind": "begin", "about": ["lower-back"]},
        "practices": [
            {
                "routine": "lower-back",
                "content": "before",
                "place": {"step": "knee-to-chest", "side": "left", "repetition": 1},
                "posture": "back",
                "touched": 1_772_348_000,
                "conversation": "here",
                "sent": {"at": 1_772_348_000, "marks": [], "arrives": [10, 20], "posture": "back", "then": None},
            }
        ],
    },
}


def answered(sent: Any) -> Mapping[str, Any] | None:
    """The response, as it is after a journey as JSON; None when it was refused."""
    with closing(SqliteStore(":memory:")) as store:
        try:
            return dict(json.loads(json.dumps(AlexaSkill(Guide(LIBRARY, store), Identity(b"key")).handle(sent))))
        except NotAlexa:
            return None


@st.composite
def spoilt(draw: st.DrawFn) -> Any:
    """A good request in which one thing, anywhere, is something else or gone."""
    slots = {"routine": Slot("lower back", ("lower-back",)), "stretch": Slot("cobra", ("cobra",))}
    said = intent_request(draw(st.sampled_from(sorted(ANSWERS))), slots)
    request = {"requestId": "r", **draw(st.sampled_from((said, TOUCH)))}
    sent = envelope(Sender("user", "device", "session"), request, AT, KEPT if draw(st.booleans()) else None)
    sent["context"]["System"]["device"]["supportedInterfaces"] = {"Alexa.Presentation.APL": {"runtime": {}}}
    sent = json.loads(json.dumps(sent))
    here: Any = sent
    while True:
        keys = list(range(len(here))) if isinstance(here, list) else sorted(here)
        key = draw(st.sampled_from(keys))
        if not here[key] or not isinstance(here[key], dict | list) or draw(st.integers(0, 5)) == 0:
            here[key] = draw(JSON)
            return sent
        here = here[key]


@given(JSON)
@example({"request": {"type": "IntentRequest"}})
@example([{"request": {}}])
def test_any_json_at_all_is_answered_or_refused(sent: Any) -> None:
    assert answered(sent) is None


@given(spoilt())
def test_a_request_spoilt_anywhere_is_answered_or_refused(sent: Any) -> None:
    response = answered(sent)
    assert response is None or response["version"] == "1.0"
    assert response is None or isinstance(response["response"], dict)


@given(st.sampled_from(sorted(ANSWERS)))
def test_the_request_that_is_spoilt_would_have_been_answered_in_full(intent: str) -> None:
    request = {"requestId": "r", **intent_request(intent, {})}
    response = answered(envelope(Sender("user", "device", "session"), request, AT, KEPT))
    assert response is not None
    assert isinstance(response["response"]["shouldEndSession"], bool)
