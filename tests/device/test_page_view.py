"""What the page is told to show: the number in digits after an emergency, and of each hold its exact seconds."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from skill.assembly import build_skill
from skill.device.page_turns import Json, PageClock
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.record import to_record
from skill.home import page_turns, what_is_shown
from skill.settings import HOME_KEY, Settings, SqlitePlace
from skill.stores.sqlite import SqliteStore
from tests.device.scripted import closing as closing_with
from tests.device.test_speaker import SEVEN, speaker_of


class Page:
    """A page that lets every reply play to its end."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 5, 7, tzinfo=UTC)
        self.store = SqliteStore(":memory:")
        skill = build_skill(Settings(SqlitePlace(":memory:"), HOME_KEY), self.store, at_home=True)
        self.turn = page_turns(skill, "en-US", PageClock(lambda: self.now))
        self.reply: Json = {}

    def say(self, words: str, after: float | None = None) -> Json:
        played = self.reply.get("seconds", 0) if after is None else after
        sent = {"words": words, "conversation": self.reply.get("conversation"), "after_seconds": played}
        self.now += timedelta(minutes=1)
        self.reply = self.turn(sent)
        return self.reply


@pytest.fixture(name="page")
def _page() -> Iterator[Page]:
    page = Page()
    with closing(page.store):
        yield page


@pytest.mark.parametrize(("locale", "digits"), [("en-GB", "999"), ("en-US", "911"), ("en-AU", "000")])
def test_the_number_is_that_of_the_country(locale: str, digits: str) -> None:
    speaker, _ = speaker_of(closing_with("Please stop now."))
    record = {"sessionAttributes": {"record": to_record(Person(ask_first_at=1))}}
    alarm = replace(speaker.say("alexa, open gentle back", SEVEN), response=record)
    assert what_is_shown(locale).view(alarm) == {"kind": "emergency", "digits": digits, "number": f"Call {digits}"}


def test_where_no_country_is_known_there_is_no_number_to_press() -> None:
    speaker, _ = speaker_of(closing_with("Please stop now."))
    record = {"sessionAttributes": {"record": to_record(Person(ask_first_at=1))}}
    alarm = replace(speaker.say("alexa, open gentle back", SEVEN), response=record)
    assert what_is_shown("en-ZZ").view(alarm)["digits"] == ""


def test_after_an_emergency_there_is_the_number_and_no_routine(page: Page) -> None:
    alarm = page.say("i have chest pain and cannot breathe")
    assert alarm["view"] == {"kind": "emergency", "digits": "911", "number": "Call 911"}
    for buttons in (alarm["during"], alarm["suggestions"]):
        assert buttons == ["i'm well now", "a doctor has seen me", "that was not me", "stop"]


def test_the_number_stays_whatever_is_said_until_they_are_well(page: Page) -> None:
    page.say("start lower back")
    page.say("yes")
    page.say("my chest hurts and i cannot breathe", after=40)
    for words in ("start lower back", "next", "open gentle back"):
        assert page.say(words)["view"]["kind"] == "emergency"
    assert page.say("i'm well now")["view"]["kind"] != "emergency"


def test_a_hold_is_counted_from_its_first_second_to_its_last(page: Page) -> None:
    page.say("start knee to chest stretch")
    view = led(page)
    first, second = view["holds"][:2]
    assert first["until"] - first["start"] == pytest.approx(20)
    assert (first["name"], first["side"], first["count"]) == ("knee to chest stretch", "right side", "")
    assert (first["next"], second["next"]) == ("Next: left side", "")
    assert first["from"] < first["start"] < first["until"] < second["from"]
    starts = cue_starts(page.reply)
    assert any(words.startswith("Hold") and at == pytest.approx(first["start"], abs=0.15) for at, words in starts)


def led(page: Page) -> Json:
    """The view of the first reply that has a hold in it."""
    while not page.reply["view"]["holds"][0]["until"]:
        page.say("ready")
    view: Json = page.reply["view"]
    return view


def cue_starts(reply: Json) -> list[tuple[float, str]]:
    at, starts = 0.0, []
    for moment in reply["moments"]:
        starts.append((at, moment["words"]))
        at += moment["seconds"]
    return starts


def test_the_line_has_every_hold_of_the_routine_to_scale(page: Page) -> None:
    page.say("start lower back")
    view = page.say("yes")["view"]
    assert view["routine"] == "lower back"
    assert [bar["seconds"] for bar in view["line"]] == [7] * 10 + [20, 20, 10, 10, 20, 20, 60, 36, 30, 30]
    assert [hold["index"] for hold in view["holds"]] == list(range(len(view["holds"])))


def test_repetitions_are_counted_in_words_and_parts_have_their_own_figures(page: Page) -> None:
    page.say("start lower back")
    holds = page.say("yes")["view"]["holds"]
    assert [hold["count"] for hold in holds[:3]] == ["one of five", "one of five", "two of five"]
    assert [hold["figures"][0]["figure"]["phase"] for hold in holds[:3]] == ["arch", "flatten", "arch"]
    assert holds[0]["next"] == "Next: knee to chest stretch"


def test_what_moves_changes_its_figure_when_that_is_named(page: Page) -> None:
    page.say("start cat cow stretch")
    view = led(page)
    phases = [(one["at"], one["figure"]["phase"]) for one in view["holds"][0]["figures"]]
    assert len(phases) > 6
    assert [phase for _, phase in phases[1:5]] in (["first", "second"] * 2, ["second", "first"] * 2)
    named = {round(at, 1): words for at, words in cue_starts(page.reply)}
    assert {(named[at], phase) for at, phase in phases[1:]} == {("Sink.", "first"), ("Round.", "second")}


def test_somebody_who_is_led_may_pause_go_on_or_say_that_it_hurts_whatever_comes_after_the_reply(page: Page) -> None:
    page.say("start bedtime")
    led = page.say("yes")
    assert led["during"][:4] == ["pause", "next", "that hurts", "stop"]
    assert "start my lower back routine" not in led["during"]


def test_there_is_never_a_yes_without_a_no(page: Page) -> None:
    assert page.say("open gentle back")["suggestions"] == ["yes", "no", "help"]


def test_before_the_first_hold_and_in_a_pause_the_place_is_seen_and_nothing_is_counted(page: Page) -> None:
    before = page.say("start lower back")["view"]
    assert [(hold["name"], hold["start"], hold["until"]) for hold in before["holds"]] == [("pelvic tilts", 0.0, 0.0)]
    page.say("yes")
    paused = page.say("pause", after=60)["view"]
    assert [(hold["name"], hold["count"], hold["until"]) for hold in paused["holds"]] == [
        ("pelvic tilts", "two of five", 0.0)
    ]


def test_a_question_beside_a_routine_shows_no_hold(page: Page) -> None:
    assert page.say("which stretches are there")["view"] == {"kind": "talking"}
