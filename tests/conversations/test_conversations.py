"""Every conversation is answered today as it is written down; `make accept` writes down how it is answered today."""

import logging
import os
import re
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest

from skill.dialogue.answers.table import ANSWERS
from skill.home import the_recognizer
from skill.ports.turn import LAUNCH
from tests.conversations.playing import played
from tests.conversations.reading import Exchange, read, written
from tests.conversations.room import Room
from tests.conversations.unsteady_store import UnsteadyStore
from tests.nightly import at_night

FILES = sorted(Path(__file__).parent.rglob("*.txt"))
UNDERSTANDS = re.compile(r"Alexa understands ([\w.]+)")
ACCEPTING = os.environ.get("GENTLE_BACK_ACCEPT") == "1"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    store = UnsteadyStore(str(tmp_path / "people.sqlite"))
    yield Room(store)
    store.close()


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_it_goes_as_written(file: Path, room: Room, caplog: pytest.LogCaptureFixture) -> None:
    expected = file.read_text(encoding="utf-8")
    heard = written(played(read(expected), room))
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []
    if ACCEPTING:
        file.write_text(heard, encoding="utf-8")
    elif heard != expected:
        lines = unified_diff(expected.splitlines(), heard.splitlines(), file.name, "heard", n=4, lineterm="")
        pytest.fail("\n".join(lines), pytrace=False)


@at_night
def test_every_wish_is_made_in_some_conversation() -> None:
    pieces = [piece for file in FILES for piece in read(file.read_text(encoding="utf-8"))]
    said = set(map(intent_of, {piece.words for piece in pieces if isinstance(piece, Exchange)}))
    understood = {match[1] for piece in pieces if (match := UNDERSTANDS.match(getattr(piece, "text", "")))}
    assert set(ANSWERS) - said - understood == set()


def intent_of(words: str) -> str:
    heard = the_recognizer("en-US").invocation.spoken(words)
    return LAUNCH if heard.kind == "open" else the_recognizer("en-US").understand(heard.rest).intent
