"""Amounts in slots: lengths of time and times of day as Alexa writes them, and whole numbers."""

from datetime import time, timedelta

from pydantic import TypeAdapter, ValidationError

from skill.ports.turn import Slot

_LENGTH = TypeAdapter(timedelta)
_TIME = TypeAdapter(time)
_PARTS_OF_THE_DAY = {"MO": time(8), "AF": time(15), "EV": time(19), "NI": time(21)}
"""What AMAZON.TIME gives for "in the morning" and its like, and the hour that is taken for it."""


def seconds_of(slot: Slot) -> int | None:
    """The seconds of an AMAZON.DURATION ("PT5M" is five minutes); None where none was understood."""
    try:
        return int(_LENGTH.validate_python(slot.said.upper()).total_seconds()) if slot.said else None
    except ValidationError:
        return None


def time_of(slot: Slot) -> time | None:
    """The time of day of an AMAZON.TIME ("07:00", or "MO" for the morning); None where none was understood."""
    if slot.said in _PARTS_OF_THE_DAY:
        return _PARTS_OF_THE_DAY[slot.said]
    try:
        return _TIME.validate_python(slot.said) if ":" in slot.said else None
    except ValidationError:
        return None


def number_of(slot: Slot) -> int | None:
    """The number that the slot was resolved to, or that was said in digits; None where it is none."""
    said = next(iter(slot.ids), slot.said)
    return int(said) if said.isascii() and said.isdigit() else None
