"""The whole skill over a SQLite file of its own."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from skill.alexa.skill import AlexaSkill
from skill.assembly import build_skill
from skill.settings import Settings, SqlitePlace
from skill.stores.sqlite import SqliteStore

KEY = b"a key that only the tests have, thirty-two bytes and more"


@pytest.fixture
def people(tmp_path: Path) -> Path:
    return tmp_path / "people.sqlite"


@pytest.fixture
def skill(people: Path) -> Iterator[AlexaSkill]:
    place = SqlitePlace(str(people))
    with closing(SqliteStore(place.name)) as store:
        yield build_skill(Settings(place, KEY), store)
