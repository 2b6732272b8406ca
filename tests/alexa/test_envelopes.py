"""Requests after Amazon's documentation, one a file, each with a sentence that says what becomes of it."""

import json
import logging
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from skill.alexa.identity import Identity
from skill.alexa.reading import read_turn
from skill.alexa.skill import AlexaSkill
from skill.ports.turn import Turn
from tests.alexa.conftest import KEY
from tests.alexa.strict import complaints

FOLDER = Path(__file__).with_name("envelopes")

EXPECTED = {
    # Opening.
    "launch": "Launch, new, en-US, household: speaks, listens",
    "launch-from-britain": "Launch, new, en-GB, household: speaks, listens",
    "launch-without-a-locale": "Launch, new, , household: speaks, listens",
    "launch-by-a-recognised-voice": "Launch, new, en-US, a voice: speaks, listens",
    "launch-on-a-screen-newer-than-the-sdk": "Launch, new, en-US, household: speaks, listens",
    "launch-while-a-player-rewinds": "Launch, new, en-US, household: speaks, listens",
    "launch-without-a-session": "Launch, new, en-US, household: speaks, listens",
    "launch-without-context": "Launch, new, en-US, household: speaks, listens",
    "launch-with-half-a-context": "Launch, new, en-US, household: speaks, listens",
    "launch-at-a-time-with-milliseconds": "Launch, new, en-US, household: speaks, listens",
    "launch-at-a-time-with-an-offset": "Launch, new, en-US, household: speaks, listens",
    "launch-at-a-time-without-a-zone": "Launch, new, en-US, household: speaks, listens",
    "launch-without-a-request-id": "Launch, new, en-US, household: speaks, listens",
    # Wishes, and what their slots were resolved to.
    "routine-by-name": "StartRoutineIntent, routine 'my lower back' is lower-back, new, en-US, household: "
    "speaks, listens",
    "stretch-matched-by-the-first-authority": "StartStretchIntent, stretch 'knee hug' is knee-to-chest, new, en-US, "
    "household: speaks, listens",
    "stretch-matched-by-the-second-authority": "StartStretchIntent, stretch 'knee hug' is knee-to-chest, new, en-US, "
    "household: speaks, listens",
    "stretch-matched-by-both-authorities": "StartStretchIntent, stretch 'the knee one' is knee-rolls or knee-press, "
    "new, en-US, household: speaks, listens",
    "stretch-with-several-matches": "HowToIntent, stretch 'cat cow' is cat-and-cow or cat-cow, new, en-US, household: "
    "speaks, listens",
    "stretch-of-which-one-match-is-gone": "HowToIntent, stretch 'cat cow' is cartwheel or cat-cow, new, en-US, "
    "household: speaks, listens",
    "stretch-that-the-content-does-not-have": "HowToIntent, stretch 'cartwheel' is cartwheel, new, en-US, household: "
    "speaks, listens",
    "routine-nobody-knows": "StartRoutineIntent, routine '<break/> & my own' is unknown, new, en-US, household: "
    "speaks, listens",
    "routine-whose-lookup-failed": "StartRoutineIntent, routine 'hips' is unknown, new, en-US, household: "
    "speaks, listens",
    "routine-resolved-with-a-status-newer-than-the-sdk": "StartRoutineIntent, routine 'hips' is unknown, new, en-US, "
    "household: speaks, listens",
    "stretch-not-filled": "StartStretchIntent, stretch '' is unknown, new, en-US, household: speaks, listens",
    "slot-that-is-null": "StartStretchIntent, stretch '' is unknown, new, en-US, household: speaks, listens",
    "slot-that-is-a-word": "StartStretchIntent, stretch '' is unknown, new, en-US, household: speaks, listens",
    "slot-with-a-list-of-values": "StartStretchIntent, stretch '' is unknown, new, en-US, household: speaks, listens",
    "slot-resolved-in-odd-ways": "StartStretchIntent, stretch 'cobra' is cobra, new, en-US, household: speaks, listens",
    "slots-that-are-null": "StartStretchIntent, new, en-US, household: speaks, listens",
    "slots-that-are-a-list": "StartStretchIntent, new, en-US, household: speaks, listens",
    "intent-nobody-wrote": "AddedTomorrowIntent, when 'now' is unknown, new, en-US, household: speaks, listens",
    "intent-denied-in-a-dialog": "StartRoutineIntent, routine 'lower back' is lower-back, new, en-US, household: "
    "speaks, listens",
    "unknown-fields-everywhere": "StartRoutineIntent, routine 'bed time' is gentle-start, addedTomorrow '' is unknown, "
    "new, en-US, household: speaks, listens",
    "pain-named-where-a-routine-was-asked": "StartRoutineIntent, routine 'it hurts' is unknown, going on, en-US, "
    "household: speaks, listens",
    "red-flag-named-where-a-stretch-was-asked": "StartStretchIntent, stretch 'i can't feel my legs' is unknown, "
    "going on, en-US, household: speaks, closes",
    "attributes-of-somebody-else": "AMAZON.HelpIntent, going on, en-US, household: speaks, listens",
    "attributes-that-nobody-wrote": "AMAZON.YesIntent, going on, en-US, household: speaks, listens",
    "halves-of-signs": "StartRoutineIntent, routine 'half a sign ?' is unknown, new, en-US, household: speaks, listens",
    # What Alexa was told when she asked for a permission on our behalf.
    "permission-given": "Permission by ACCEPTED, new, en-US, household: speaks, listens",
    "permission-denied": "Permission by DENIED, new, en-US, household: speaks, listens",
    "permission-not-answered": "Permission by NOT_ANSWERED, new, en-US, household: speaks, listens",
    "permission-not-asked-for": "Permission by not asked, new, en-US, household: speaks, listens",
    "permission-answered-in-no-known-way": "Permission by PERHAPS, new, en-US, household: speaks, listens",
    "permission-for-nothing-of-ours": "Permission by ACCEPTED, new, en-US, household: speaks, listens",
    "permission-in-odd-shapes": "Permission by not asked, new, en-US, household: speaks, listens",
    # Ends: nothing can be said any more.
    "ended-by-the-person": "Ended by USER_INITIATED, going on, en-US, household: says nothing",
    "ended-unanswered": "Ended by EXCEEDED_MAX_REPROMPTS, going on, en-US, household: says nothing",
    "ended-for-a-reason-newer-than-the-sdk": "Ended by HOUSE_ON_FIRE, going on, en-US, household: says nothing",
    "ended-by-a-response-of-ours": "Ended by INVALID_RESPONSE, going on, en-US, household: says nothing",
    "ended-by-an-error-newer-than-the-sdk": "Ended by COSMIC_RAY, going on, en-US, household: says nothing",
    # Events: they take no speech, and are nobody's turn to speak.
    "can-fulfill": "Event by CanFulfillIntentRequest, routine 'lower back' is lower-back, new, en-US, "
    "household: says nothing",
    "exception-encountered": "Event by System.ExceptionEncountered, new, en-US, household: says nothing",
    "request-type-newer-than-the-sdk": "Event by Alexa.Tomorrow.SomethingHappened, going on, en-US, household: "
    "says nothing",
    "screen-touched": "Event by Alexa.Presentation.APL.UserEvent, going on, en-US, household: says nothing",
    "player-started": "Event by AudioPlayer.PlaybackStarted, new, en-US, household: says nothing",
    "button-of-a-remote-control": "Event by PlaybackController.NextCommandIssued, new, en-US, household: says nothing",
    "answer-of-another-skill": "Event by Connections.Response, going on, en-US, household: says nothing",
    "session-resumed": "Event by SessionResumedRequest, going on, en-US, household: says nothing",
    "skill-disabled": "Event by AlexaSkillEvent.SkillDisabled, new, , household: says nothing",
    "permission-changed": "Event by AlexaSkillEvent.SkillPermissionChanged, new, , household: says nothing",
}

