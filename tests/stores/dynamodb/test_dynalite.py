"""What an engine with a disk shows of the table's store that one in the same process cannot."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from skill.device.transcript import place_in, words_of
from skill.ports.store import Kept, NotOurs, Owner, Refused, StoreDown
from skill.settings import LOCAL_REGION
from skill.stores.dynamodb import DynamoStore
from skill.stores.dynamodb_client import connect
from tests.stores.dynamodb.dynalite import Dynalite
from tests.stores.dynamodb.line import Line
from tests.stores.dynamodb.table import TABLE, make_table, shape_of
from tests.stores.dynamodb.test_skill_over_a_table import BEDROOM, EVENING, later, speaker
from tests.stores.engines import client_of, table_at

ANNA = Owner("account-one", "voice-anna")
UNSAVED = "I cannot keep your place just now."


@pytest.fixture(name="mortal")
def _mortal(tmp_path: Path) -> Iterator[Dynalite]:
    """An engine that a test may kill."""
    engine = Dynalite(tmp_path / "kept")
    yield engine
    engine.kill()


def test_the_old_item_is_read_where_the_engine_does_not_return_it(dynalite: Dynalite) -> None:
    with table_at(dynalite.endpoint_url) as table, Line(table) as line:
        table.write(ANNA, {"step": 1}, after=0)
        with pytest.raises(Refused) as refusal:
            table.write(ANNA, {"step": 2}, after=0)
        assert refusal.value.current == Kept({"step": 1}, 1)
        assert line.taken() == ["UpdateItem", "UpdateItem", "GetItem"]


def test_a_table_whose_persons_are_numbers_is_left_alone(dynalite: Dynalite) -> None:
    client = client_of(dynalite.endpoint_url)
    make_table(client, "numbered", shape_of({"account": "S", "person": "N"}))
    with pytest.raises(NotOurs, match="has other keys than ours"):
        DynamoStore(client, "numbered").check()


def test_what_was_said_to_be_kept_outlives_a_kill_of_the_engine(mortal: Dynalite) -> None:
    client = connect(LOCAL_REGION, mortal.endpoint_url, local=True)
    make_table(client)
    with closing(DynamoStore(client, TABLE)) as table:
        for version in range(20):
            table.write(ANNA, {"step": version + 1}, after=version)
        mortal.kill()
        with pytest.raises(StoreDown, match="cannot be reached: check AWS_REGION, or --endpoint-url"):
            table.read(ANNA)
        assert not table.healthy()
        mortal.start()
        assert table.read(ANNA) == Kept({"step": 20}, 20)
        assert table.write(ANNA, {"step": 21}, after=20) == 21


def test_killed_in_the_middle_of_a_routine_the_guidance_goes_on_and_the_newer_place_wins(mortal: Dynalite) -> None:
    client = connect(LOCAL_REGION, mortal.endpoint_url, local=True)
    make_table(client)
    with closing(DynamoStore(client, TABLE)) as table:
        kitchen = speaker(table)
        begun = kitchen.say("alexa, ask gentle back to start my lower back routine", EVENING)
        mortal.kill()
        skipped = kitchen.say("alexa, next", later(begun, seconds=20))
        asked = kitchen.say("alexa, how long is left", later(begun, seconds=40))
        again = kitchen.say("alexa, next", later(begun, seconds=60))
        told = [words_of(reply.playing.speech).count(UNSAVED) for reply in (skipped, asked, again)]
        assert told == [1, 0, 0]
        mortal.start()
        kitchen.say("alexa, stop", later(begun, seconds=70))
        opened = speaker(table, BEDROOM).say("alexa, open gentle back", later(begun, hours=3))
        assert "You stopped in lower back, at knee rolls, right side" in words_of(opened.playing.speech)
        assert place_in(opened) == place_in(again)
