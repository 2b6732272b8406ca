"""A copy of a conversation that is damaged anywhere is as good as none: no apology, and no end, comes of it."""

import json
import logging
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from skill.alexa.identity import Identity
from skill.alexa.requests import Sender, envelope, intent_request
from skill.alexa.skill import AlexaSkill
from skill.dialogue.guide import Guide
from skill.dialogue.memory.record import to_record
from skill.entrypoints.lambda_log import counted_as
from skill.stores.sqlite import SqliteStore
from tests.library import LIBRARY
from tests.properties.test_any_json import JSON
from tests.properties.unreliable_store import UnreliableStore
from tests.stores.test_record_size import everything_of_a_year

SORRY = "something went wrong"
UNKNOWN = "I cannot reach what I know of you"
AT = datetime.fromtimestamp(1_767_597_240, UTC)
"""A minute after the reply that the copy was sent with."""

Path = tuple[str | int, ...]


@cache
def text_of_a_copy() -> str:
    """A copy with everything in it that there is."""
    record = to_record(everything_of_a_year())
    told = {"voice": "household", "writable": True, "away": False, "saved": False, "warned": False}
    return json.dumps({"record": record, "version": 7, **told, "last_kept": record, "unknown": ["kneeling"]})


def paths(part: object, above: Path = ()) -> Iterator[Path]:
    """The way to everything in it."""
    inside = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in inside:
        yield (*above, key)
        yield from paths(value, (*above, key))


PATHS = tuple(paths(json.loads(text_of_a_copy())))
ODD = JSON | st.sampled_from([10**19, 10**30, -(10**13), "\ud83e", "Europe/Atlantis", "0.0.", "x" * 50_000])


def spoilt(path: Path, value: object) -> dict[str, Any]:
    """The copy with something else at one place."""
    copy: dict[str, Any] = json.loads(text_of_a_copy())
    here: Any = copy
    for key in path[:-1]:
        here = here[key]
    here[path[-1]] = value
    return copy


def heard(copy: dict[str, Any], intent: str, *, away: bool) -> str:
    """What somebody hears whose conversation brings this copy."""
    with closing(SqliteStore(":memory:")) as behind:
        store = UnreliableStore(behind)
        store.down = away
        sent = envelope(Sender("u", "d", "s"), {"requestId": "r", **intent_request(intent, {})}, AT, copy)
        response = AlexaSkill(Guide(LIBRARY, store), Identity(b"key")).handle(sent)
    return str(response["response"]["outputSpeech"]["ssml"])


@given(
    st.sampled_from(PATHS),
    ODD,
    st.sampled_from(["WhereAmIIntent", "HowAmIDoingIntent", "AMAZON.NextIntent", "AMAZON.HelpIntent"]),
    st.booleans(),
)
@example(("record", "zone"), "Europe/Atlantis", "WhereAmIIntent", True)
@example(("record", "practices", 0, "device"), "\ud83e", "AMAZON.NextIntent", True)
@example(("record", "practices", 0, "routine"), "x", "WhereAmIIntent", True)
@example(("record", "habit", "seconds"), 10**19, "HowAmIDoingIntent", False)
@example(("version",), 10**30, "AMAZON.NextIntent", False)
@example(("voice",), "\ud83e", "AMAZON.NextIntent", False)
def test_nobody_hears_an_apology_for_it(path: Path, value: object, intent: str, away: bool) -> None:
    assert SORRY not in heard(spoilt(path, value), intent, away=away)


def test_while_the_store_is_away_they_are_told_that_nothing_is_known(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    assert UNKNOWN in heard(spoilt(("record", "practices", 0, "routine"), "x"), "WhereAmIIntent", away=True)
    assert "UnreadableRecords" in map(counted_as, caplog.records)


def test_whatever_stands_for_its_schema_the_log_stays_short(caplog: pytest.LogCaptureFixture) -> None:
    for schema in ("x" * 50_000, [1] * 50_000, 10**4_000, None, 99):
        heard(spoilt(("record", "schema"), schema), "WhereAmIIntent", away=False)
    assert max(map(len, caplog.messages)) < 200
    assert "schema 99," in caplog.text
    assert "schema of the kind str," in caplog.text
    assert {counted_as(record) for record in caplog.records} == {"UnreadableRecords"}