EVENTS = [name for name, sentence in EXPECTED.items() if sentence.startswith("Event") and name != "skill-disabled"]

SECRETS = {"userId", "personId", "sessionId", "deviceId", "accessToken", "apiAccessToken", "consentToken"}


def envelope(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return read


def what_came(turn: Turn) -> str:
    intent = f"{turn.intent} by {turn.reason}" if turn.reason else turn.intent
    slots = [f"{name} {slot.said!r} is {' or '.join(slot.ids) or 'unknown'}" for name, slot in turn.slots.items()]
    slots = [slot.replace('"', "'") for slot in slots]
    voice = "household" if turn.owner.voice == "household" else "a voice"
    return ", ".join((intent, *slots, "new" if turn.opens else "going on", turn.locale, voice))


def what_went(response: Mapping[str, Any]) -> str:
    answer = response["response"]
    if not answer:
        return "says nothing"
    return f"{'speaks' if 'outputSpeech' in answer else 'keeps quiet'}, " + (
        "closes" if answer["shouldEndSession"] else "listens"
    )


def secrets_in(part: object) -> Iterator[str]:
    """Every id and token of an envelope, wherever it stands."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key in SECRETS and isinstance(value, str):
                yield value
            yield from secrets_in(value)
    if isinstance(part, list):
        for value in part:
            yield from secrets_in(value)


def bytes_kept(people: Path) -> bytes:
    """Everything on disk: the file and what is written ahead of it."""
    return b"".join(path.read_bytes() for path in people.parent.glob(f"{people.name}*"))


def people_kept(people: Path) -> int:
    with closing(sqlite3.connect(people)) as connection:
        return int(connection.execute("SELECT count(*) FROM people").fetchone()[0])


def test_every_envelope_has_its_sentence() -> None:
    assert sorted(EXPECTED) == sorted(path.stem for path in FOLDER.iterdir())


@pytest.mark.parametrize("name", EXPECTED)
def test_a_request_is_read_and_answered_as_it_should_be(name: str, skill: AlexaSkill) -> None:
    turn = read_turn(envelope(name), Identity(KEY))
    response = skill.handle(envelope(name))
    assert f"{what_came(turn)}: {what_went(response)}" == EXPECTED[name]
    assert turn.at.isoformat()[:19] == "2026-01-05T07:00:00"
    assert complaints(response) == []


@pytest.mark.parametrize("name", EXPECTED)
def test_no_id_and_no_token_comes_out_anywhere(
    name: str, skill: AlexaSkill, people: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    sent = envelope(name)
    secrets = set(secrets_in(sent))
    assert "amzn1.ask.account.EXAMPLEUSERID" in secrets
    response = json.dumps(skill.handle(sent))
    kept = bytes_kept(people)
    for secret in secrets:
        assert secret not in response
        assert secret not in caplog.text
        assert secret.encode("utf-8", "surrogatepass") not in kept


@pytest.mark.parametrize("guided", [False, True], ids=["idle", "guided"])
@pytest.mark.parametrize("name", ["pain-named-where-a-routine-was-asked", "red-flag-named-where-a-stretch-was-asked"])
def test_what_hurts_is_neither_kept_nor_logged(
    name: str, guided: bool, skill: AlexaSkill, people: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    sent = envelope(name)
    if guided:
        sent["session"]["attributes"] = skill.handle(envelope("routine-by-name"))["sessionAttributes"]
        sent["request"] |= {"requestId": "the next", "timestamp": "2026-01-05T07:00:47Z"}
    response = skill.handle(sent)
    kept = (json.dumps(response["sessionAttributes"]) + caplog.text).encode() + bytes_kept(people)
    for word in (b"hurt", b"pain", b"legs", b"feel", b"Pain", b"RedFlag", b"emergency", b"sign"):
        assert word not in kept


@pytest.mark.parametrize("name", EVENTS)
def test_an_event_leaves_everybody_as_they_were(name: str, skill: AlexaSkill, people: Path) -> None:
    skill.handle(envelope("routine-by-name"))
    before = bytes_kept(people)
    skill.handle(envelope(name))
    assert bytes_kept(people) == before


def test_a_household_that_disables_the_skill_is_forgotten_and_no_other(skill: AlexaSkill, people: Path) -> None:
    others = envelope("launch")
    others["context"]["System"]["user"]["userId"] = "somebody else"
    for sent in (others, envelope("launch"), envelope("launch-by-a-recognised-voice")):
        skill.handle(sent)
    assert people_kept(people) == 3
    skill.handle(envelope("skill-disabled"))
    assert people_kept(people) == 1
    others["request"]["requestId"] = "the next"
    assert skill.handle(others)["sessionAttributes"]["version"] == 2


def test_the_same_request_twice_is_answered_alike_and_counted_once(skill: AlexaSkill) -> None:
    once, twice = (skill.handle(envelope("routine-by-name")) for _ in range(2))
    assert once["sessionAttributes"]["version"] == 1
    assert twice["sessionAttributes"]["version"] == 1
    assert what_went(twice) == "speaks, listens"


def test_a_request_without_an_id_is_kept_like_any_other(skill: AlexaSkill) -> None:
    answers = [skill.handle(envelope("launch-without-a-request-id")) for _ in range(2)]
    assert [answer["sessionAttributes"]["version"] for answer in answers] == [1, 2]
