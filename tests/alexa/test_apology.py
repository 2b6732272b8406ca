"""When the skill itself fails, the person hears so, their place is kept, and the log names nobody and no word."""

import logging
from collections.abc import Iterator
from contextlib import closing
from typing import NoReturn

import pytest

from skill.alexa.identity import Identity
from skill.alexa.skill import AlexaSkill
from skill.assembly import the_library
from skill.dialogue.answers.table import ANSWERS
from skill.dialogue.guide import Guide
from skill.dialogue.scene.scene import Scene
from skill.ports.store import Kept, Owner
from skill.stores.sqlite import SqliteStore
from tests.alexa.conftest import KEY
from tests.alexa.strict import complaints
from tests.alexa.test_envelopes import envelope, secrets_in

SORRY = (
    "<speak>Sorry, something went wrong on my side. Your place is kept. "
    "To come back, say: Alexa, open gentle back.</speak>"
)


def fail(scene: Scene) -> NoReturn:
    raise ValueError(scene.turn.slot("routine").said)


@pytest.fixture(name="store")
def _store(monkeypatch: pytest.MonkeyPatch) -> Iterator[SqliteStore]:
    monkeypatch.setattr("skill.dialogue.answers.respond.ANSWERS", {**ANSWERS, "StartRoutineIntent": fail})
    with closing(SqliteStore(":memory:")) as store:
        yield store


def failing(store: SqliteStore) -> AlexaSkill:
    return AlexaSkill(Guide(the_library(), store), Identity(KEY))


def test_a_failure_is_told_and_the_session_closed(store: SqliteStore) -> None:
    response = failing(store).handle(envelope("routine-by-name"))
    assert response["response"] == {"outputSpeech": {"type": "SSML", "ssml": SORRY}, "shouldEndSession": True}
    assert complaints(response) == []


def test_a_failure_leaves_what_is_kept_as_it_was(store: SqliteStore) -> None:
    skill = failing(store)
    attributes = skill.handle(envelope("launch"))["sessionAttributes"]
    before = _everything(store)
    sent = envelope("routine-by-name")
    sent["session"] |= {"new": False, "attributes": attributes}
    assert skill.handle(sent)["sessionAttributes"] == attributes
    assert _everything(store) == before


def test_the_log_says_what_failed_but_not_who_spoke_nor_what_they_said(
    store: SqliteStore, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    sent = envelope("routine-by-name")
    failing(store).handle(sent)
    (record,) = caplog.records
    assert record.getMessage().startswith("no answer to StartRoutineIntent: ValueError\n")
    assert "test_apology.py" in caplog.text
    assert [word for word in (*secrets_in(sent), "my lower back") if word in caplog.text] == []


def _everything(store: SqliteStore) -> dict[str, Kept]:
    account = Identity(KEY).hashed("account", "amzn1.ask.account.EXAMPLEUSERID")
    kept = store.read(Owner(account))
    return {account: kept} if kept else {}
