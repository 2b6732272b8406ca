"""Satellites: each has its own conversation, for as long as it can be called, and replies are known by their words."""

from datetime import UTC, datetime, timedelta
from typing import Any

from skill.device import satellites
from skill.device.satellites import Satellites
from skill.device.speaker import Speaker
from skill.home import the_recognizer
from tests.device.scripted import Scripted, asking, closing

SEVEN = datetime(2026, 1, 5, 7, tzinfo=UTC)
ASKING = asking('Hold. Five seconds.<break time="5000ms"/> Let go. Ready?', "Ready?")


def house(*responses: dict[str, Any]) -> tuple[Satellites, Scripted]:
    skill = Scripted(*responses)
    speakers = Satellites(
        lambda whose: Speaker(skill, the_recognizer("en-US"), whose), frozenset({"en-US", "en-GB"}), "en-US"
    )
    return speakers, skill


def sessions(skill: Scripted) -> list[str]:
    """The session of each request, as a letter each."""
    letters: dict[str, str] = {}
    return [letters.setdefault(sent["session"]["sessionId"], chr(97 + len(letters))) for sent in skill.sent]


def test_each_satellite_has_a_conversation_of_its_own_whatever_home_assistant_calls_it() -> None:
    rooms, skill = house(ASKING)
    bed = {"satellite_id": "assist_satellite.bed", "device_id": "1", "conversation_id": "x"}
    rooms.answer("open gentle back", bed, "en", SEVEN)
    rooms.answer("open gentle back", {"device_id": "2", "conversation_id": "x"}, "en", SEVEN)
    rooms.answer("yes", {**bed, "conversation_id": "y"}, "en", SEVEN + timedelta(seconds=9))
    rooms.answer("yes", {"conversation_id": "z"}, None, SEVEN + timedelta(seconds=9))
    rooms.answer("yes", {}, None, SEVEN + timedelta(seconds=9))
    assert sessions(skill) == ["a", "b", "a", "c", "d"]
    assert [sent["context"]["System"]["device"]["deviceId"] for sent in skill.sent][:2] == [
        "satellite assist_satellite.bed",
        "satellite 2",
    ]
    assert len({sent["context"]["System"]["user"]["userId"] for sent in skill.sent}) == 1


def test_a_question_stays_open_for_the_five_minutes_in_which_the_satellite_can_be_called() -> None:
    rooms, skill = house(ASKING)
    rooms.answer("open gentle back", {}, None, SEVEN)
    rooms.answer("yes", {}, None, SEVEN + timedelta(seconds=300))
    rooms.answer("yes", {}, None, SEVEN + timedelta(seconds=300 + 400))
    assert skill.kinds == ["LaunchRequest", "AMAZON.YesIntent", "SessionEndedRequest", "AMAZON.YesIntent"]
    assert sessions(skill) == ["a", "a", "a", "b"]


def test_a_satellite_that_is_set_to_another_english_is_spoken_to_in_that() -> None:
    rooms, skill = house(ASKING)
    for language in ("en-GB", "en-US", "en", "fr", None):
        rooms.answer("open gentle back", {}, language, SEVEN)
    assert [sent["request"]["locale"] for sent in skill.sent] == ["en-GB", "en-US", "en-US", "en-US", "en-US"]


def test_a_reply_is_known_by_its_words_and_anything_else_is_as_it_is_written() -> None:
    rooms, _ = house(ASKING, closing('Bye.<break time="2000ms"/>'))
    rooms.answer("open gentle back", {}, None, SEVEN)
    heard = [(one.words, one.seconds) for one in rooms.timed("  Hold. Five seconds.\nLet go. Ready? ").moments]
    assert [words for words, _ in heard] == ["Hold. Five seconds.", "", "Let go. Ready?"]
    assert heard[1][1] == 5.0
    assert [one.words for one in rooms.timed("The light is on.").moments] == ["The light is on."]
    assert rooms.timed(" ").moments == ()


def test_no_more_is_remembered_than_a_house_can_need(monkeypatch: Any) -> None:
    monkeypatch.setattr(satellites, "MOST_SATELLITES", 2)
    monkeypatch.setattr(satellites, "MOST_REPLIES", 1)
    rooms, skill = house(ASKING, closing('Bye.<break time="2000ms"/> You.'), ASKING)
    for device in ("a", "b", "c", "a"):
        rooms.answer("open gentle back", {"device_id": device}, None, SEVEN)
        assert len(rooms._speakers) <= 2
    assert [sent["session"]["new"] for sent in skill.sent] == [True] * 4
    assert [one.words for one in rooms.timed("Bye. You.").moments] == ["Bye. You."]
