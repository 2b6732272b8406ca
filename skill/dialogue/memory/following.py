"""Where a person is in a programme: which of its days comes next, and what that means today."""

from dataclasses import dataclass

from skill.content.model.programmes import REST, Programme
from skill.replaced import replace

_A_WEEK = 7
_WEEKS_BACK = 2
"""Whoever was away for a week goes back two steps (coaching, section eight)."""


@dataclass(frozen=True)
class Following:
    """The slug of a programme, and how many of its days are over; no slug for somebody who follows none.

    A day that was missed is not counted: the programme waits. Days of rest go by of themselves.
    """

    programme: str = ""
    over: int = 0
    last: int = 0
    """The day (a proleptic ordinal) on which the last of them was; nought before the first."""
    back: int = 0
    """Weeks by which doses are held back, because the person was away."""

    def on(self, programme: Programme, today: int) -> "Following":
        """The same with the days of rest that have gone by until today, and gone back after a week away."""
        now = self
        if self.last and today - self.last >= _A_WEEK:
            now = replace(now, back=min(now.over // _A_WEEK, now.back + _WEEKS_BACK))
        while now.last and programme.routine_on(now.over) == REST and today - now.last > 1:
            now = replace(now, over=now.over + 1, last=now.last + 1)
        return now

    def having_done(self, programme: Programme, today: int) -> "Following":
        """The same with the day that was next done today; nobody follows a programme that is over."""
        now = self.on(programme, today)
        done = replace(now, over=now.over + 1, last=today)
        return Following() if programme.routine_on(done.over) is None else done

    @property
    def week(self) -> int:
        """Which week's doses are due, from one."""
        return self.over // _A_WEEK + 1 - self.back


@dataclass(frozen=True)
class Today:
    """What a programme has for today: the routine, or nothing more when it is `done` or a day of rest."""

    number: int
    """Which day of the programme it is, from one; the one that was done last, when nothing more is for today."""
    week: int
    routine: str = ""
    done: bool = False


def today_of(programme: Programme, following: Following, today: int) -> Today:
    """What today is in this programme, for somebody who follows it."""
    now = following.on(programme, today)
    if now.last == today:
        return Today(now.over, now.week, done=True)
    routine = programme.routine_on(now.over) or REST
    return Today(now.over + 1, now.week, routine="" if routine == REST else routine)


def further(mine: Following, theirs: Following, since: Following) -> Following:
    """Where somebody is whom two speakers know: whoever changed the programme says which, the further one how far."""
    if mine.programme != theirs.programme:
        return theirs if mine.programme == since.programme else mine
    return max(mine, theirs, key=lambda one: (one.over, one.last))
