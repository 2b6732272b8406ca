"""Anybody who has a record that this version cannot read is guided without memory, told so once, and loses nothing."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from skill.stores.sqlite import SqliteStore
from tests.dialogue.listener import MORNING, OWNER, STOPPED, Listener, stopped

UNKNOWN = "I cannot reach what I know of you, or keep your place, just now."

NEWER = '{"schema":99,"news":[1,2]}'
DAMAGED = '{"schema":1,"practices":"torn"}'
NOT_EVEN_JSON = '{"schema":1,"practices":[{"rout'


@pytest.mark.parametrize("text", [NEWER, DAMAGED, NOT_EVEN_JSON])
def test_an_unreadable_record_is_mentioned_once_and_left_as_it_is(store: SqliteStore, path: Path, text: str) -> None:
    keep(path, text)
    anna = Listener(store)
    assert anna.say("open gentle back", MORNING).startswith(
        f"{UNKNOWN} If something is not for you, tell me. Shall we do "
    )
    heard = [anna.say(words) for words in ("start five gentle minutes", "yes", "ready", "stop")]
    assert not [reply for reply in heard if UNKNOWN in reply]
    assert anna.step == "knee-rolls"
    assert kept(path) == (text, 7)


def test_back_at_the_version_that_wrote_it_the_place_is_there(store: SqliteStore, path: Path) -> None:
    anna = Listener(store)
    away = stopped(anna)
    text, _ = kept(path)
    keep(path, text.replace('"schema":', '"schema":9'))
    assert anna.say("open gentle back", away + timedelta(hours=2)).startswith(UNKNOWN)
    anna.say("yes")
    anna.say("alexa, stop", anna.last.at + timedelta(seconds=20))
    keep(path, text)
    assert anna.say("open gentle back", away + timedelta(hours=4)).startswith(STOPPED)


def keep(path: Path, text: str) -> None:
    """Put a text where the person's record is kept."""
    row = (OWNER.account, OWNER.voice, text, 7)
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("INSERT OR REPLACE INTO people (account, voice, record, version) VALUES (?, ?, ?, ?)", row)


def kept(path: Path) -> tuple[str, int]:
    """What is in the file for the person."""
    with closing(sqlite3.connect(path)) as file:
        text, version = file.execute("SELECT record, version FROM people").fetchone()
    return text, version
