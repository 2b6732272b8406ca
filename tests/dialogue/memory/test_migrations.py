"""Records of every schema there was are read on, and whoever has one is led on from where they were."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from skill.dialogue.guide import Guide
from skill.dialogue.memory.migrations import MIGRATIONS, migrated
from skill.dialogue.memory.person import SCHEMA
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.record import to_person, to_record
from skill.dialogue.memory.subject import Rest
from skill.ports.turn import LAUNCH, Turn
from skill.stores.sqlite import SqliteStore
from skill.timeline import Place, Side
from tests.dialogue.memory.keeping import SOMEBODY
from tests.library import LIBRARY

RECORDS = Path(__file__).parent / "records"
WRITTEN = datetime.fromtimestamp(1_772_527_831, UTC)
"""When the record of the first schema was written, by the version of that day: somebody at "Ready?"."""


def record_of(schema: int) -> dict[str, Any]:
    record: dict[str, Any] = json.loads((RECORDS / f"schema-{schema}.json").read_text())
    return record


@pytest.mark.parametrize("schema", range(1, SCHEMA))
def test_every_earlier_schema_has_a_record_that_is_read_and_written_as_one_of_now(schema: int) -> None:
    record = record_of(schema)
    assert record["schema"] == schema
    person = to_person(record)
    assert to_record(person)["schema"] == SCHEMA
    assert to_person(to_record(person)) == person


def test_there_is_a_way_from_every_schema_to_the_next() -> None:
    assert set(MIGRATIONS) == set(range(1, SCHEMA))


def test_nothing_of_the_first_schema_is_lost_but_a_word_that_nobody_said() -> None:
    old = record_of(1)
    now: dict[str, Any] = to_record(to_person(old))
    assert [word["conversation"] for word in old["earlier"] if word not in now["earlier"]] == [""]
    old["earlier"].pop()
    sent = now["practices"][0]["sent"]
    # The one mark of that reply counts from its first word in either form.
    sent["marks"] = sent.pop("since")
    assert now == {**old, "schema": SCHEMA, "measures": "1025. 1035. 998. 1023."}


def test_what_is_migrated_is_not_written_over() -> None:
    old = record_of(1)
    migrated(old)
    assert old == record_of(1)


def test_somebody_of_the_first_schema_is_led_on_and_kept_as_one_of_now(store: SqliteStore) -> None:
    store.write(SOMEBODY, record_of(1), after=0)
    opened = Turn("r1", LAUNCH, WRITTEN + timedelta(minutes=5), SOMEBODY, "another", device="another")
    Guide(LIBRARY, store).answer(opened)
    kept = store.read(SOMEBODY)
    assert kept is not None
    assert (kept.version, kept.record["schema"]) == (2, SCHEMA)
    person = to_person(kept.record)
    assert person.practices[0].place == Place("windshield-wipers")
    assert [(practice.routine, practice.place) for practice in person.practices[1:]] == [
        ("bedtime", Place("knee-press", Side.RIGHT)),
        ("five-gentle-minutes", Place("knee-to-chest", Side.RIGHT)),
    ]
    rates = [measure.rate for measure in person.measures]
    assert (rates, person.asked) == ([1.025, 1.035, 0.998, 1.023], Question(Ask.READY, Rest(noted=True)))
