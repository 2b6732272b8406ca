"""What is no Alexa request is refused in one sentence; whatever else comes becomes a turn."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.alexa.errors import NotAlexa
from skill.alexa.identity import Identity
from skill.alexa.reading import read_turn
from skill.ports.turn import Heard, Wish
from tests.alexa.conftest import KEY
from tests.alexa.test_envelopes import EXPECTED, envelope
from tests.cases.each_of import each_of

IDENTITY = Identity(KEY)
NO_TYPE = "This is no Alexa request: it has no request with a type."
NO_USER = "This is no Alexa request: it names no user."
NO_TIME = "This is no Alexa request: it has no time stamp."


def refusal(sent: object) -> str:
    with pytest.raises(NotAlexa) as refused:
        read_turn(sent, IDENTITY)
    return str(refused.value)


def read_or_refused(sent: object) -> str | None:
    try:
        read_turn(sent, IDENTITY)
    except NotAlexa as refused:
        return str(refused)
    return None


def changed(part: str, key: str, value: object) -> dict[str, Any]:
    """A launch in which one thing is another; None takes it out."""
    sent = envelope("launch")
    inner = sent[part]["System"] if part == "context" else sent[part]
    inner[key] = value
    if value is None:
        del inner[key]
    return sent


@each_of("sent", [None, [], "launch", 7, {}, {"request": None}, {"request": "LaunchRequest"}])
def test_what_has_no_request_is_refused(sent: object) -> None:
    assert refusal(sent) == NO_TYPE


@pytest.mark.parametrize("kind", [None, "", 1, ["LaunchRequest"]])
def test_a_request_without_a_type_is_refused(kind: object) -> None:
    assert refusal(changed("request", "type", kind)) == NO_TYPE


@each_of("at", [None, "", "soon", 1767596400000, "2026-13-05T07:00:00Z", "25:00", "9999-12-31T23:59:59-12:00"])
def test_a_request_that_was_sent_at_no_time_is_refused(at: object) -> None:
    assert refusal(changed("request", "timestamp", at)) == NO_TIME


@each_of("user", [None, "", {}, {"userId": None}, {"userId": ""}, {"userId": 5}])
def test_a_request_of_nobody_is_refused(user: object) -> None:
    sent = changed("context", "user", user)
    sent["session"]["user"] = user
    assert refusal(sent) == NO_USER


def test_the_user_is_found_in_the_session_when_the_context_does_not_tell() -> None:
    told_twice = read_turn(envelope("launch"), IDENTITY)
    told_once = read_turn(envelope("launch-without-context"), IDENTITY)
    assert told_once.owner == told_twice.owner


def test_a_voice_has_a_record_of_its_own_in_the_same_household() -> None:
    household = read_turn(envelope("launch"), IDENTITY).owner
    voice = read_turn(envelope("launch-by-a-recognised-voice"), IDENTITY).owner
    assert voice.account == household.account
    assert (household.voice, len(voice.voice)) == ("household", 20)


@pytest.mark.parametrize("new", [True, None, "no", 0])
def test_a_session_is_new_unless_alexa_says_that_it_is_not(new: object) -> None:
    assert read_turn(changed("session", "new", new), IDENTITY).opens is True
    assert read_turn(changed("session", "new", False), IDENTITY).opens is False


@pytest.mark.parametrize("attributes", [None, {}, [], "none", 0])
def test_empty_attributes_are_no_copy(attributes: object) -> None:
    assert read_turn(changed("session", "attributes", attributes), IDENTITY).copy is None


def test_reading_changes_nothing_in_what_was_sent() -> None:
    sent = envelope("unknown-fields-everywhere")
    before = copy.deepcopy(sent)
    read_turn(sent, IDENTITY)
    assert sent == before


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


@given(name=st.sampled_from(sorted(EXPECTED)), steps=st.lists(st.integers(0, 9), max_size=6), anything=ANYTHING)
def test_anything_in_the_place_of_any_part_is_a_turn_or_a_refusal(
    name: str, steps: list[int], anything: object
) -> None:
    sent = envelope(name)
    inner, key = sent, "request"
    for step in steps:
        key = sorted(inner)[step % len(inner)]
        if not isinstance(inner[key], dict) or not inner[key]:
            break
        inner, key = inner[key], min(inner[key])
    inner[key] = anything
    assert read_or_refused(sent) in (None, NO_TYPE, NO_USER, NO_TIME)


def test_what_a_device_tells_of_its_reply_is_believed_at_home_only_and_only_where_it_can_be_read() -> None:
    for told, heard in [
        ({"heardSeconds": 12.5, "over": False}, Heard(12.5, over=False)),
        ({"heardSeconds": True, "over": False}, None),
        ({"heardSeconds": 12.5, "over": "no"}, None),
        ("nonsense", None),
    ]:
        sent = copy.deepcopy(envelope("launch"))
        sent["context"]["GentleBack"] = told
        assert read_turn(sent, IDENTITY, at_home=True).heard == heard
        assert read_turn(sent, IDENTITY).heard is None


def test_what_was_wished_in_the_same_breath_is_believed_at_home_only() -> None:
    sent = copy.deepcopy(envelope("launch"))
    sent["context"]["GentleBack"] = {"also": {"intent": {"name": "SlowerIntent", "slots": {}}}}
    assert read_turn(sent, IDENTITY, at_home=True).also == Wish("SlowerIntent")
    assert read_turn(sent, IDENTITY).also is None
