"""The copy that a response carries of whoever it is for, as far as a device reads it."""

from collections.abc import Mapping
from typing import Any

from skill.dialogue.memory.person import Person
from skill.dialogue.memory.record import Unreadable, to_person


def person_in(response: Mapping[str, Any]) -> Person | None:
    """The person it is for; nobody where there is no copy that can be read."""
    record = response.get("sessionAttributes", {}).get("record")
    try:
        return to_person(record) if record else None
    except Unreadable:
        return None
