"""Days and the routines of late packed for the record, each as one short text."""

from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer

from skill.dialogue.days import Days
from skill.dialogue.led import Led


def packed_days(days: Days) -> str:
    """The four numbers in a row; the bits as hexadecimal digits."""
    return f"{days.first} {days.bits:x} {days.before} {days.run}"


def unpacked_days(packed: Any) -> Any:
    """The days as they were; what is no text is left to whoever reads it. Raises ValueError."""
    if not isinstance(packed, str):
        return packed
    first, bits, before, run = packed.split(" ")
    return Days(int(first), int(bits, 16), int(before), int(run))


def packed_lately(lately: tuple[Led, ...]) -> str:
    """Each routine as its name, its day since the one before, its seconds, and how often it was finished."""
    befores = (0, *(led.day for led in lately))
    return " ".join(
        f"{led.routine},{led.day - before},{led.seconds},{led.finished}"
        for led, before in zip(lately, befores, strict=False)
    )


def unpacked_lately(packed: Any) -> Any:
    """The routines as they were; what is no text is left to whoever reads it. Raises ValueError."""
    if not isinstance(packed, str):
        return packed
    lately: list[Led] = []
    for one in packed.split():
        routine, since, seconds, finished = one.split(",")
        before = lately[-1].day if lately else 0
        lately.append(Led(routine, before + int(since), int(seconds), int(finished)))
    return tuple(lately)


PackedDays = Annotated[Days, PlainSerializer(packed_days), BeforeValidator(unpacked_days)]
PackedLately = Annotated[tuple[Led, ...], PlainSerializer(packed_lately), BeforeValidator(unpacked_lately)]
