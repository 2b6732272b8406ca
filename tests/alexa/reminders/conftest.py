"""The whole skill before a service like Amazon's, which it asks over HTTP for every reminder."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from skill.alexa.identity import Identity
from skill.alexa.reminders import ARRANGING_SECONDS, AlexaReminders
from skill.alexa.skill import AlexaSkill
from skill.assembly import the_library
from skill.dialogue.guide import Guide
from skill.stores.sqlite import SqliteStore
from tests.alexa.conftest import KEY
from tests.alexa.reminders.amazon_reminders import Amazon, serving
from tests.alexa.reminders.caller import Caller, London


@pytest.fixture
def amazon() -> Iterator[Amazon]:
    with serving(Amazon()) as service:
        yield service


@pytest.fixture
def patience() -> float:
    """How many seconds she is waited for."""
    return ARRANGING_SECONDS


@pytest.fixture
def caller(people: Path, amazon: Amazon, patience: float) -> Iterator[Caller]:
    with closing(SqliteStore(str(people))) as store:
        reminders = AlexaReminders({amazon.endpoint}, patience)
        yield Caller(AlexaSkill(Guide(the_library(), store, London(), reminders), Identity(KEY)), amazon.endpoint)
