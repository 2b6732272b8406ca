"""The bundle as AWS runs it: Amazon's own runtime client hands it events, and a table is behind it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import boto3
import pytest

from skill.alexa.requests import LAUNCH_REQUEST, Sender, envelope, intent_request
from skill.ports.turn import Slot
from skill.stores.dynamodb_item import kept_in
from tests.infra.packed.engine import ACCESS
from tests.infra.packed.function import REGION, SETTINGS, TABLE, Function, Unpacked, running
from tests.nightly import at_night

START = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)
SORRY = "Sorry, something went wrong on my side. Your place is kept. To come back, say: Alexa, open gentle back."
APOLOGY = {
    "version": "1.0",
    "response": {"outputSpeech": {"type": "PlainText", "text": SORRY}, "shouldEndSession": True},
}
SKILL_DISABLED = {"type": "AlexaSkillEvent.SkillDisabled"}
START_LOWER_BACK = intent_request("StartRoutineIntent", {"routine": Slot("lower back", ("lower-back",))})

Json = dict[str, Any]


def sender(session: str, user: str = "anna") -> Sender:
    return Sender(f"amzn1.ask.account.{user}", "a-device", session)


def asked(who: Sender, request: Json, at: datetime, attributes: Json | None = None) -> Json:
    return envelope(who, {**request, "requestId": str(uuid4())}, at, attributes)


def speech(response: Json) -> str:
    words: str = response["response"]["outputSpeech"]["ssml"]
    return words


def items(engine: str) -> list[Json]:
    client = boto3.client("dynamodb", region_name=REGION, endpoint_url=engine, **ACCESS)
    found: list[Json] = client.scan(TableName=TABLE)["Items"]
    client.close()
    return found


def kept(engine: str) -> str:
    """All that the table holds, as text, with what is deflated there inflated."""
    return json.dumps([{**item, "record": kept_in(item).record} for item in items(engine)])


def counted(function: Function) -> list[str]:
    lines = [json.loads(line) for line in function.logged().splitlines() if line.startswith("{")]
    return [line["_aws"]["CloudWatchMetrics"][0]["Metrics"][0]["Name"] for line in lines if "_aws" in line]


def test_a_routine_stopped_today_goes_on_tomorrow_where_it_was(function: Function, engine: str) -> None:
    today, tomorrow = sender("session-1"), sender("session-2")
    welcome = function.invoke(asked(today, LAUNCH_REQUEST, START))
    assert "Welcome to Gentle Back." in speech(welcome)
    assert welcome["response"]["shouldEndSession"] is False

    at = START + timedelta(seconds=40)
    routine = function.invoke(asked(today, START_LOWER_BACK, at, welcome["sessionAttributes"]))
    assert speech(routine).endswith("Ready?</speak>")

    at += timedelta(seconds=90)
    routine = function.invoke(asked(today, intent_request("ReadyIntent", {}), at, routine["sessionAttributes"]))
    assert "pelvic tilts" in speech(routine).lower()

    at += timedelta(seconds=35)
    stopped = function.invoke(asked(today, intent_request("AMAZON.StopIntent", {}), at, routine["sessionAttributes"]))
    assert stopped["response"]["shouldEndSession"] is True

    back = function.invoke(asked(tomorrow, LAUNCH_REQUEST, START + timedelta(days=1)))
    assert "You stopped in lower back, at pelvic tilts" in speech(back)
    assert function.logged() == ""

    text = kept(engine)
    assert ["anna" in text, "session-1" in text, '"forget_at"' in text] == [False, False, True]


def test_what_somebody_tells_is_read_there_too_and_gets_into_neither_log_nor_table(
    function: Function, engine: str
) -> None:
    welcome = function.invoke(asked(sender("session-1", "dora"), LAUNCH_REQUEST, START))
    at = START + timedelta(seconds=40)
    told = intent_request("TellICannotIntent", {"told": Slot("feel my left leg any more")})
    helped = function.invoke(asked(sender("session-1", "dora"), told, at, welcome["sessionAttributes"]))
    assert "Please speak to a doctor today" in speech(helped)
    assert function.logged() == ""
    for private in ("feel my left", "any more"):
        assert private not in json.dumps(helped["sessionAttributes"]) + kept(engine)


def test_a_screen_is_shown_its_figure_there_too(function: Function) -> None:
    request = asked(sender("session-1", "edda"), START_LOWER_BACK, START)
    request["context"]["System"]["device"]["supportedInterfaces"] = {"Alexa.Presentation.APL": {}}
    (directive,) = function.invoke(request)["response"]["directives"]
    assert directive["type"] == "Alexa.Presentation.APL.RenderDocument"
    assert directive["datasources"]["screen"]["holds"][0]["name"] == "Pelvic tilts"
    assert directive["document"]["graphics"]["figure0"]["type"] == "AVG"
    assert function.logged() == ""


def test_what_cannot_be_read_is_answered_politely_and_counted(function: Function) -> None:
    unreadable: list[object] = [{}, None, [], "launch", {"request": {"type": "LaunchRequest"}}, {"request": None}]
    for event in unreadable:
        assert function.invoke(event) == APOLOGY, event
    assert counted(function) == ["UnreadableTurns"] * len(unreadable)


def test_nothing_that_a_request_holds_gets_into_the_log(function: Function) -> None:
    unreadable = asked(
        sender("session-of-anna"), intent_request("HowToIntent", {"stretch": Slot("my poor back")}), START
    )
    unreadable["request"]["timestamp"] = "yesterday evening"
    assert function.invoke(unreadable) == APOLOGY
    for private in ("anna", "a-device", "poor back", "yesterday", unreadable["request"]["requestId"]):
        assert private not in function.logged()


def test_the_end_of_a_session_takes_no_words(function: Function) -> None:
    ended = {"request": {"type": "SessionEndedRequest", "reason": "ERROR"}}
    assert function.invoke(ended) == {"version": "1.0", "response": {}}


def test_whoever_disables_the_skill_is_forgotten_and_nobody_else(function: Function, engine: str) -> None:
    for user in ("berta", "carla"):
        function.invoke(asked(sender("session-1", user), START_LOWER_BACK, START))
    before = items(engine)
    disabled = asked(sender("", "berta"), SKILL_DISABLED, START)
    assert function.invoke(disabled) == {"version": "1.0", "response": {}}
    gone = {item["account"]["S"] for item in before} - {item["account"]["S"] for item in items(engine)}
    assert len(gone) == 1
    tomorrow = START + timedelta(days=1)
    berta, carla = (
        speech(function.invoke(asked(sender("session-2", user), LAUNCH_REQUEST, tomorrow)))
        for user in ("berta", "carla")
    )
    assert "Welcome to Gentle Back." in berta
    assert carla.endswith("Shall we do lower back?</speak>")


@at_night
def test_a_wrong_setting_is_apologised_for_named_in_the_log_and_counted(unpacked: Unpacked, tmp_path: Path) -> None:
    with running(unpacked, tmp_path / "log", SETTINGS | {"GENTLE_BACK_ID_KEY": ""}) as function:
        assert function.invoke(asked(sender("session-1"), LAUNCH_REQUEST, START)) == APOLOGY
        assert "GENTLE_BACK_ID_KEY is not set" in function.logged()
        assert counted(function) == ["BadSettings"]


@pytest.fixture(scope="module", name="cut_off")
def _cut_off(unpacked: Unpacked, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Function]:
    """A function that reaches no table, one for all: to start takes most of the time."""
    nowhere = SETTINGS | {"AWS_ENDPOINT_URL_DYNAMODB": "http://127.0.0.1:9"}
    with running(unpacked, tmp_path_factory.mktemp("cut-off") / "log", nowhere) as function:
        yield function


def guides_all_the_same(function: Function, named: str) -> None:
    """Whoever opens it is guided, and the log has the reason why nobody is known."""
    response = function.invoke(asked(sender("session-1"), LAUNCH_REQUEST, START))
    assert "I cannot reach what I know of you" in speech(response)
    assert named in function.logged()
    assert counted(function) == ["StoreDown"]


@at_night
def test_without_its_table_the_skill_guides_all_the_same_and_tells_the_log(
    unpacked: Unpacked, engine: str, tmp_path: Path
) -> None:
    settings = SETTINGS | {"AWS_ENDPOINT_URL_DYNAMODB": engine, "GENTLE_BACK_STORE": "dynamodb:no-such-table"}
    with running(unpacked, tmp_path / "log", settings) as function:
        guides_all_the_same(function, "GENTLE_BACK_STORE")


def test_where_no_table_is_reached_it_guides_too_and_tells_the_log(cut_off: Function) -> None:
    guides_all_the_same(cut_off.from_now_on(), "cannot be reached")


def test_an_event_that_finds_no_table_fails_so_that_alexa_sends_it_again(cut_off: Function) -> None:
    function = cut_off.from_now_on()
    kind, error = function.api.invoke(asked(sender("", "berta"), SKILL_DISABLED, START))
    assert (kind, error["errorType"]) == ("error", "StoreDown")
    assert counted(function) == ["StoreDown"]
