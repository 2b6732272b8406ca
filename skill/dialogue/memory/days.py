"""The days on which somebody practised: seven weeks one by one, earlier ones as counts; and days in a row."""

from dataclasses import dataclass

from skill.replaced import replace

DAYS_KNOWN = 49
"""Days remembered one by one, seven weeks: a whole number of more than fifty-three bits is not safe in JSON."""


@dataclass(frozen=True)
class Days:
    """The days on which somebody practised: bit n of `bits` is the day `first + n`; what was before only as numbers."""

    first: int = 0
    bits: int = 0
    before: int = 0
    """How many days there were before the first that is known."""
    run: int = 0
    """How many of them were in a row, up to the one before the first that is known."""

    def having(self, day: int) -> "Days":
        """The same with this day; one so long ago that it was counted already, or never will be, changes nothing."""
        if not self.bits and not self.before:
            return Days(first=day, bits=1)
        if day < self.first:
            return self
        moved = self.since(day - DAYS_KNOWN + 1)
        return replace(moved, bits=moved.bits | 1 << day - moved.first)

    def since(self, first: int) -> "Days":
        """The same with no day known one by one that was before this one."""
        gone = first - self.first
        if gone <= 0:
            return self
        past = self.bits & (1 << gone) - 1
        full = past == (1 << gone) - 1
        run = self.run + gone if full else _ones_at_the_top(past, gone)
        return Days(first, self.bits >> gone, self.before + past.bit_count(), run)

    def on(self, day: int) -> bool:
        """Whether they practised on this day, as far as days are known."""
        return day >= self.first and bool(self.bits >> day - self.first & 1)

    @property
    def total(self) -> int:
        """All the days on which they practised."""
        return self.before + self.bits.bit_count()

    def streak(self, today: int) -> int:
        """How many days in a row, up to today, or up to yesterday for somebody who has not practised yet today."""
        last = today if self.on(today) else today - 1
        day = last
        while self.on(day):
            day -= 1
        return last - day + (self.run if day < self.first <= last else 0)


def united_days(mine: Days, theirs: Days) -> Days:
    """The days that two speakers remember of one person."""
    if not mine.total or not theirs.total:
        return mine if mine.total else theirs
    first = max(mine.first, theirs.first)
    here, there = mine.since(first), theirs.since(first)
    return Days(first, here.bits | there.bits, max(here.before, there.before), max(here.run, there.run))


def _ones_at_the_top(bits: int, width: int) -> int:
    """How many bits are set in a row, from the highest of this width down."""
    return next((count for count in range(width) if not bits >> width - 1 - count & 1), width)
