"""Amounts in slots: lengths of time and times of day as Alexa writes them, and whole numbers."""

import re
from datetime import time

from skill.ports.turn import Slot

_LENGTH = re.compile(
    r"(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?"
    r"(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?"
)
_LONGS = (365 * 86_400, 30 * 86_400, 7 * 86_400, 86_400, 3_600, 60, 1)
"""Seconds of a year, a month and so on, as a length without a date has them."""
_PARTS_OF_THE_DAY = {"MO": time(8), "AF": time(15), "EV": time(19), "NI": time(21)}
"""What AMAZON.TIME gives for "in the morning" and its like, and the hour that is taken for it."""


def seconds_of(slot: Slot) -> int | None:
    """The seconds of an AMAZON.DURATION ("PT5M" is five minutes); None where none was understood."""
    found = _LENGTH.fullmatch(slot.said.upper())
    if found is None:
        return None
    sign, *counts = found.groups()
    seconds = sum(int(count or 0) * each for count, each in zip(counts, _LONGS, strict=True))
    return (-seconds if sign else seconds) if any(counts) else None


def time_of(slot: Slot) -> time | None:
    """The time of day of an AMAZON.TIME ("07:00", or "MO" for the morning); None where none was understood."""
    if slot.said in _PARTS_OF_THE_DAY:
        return _PARTS_OF_THE_DAY[slot.said]
    try:
        return time.fromisoformat(slot.said) if ":" in slot.said else None
    except ValueError:
        return None


def number_of(slot: Slot) -> int | None:
    """The number that the slot was resolved to, or that was said in digits; None where it is none."""
    said = next(iter(slot.ids), slot.said)
    return int(said) if said.isascii() and said.isdigit() else None
