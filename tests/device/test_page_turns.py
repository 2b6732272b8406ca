"""The page's turns: what it sends back is all that is known of the conversation, and nothing else is taken for one."""

import copy
import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from skill.assembly import build_skill
from skill.device.page_turns import Json, PageClock
from skill.entrypoints.web import create_app
from skill.home import page_turns
from skill.settings import HOME_KEY, Settings, SqlitePlace
from skill.stores.sqlite import SqliteStore

SEVEN = datetime(2026, 1, 5, 7, tzinfo=UTC)
NOT_OURS = "The conversation is not one that the page was given."


class Page:
    """A page at some time of day, over a skill with a store in memory."""

    def __init__(self, *, at_home: bool = False) -> None:
        self.now = SEVEN
        self.store = SqliteStore(":memory:")
        skill = build_skill(Settings(SqlitePlace(":memory:"), HOME_KEY), self.store, at_home=at_home)
        self.turn = page_turns(skill, "en-US", PageClock(lambda: self.now))
        self.client = create_app(skill, self.store.healthy, page_turn=self.turn).test_client()

    def say(self, words: str, conversation: Any = None, after_seconds: float = 0) -> Json:
        sent = {"words": words, "conversation": conversation, "after_seconds": after_seconds}
        return self.turn(json.loads(json.dumps(sent)))


@pytest.fixture(name="page")
def _page() -> Iterator[Page]:
    page = Page()
    with closing(page.store):
        yield page


def test_the_first_words_are_said_now_and_the_next_on_the_clock_of_the_reply(page: Page) -> None:
    first = page.say("start my lower back routine")
    page.now += timedelta(hours=5)
    second = page.say("how long is left", first["conversation"], after_seconds=47)
    # 1.5 s until the first word, 47 s of the reply, 2.2 s to say the wish, in whole seconds.
    assert (first["at"], second["at"]) == ("2026-01-05T07:00:00Z", "2026-01-05T07:00:51Z")


def test_an_emergency_is_kept_also_of_a_page_whose_clock_ran_faster(page: Page) -> None:
    ahead = page.say("start my lower back routine")
    page.say("how long is left", ahead["conversation"], after_seconds=3600)
    assert page.say("i have chest pain and cannot breathe")["view"]["kind"] == "emergency"
    assert page.say("open gentle back")["view"]["kind"] == "emergency"


def test_a_turn_can_be_asked_for_again_and_is_the_same(page: Page) -> None:
    first = page.say("start my lower back routine")
    again = [page.say("how long is left", first["conversation"], after_seconds=47) for _ in range(2)]
    assert again[0] == again[1]


def test_two_pages_do_not_get_into_each_others_conversation(page: Page) -> None:
    mine = page.say("start my lower back routine")
    yours = page.say("how do i do the cobra")
    assert page.say("pause", mine["conversation"], 60)["place"]["routine"] == "lower-back"
    going = page.say("yes", yours["conversation"], 20)
    assert "cobra" in page.say("ready", going["conversation"], 120)["speech"].lower()


def test_the_page_gets_the_words_and_silences_of_the_reply(page: Page) -> None:
    reply = page.say("start my lower back routine")
    assert " ".join(moment["words"] for moment in reply["moments"] if moment["kind"] == "cue") == reply["speech"]
    assert [moment["seconds"] for moment in reply["moments"] if moment["kind"] == "silence"] == reply["silences"]
    assert reply["listens"] is True
    assert reply["reprompt"][-1]["words"].endswith("Ready?")


def test_saying_nothing_is_nobody_answering(page: Page) -> None:
    question = page.say("open gentle back")
    end = page.say("  ", question["conversation"], 30)
    assert (end["intent"], end["moments"], end["listens"]) == ("SessionEndedRequest", [], False)


def test_an_unanswered_ready_leads_on_on_the_page() -> None:
    page = Page(at_home=True)
    with closing(page.store):
        asked = page.say("start five gentle minutes")
        assert asked["onward"] == "ready"
        told = " ".join(moment["words"] for moment in asked["reprompt"] if moment["kind"] == "cue")
        assert told.endswith("If you stay quiet, I go on by myself. Ready?")
        led = page.say(asked["onward"], asked["conversation"], 180)
        assert "Hold. Seven seconds." in led["speech"]


def test_saying_nothing_where_nothing_is_open_does_nothing(page: Page) -> None:
    to_begin = ["open gentle back", "start my lower back routine", "i have ten minutes"]
    nothing: Json = {"moments": [], "listens": False, "reprompt": [], "onward": ""}
    quiet: Json = {"conversation": None, **nothing, "suggestions": to_begin}
    quiet |= {"locale": "en-US", "during": to_begin, "view": {"kind": "closed"}}
    assert page.say("") == quiet
    closed = page.say("stop", page.say("open gentle back")["conversation"], 5)
    assert page.say("", closed["conversation"], 30) == quiet


def test_after_a_farewell_the_place_is_still_known(page: Page) -> None:
    begun = page.say("start my lower back routine")
    closed = page.say("stop", begun["conversation"], 60)
    assert closed["listens"] is False
    back = page.say("open gentle back", closed["conversation"], 30)
    assert back["place"]["routine"] == "lower-back"
    page.now += timedelta(days=1)
    assert "lower back" in page.say("open gentle back")["speech"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((), "made up"),
        ((), 7),
        ((), []),
        ((), {}),
        ((), {"session": "", "at": SEVEN.isoformat()}),
        (("session",), None),
        (("session",), ["a"]),
        (("at",), None),
        (("at",), "yesterday"),
        (("at",), "2026-01-05T07:00:00"),
        (("at",), "0001-01-01T00:00:00+00:00"),
        (("at",), "9999-12-31T23:59:59+00:00"),
        (("envelope",), None),
        (("envelope", "sessionAttributes"), 5),
        (("envelope", "sessionAttributes"), [1]),
        (("envelope", "sessionAttributes"), "abc"),
        (("envelope", "response"), None),
        (("envelope", "response"), "abc"),
        (("envelope", "response", "outputSpeech"), 5),
        (("envelope", "response", "outputSpeech"), {"type": "SSML"}),
        (("envelope", "response", "outputSpeech"), {"ssml": 5}),
        (("envelope", "response", "reprompt"), "again"),
    ],
)
def test_a_made_up_conversation_is_told_so_over_http(page: Page, path: tuple[str, ...], value: Any) -> None:
    conversation = copy.deepcopy(page.say("start my lower back routine")["conversation"])
    whole = {"conversation": conversation}
    *outer, last = ("conversation", *path)
    inner = whole
    for key in outer:
        inner = inner[key]
    inner[last] = value
    response = page.client.post("/page/turn", json={"words": "next", "after_seconds": 10, **whole})
    assert (response.status_code, response.json) == (400, {"error": NOT_OURS})


def test_a_copy_of_the_person_that_was_tampered_with_does_no_harm(page: Page) -> None:
    conversation = page.say("start my lower back routine")["conversation"]
    conversation["envelope"]["sessionAttributes"] = {"record": {"schema": 1, "practices": "all"}, "version": -3}
    response = page.client.post("/page/turn", json={"words": "next", "conversation": conversation})
    assert response.status_code == 200


def test_a_silence_without_end_does_no_harm_either(page: Page) -> None:
    conversation = page.say("start my lower back routine")["conversation"]
    endless = {"ssml": '<speak><break time="9999999999999999999999ms"/></speak>'}
    conversation["envelope"]["response"]["reprompt"] = {"outputSpeech": endless}
    response = page.client.post("/page/turn", json={"words": "next", "conversation": conversation})
    assert response.status_code == 200
