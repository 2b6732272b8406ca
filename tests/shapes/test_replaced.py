"""A frozen value with some fields changed is what Python's own `replace` makes of it."""

import dataclasses
from functools import cached_property

import pytest

from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Rest
from skill.replaced import replace


@dataclasses.dataclass(frozen=True)
class Hold:
    seconds: int
    side: str = "left"

    @cached_property
    def words(self) -> str:
        return f"{self.seconds} seconds, {self.side}"


def test_the_same_with_some_fields_changed_equals_what_python_makes() -> None:
    person = Person(zone="Europe/Berlin", finished=3)
    assert replace(person, zone="") == dataclasses.replace(person, zone="")
    assert person.zone == "Europe/Berlin"


def test_what_was_worked_out_before_is_worked_out_anew() -> None:
    hold = Hold(20)
    assert hold.words == "20 seconds, left"
    assert replace(hold, seconds=30).words == "30 seconds, left"


def test_a_field_that_is_none_is_refused_with_its_name() -> None:
    with pytest.raises(TypeError, match="Hold has no foot"):
        replace(Hold(20), foot="left")  # type: ignore[call-arg]


def test_replace_runs_post_init_checks() -> None:
    with pytest.raises(TypeError, match="ready is not asked about"):
        replace(Question(Ask.READY, Rest()), subject="nothing of the kind")  # type: ignore[arg-type]
