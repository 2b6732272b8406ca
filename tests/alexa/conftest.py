"""The whole skill over a SQLite file of its own; nobody is asked for the time zone, for that would be Amazon."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from itertools import count
from pathlib import Path

import pytest

from skill.alexa.identity import Identity
from skill.alexa.screens.showing import Screens
from skill.alexa.skill import AlexaSkill
from skill.assembly import read, the_figures, the_library
from skill.dialogue.guide import Guide
from skill.stores.sqlite import SqliteStore

KEY = b"a key that only the tests have, thirty-two bytes and more"


@pytest.fixture
def people(tmp_path: Path) -> Path:
    return tmp_path / "people.sqlite"


@pytest.fixture
def skill(people: Path) -> Iterator[AlexaSkill]:
    with closing(SqliteStore(str(people))) as store:
        yield _over(store)


def _over(store: SqliteStore) -> AlexaSkill:
    screens = Screens(the_library(), the_figures)
    return AlexaSkill(Guide(the_library(), store), Identity(KEY), read).on_screens(screens.directive)


@pytest.fixture
def another(tmp_path: Path) -> Iterator[Callable[[], AlexaSkill]]:
    """Makes a skill that knows nobody yet: two of them hear the same conversation and differ by one turn only."""
    numbers = count()
    with ExitStack() as stores:

        def made() -> AlexaSkill:
            store = stores.enter_context(closing(SqliteStore(str(tmp_path / f"people-{next(numbers)}.sqlite"))))
            return _over(store)

        yield made
