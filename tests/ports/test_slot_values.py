"""Amounts are read as Alexa writes them; what is none is none, never a guess."""

from datetime import time

from skill.ports.slot_values import number_of, seconds_of, time_of
from skill.ports.turn import Slot
from tests.cases.each_of import each_of


@each_of(
    ("said", "seconds"),
    [
        ("PT5M", 300),
        ("PT30S", 30),
        ("PT1H30M", 5400),
        ("PT9H", 32400),
        ("PT0M", 0),
        ("?", None),
        ("5", None),
        ("", None),
    ],
)
def test_a_length_of_time_becomes_seconds(said: str, seconds: int | None) -> None:
    assert seconds_of(Slot(said)) == seconds


@each_of(
    ("said", "at"),
    [("07:00", time(7)), ("19:30", time(19, 30)), ("MO", time(8)), ("NI", time(21)), ("25:00", None), ("7", None)],
)
def test_a_time_of_day_is_read_and_a_part_of_the_day_has_an_hour(said: str, at: time | None) -> None:
    assert time_of(Slot(said)) == at


def test_a_number_is_what_the_slot_was_resolved_to() -> None:
    assert number_of(Slot("fourth", ("4",))) == 4
    assert number_of(Slot("12")) == 12
    assert number_of(Slot("?")) is None
