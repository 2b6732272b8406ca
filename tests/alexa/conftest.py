"""The whole skill over a SQLite file of its own; nobody is asked for the time zone, for that would be Amazon."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from skill.alexa.identity import Identity
from skill.alexa.skill import AlexaSkill
from skill.assembly import the_library
from skill.dialogue.guide import Guide
from skill.stores.sqlite import SqliteStore

KEY = b"a key that only the tests have, thirty-two bytes and more"


@pytest.fixture
def people(tmp_path: Path) -> Path:
    return tmp_path / "people.sqlite"


@pytest.fixture
def skill(people: Path) -> Iterator[AlexaSkill]:
    with closing(SqliteStore(str(people))) as store:
        yield AlexaSkill(Guide(the_library(), store), Identity(KEY))
