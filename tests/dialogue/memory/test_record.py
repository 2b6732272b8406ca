"""A person comes back from their record as they were; a record that cannot be read is left as it is."""

import json
from dataclasses import fields
from typing import Any

import pytest

from skill.content.model import Posture
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.record import Unreadable, to_person, to_record
from skill.dialogue.memory.subject import Listing, Portion
from skill.practice import Phase, Practice, Sent
from skill.timeline import Mark, Place, Point, Side
from tests.cases.each_of import each_of

SENT = Sent(
    at=1_700_000_000,
    marks=(
        Mark(Place("sphinx", None, 3), Point(1.2, 3.4), Point(5.6, 7.8)),
        Mark(Place("cat-and-cow", None, 2, "cow"), Point(10.0, 20.0), Point(30.3, 40.4)),
        Mark(Place("knee-press", Side.BOTH), Point(50.0, 60.0), Point(70.1, 80.2)),
    ),
    arrives=Point(75.5, 90.0),
    ends=Point(76.0, 93.0),
    given_up=Point(80.0, 120.0),
    posture=Posture.BACK,
    then=Place("piriformis", Side.LEFT),
)
SOMEBODY = Person(
    practices=(
        Practice("eight-stretches", "v1", SENT.marks[0].place, Posture.FRONT, 1_700_000_000, sent=SENT),
        Practice("bedtime", "v0", Place("quiet-rest"), Posture.BACK, 1_600_000_000, Phase.PAUSED, "other"),
    ),
    met=("sphinx", "cobra"),
    told=("safety",),
    finished=3,
    asked=Question(Ask.MORE, Portion(Listing.ROUTINES, 3), times=1, by="Rgq", alike=1),
    quiet_turns=1,
    ask_first_at=1_700_000_123,
    last_request="r1",
    writer="w1",
    forget_at=1_800_000_000,
)


PRACTICE = {"routine": "hips", "content": "v1", "place": {"step": "sphinx"}, "posture": "back", "touched": 1}


def test_a_person_comes_back_as_they_were() -> None:
    assert to_person(json.loads(json.dumps(to_record(SOMEBODY)))) == SOMEBODY


def test_somebody_new_is_next_to_nothing() -> None:
    assert to_record(Person()) == {"schema": 3}
    assert to_person({"schema": 3}) == Person()


def test_a_record_holds_no_fractions() -> None:
    assert [number for number in numbers(to_record(SOMEBODY)) if isinstance(number, float)] == []


def numbers(piece: Any) -> list[Any]:
    if isinstance(piece, dict):
        piece = list(piece.values())
    return [number for part in piece for number in numbers(part)] if isinstance(piece, list) else [piece]


def test_a_mark_is_a_short_row_of_figures() -> None:
    record: Any = to_record(SOMEBODY)
    sent = record["practices"][0]["sent"]
    assert sent["names"].split(" ")[0] == "sphinx"
    assert sent["since"].split()[0] == "0.1.1.3.12.34.44.44"


def test_marks_that_count_from_the_first_word_are_read_as_they_were_written_before() -> None:
    record: Any = to_record(SOMEBODY)
    sent = record["practices"][0]["sent"]
    before = 0, 0
    rows = []
    for row in sent.pop("since").split():
        *name, speech, silence, longer, quieter = map(int, row.split("."))
        before = before[0] + speech, before[1] + silence
        rows.append(".".join(map(str, (*name, *before, longer, quieter))))
    sent["marks"] = " ".join(rows)
    assert to_person(record) == SOMEBODY


@each_of(
    "record",
    [
        {},
        {"schema": 4},
        {"schema": 0},
        {"schema": 3, "mood": "fine"},
        {"schema": 3, "practices": [{**PRACTICE, "place": {"step": "sphinx", "depth": 3}}]},
        {"schema": 3, "practices": [{**PRACTICE, "weather": "sunny"}]},
        {"schema": "3"},
        {"schema": None},
        {"schema": 3, "met": 5},
        {"schema": 3, "finished": "three"},
        {"schema": 3, "practices": 7},
        {"schema": 3, "practices": ["lower-back"]},
        {"schema": 3, "practices": [{"routine": "lower-back"}]},
        {"schema": 3, "practices": [{"sent": {"marks": [[]]}}]},
        {"schema": 3, "asked": {"about": {}}},
        {"schema": 3, "asked": {"kind": "how is your mood"}},
        {"schema": 3, "asked": {"kind": "begin"}},
        {"schema": 3, "asked": {"kind": "begin", "about": {"stretch": "bridge"}}},
        {"schema": 3, "asked": {"kind": "ready", "put": "often"}},
    ],
)
def test_a_newer_or_damaged_record_is_not_read(record: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        to_person(record)


def test_every_field_has_a_default_so_that_older_records_can_be_read() -> None:
    assert Person() == Person(**{field.name: getattr(Person(), field.name) for field in fields(Person)})
