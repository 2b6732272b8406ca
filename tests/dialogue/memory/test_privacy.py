"""What is kept of a person is told to them: docs/privacy.md has every field, and names none that is not there."""

import re
from dataclasses import fields
from pathlib import Path

from skill.dialogue.memory.person import SCHEMA, Person
from skill.tailoring.tailoring import Tailoring

PAGE = (Path(__file__).parents[3] / "docs" / "privacy.md").read_text(encoding="utf-8")

NEVER_KEPT = {"tailoring.unknown"}


def fields_told() -> list[str]:
    """What stands in the third column of the table of what is kept."""
    table = PAGE.partition("| kept | why | field |")[2].partition("\n\n")[0]
    return [name for row in table.splitlines() if row for name in re.findall(r"`([\w.]+)`", row.split("|")[3])]


def test_every_field_of_a_person_is_told_once() -> None:
    tailored = {f"tailoring.{field.name}" for field in fields(Tailoring)} - NEVER_KEPT
    person = {field.name for field in fields(Person)} - {"tailoring"}
    assert sorted(fields_told()) == sorted(person | tailored)


def test_the_form_in_which_it_is_kept_is_that_of_now() -> None:
    assert f"the form in which all of this is written, now {SCHEMA} |" in PAGE
