"""A habit: on which days somebody practised, how long in all, what lately, and which praise they heard."""

from dataclasses import dataclass
from typing import Annotated, Any

from skill.dialogue.memory.days import Days, united_days
from skill.plain_record import Packed
from skill.replaced import replace
from skill.tailoring.steps.made import MadeStep
from skill.tailoring.steps.packed_steps import PackedSteps

WORTH_A_WORD_SECONDS = 480
"""From so long on the minutes of a day are told: they are less than were promised, for nobody practises on the way down
and up, and of a short routine that would be much."""


@dataclass(frozen=True)
class Led:
    """Seconds of a routine, by its slug, on a day (a proleptic ordinal), and how often it was led to its end."""

    routine: str
    day: int
    seconds: int = 0
    finished: int = 0


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


PackedDays = Annotated[Days, Packed(packed_days, unpacked_days)]

PackedLately = Annotated[tuple[Led, ...], Packed(packed_lately, unpacked_lately)]

LATELY_KEPT = 6
"""Routines that are remembered with their day."""


@dataclass(frozen=True)
class Habit:
    """What is remembered of practising: days, the routines of late (the newest last), and seconds in all."""

    days: PackedDays = Days()
    lately: PackedLately = ()
    seconds: int = 0
    """Seconds of what is not among the routines of late any more."""
    made: PackedSteps = ()
    """The steps of the last routine done that was in no library, and was not their own."""
    made_name: str = ""
    praised: int = 0
    """The milestones that were said: one bit for each."""

    @property
    def seconds_in_all(self) -> int:
        """All the seconds that they were led."""
        return self.seconds + sum(led.seconds for led in self.lately)

    def having_led(self, led: Led) -> "Habit":
        """The same after so many more seconds of a routine on a day."""
        same = next((one for one in self.lately if _key(one) == _key(led)), None)
        others = tuple(one for one in self.lately if one is not same)
        seconds, finished = (same.seconds, same.finished) if same else (0, 0)
        whole = replace(led, seconds=led.seconds + seconds, finished=led.finished + finished)
        return _trimmed(replace(self, days=self.days.having(led.day), lately=(*others, whole)))

    def made_for(self, name: str) -> tuple[MadeStep, ...]:
        """The steps of a routine of this name, when the last one done that was in no library had it."""
        return self.made if name == self.made_name else ()

    def last_done(self, before: int) -> Led | None:
        """The last routine that was done to its end before this day; None when none is remembered."""
        return next((led for led in reversed(self.lately) if led.finished and led.day < before), None)


def united(mine: Habit, theirs: Habit, since: Habit) -> Habit:
    """What two speakers remember of one person, nothing of it counted twice."""
    newer = theirs if (mine.made, mine.made_name) == (since.made, since.made_name) else mine
    longer, other = sorted((mine, theirs), key=lambda habit: habit.seconds, reverse=True)
    horizon = longer.lately[0].day if longer.seconds and longer.lately else 0
    known = {_key(led): led for led in longer.lately}
    for led in other.lately:
        same = known.get(_key(led))
        if same is not None or led.day > horizon or other.seconds == longer.seconds:
            known[_key(led)] = _more(led, same or led)
    lately = tuple(sorted(known.values(), key=lambda led: led.day))
    days, praised = united_days(mine.days, theirs.days), mine.praised | theirs.praised
    return _trimmed(replace(newer, days=days, lately=lately, seconds=longer.seconds, praised=praised))


def _trimmed(habit: Habit) -> Habit:
    """The same with the oldest of many routines as seconds only."""
    gone, kept = habit.lately[:-LATELY_KEPT], habit.lately[-LATELY_KEPT:]
    return replace(habit, lately=kept, seconds=habit.seconds + sum(led.seconds for led in gone))


def _key(led: Led) -> tuple[str, int]:
    return led.routine, led.day


def _more(one: Led, other: Led) -> Led:
    return replace(one, seconds=max(one.seconds, other.seconds), finished=max(one.finished, other.finished))
