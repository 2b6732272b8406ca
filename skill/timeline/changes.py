"""Changes of posture by their kind, how many seconds more somebody has at each, and how long they take to get down."""

from dataclasses import dataclass

from skill.content.model import Posture, Transition
from skill.limits import LISTENING_SECONDS
from skill.replaced import replace

_ASKED_TO_LEARN = 2
_SECONDS_LEARNED = 10
_MOST_ASKED = 6
"""Every second time that somebody asks adds ten seconds for good, thirty at most: coaching, section four."""

_LEAST_NEEDED_SECONDS = 8.0
_SHORTEST_SECONDS, _LONGEST_SECONDS, _LESS_SECONDS = 15, 90, 5
"""Nobody quick is hurried, nobody waits longer than the slowest way takes, and a wait is shortened little by little."""

_ON_THE_FLOOR = frozenset({Posture.BACK, Posture.FRONT, Posture.ALL_FOURS, Posture.FLOOR_SEAT})
_LYING = frozenset({Posture.BACK, Posture.FRONT})


@dataclass(frozen=True)
class Changes:
    """The kinds of change at which more time was asked for, each as often as it was."""

    asked: tuple[str, ...] = ()
    needed: int = 0
    """Quiet seconds that this person needed last to get to where a routine begins; nought until that is known."""

    def more_seconds(self, start: Posture, end: Posture) -> int:
        """Seconds that the way from posture to posture lasts longer for this person."""
        return self.asked.count(kind_of(start, end)) // _ASKED_TO_LEARN * _SECONDS_LEARNED

    def asked_at(self, start: Posture, end: Posture) -> "Changes":
        """The same, with more time asked for once more on this way."""
        kind = kind_of(start, end)
        return self if self.asked.count(kind) >= _MOST_ASKED else replace(self, asked=(*self.asked, kind))

    def arriving_seconds(self, transition: Transition) -> int:
        """Quiet seconds before somebody is asked whether they are there: a quick person's, or what they needed last."""
        needed = min(self.needed, transition.slow) or transition.quick
        return needed + self.more_seconds(transition.start, transition.end)

    def arrived_after(self, seconds: float, quiet_seconds: float) -> "Changes":
        """The same, for somebody who was there so many seconds into the quiet, or behind it.

        Somebody who answers at once may have waited, and waits a little less the next time; somebody who was there
        before says nothing about the way. Nor does anybody who was asked before it, or at once, without a way.
        """
        if seconds < _LEAST_NEEDED_SECONDS or quiet_seconds < _SHORTEST_SECONDS:
            return self
        waited = 0 <= seconds - quiet_seconds <= LISTENING_SECONDS
        needed = quiet_seconds - _LESS_SECONDS if waited else seconds
        return replace(self, needed=min(max(_in_fives(needed), _SHORTEST_SECONDS), _LONGEST_SECONDS))


def _in_fives(seconds: float) -> int:
    return 5 * round(seconds / 5)


def kind_of(start: Posture, end: Posture) -> str:
    """The kind of change that a way is: on the floor, and between chair and anything, both directions are one."""
    ends = {start, end}
    if ends <= _ON_THE_FLOOR or ends == {Posture.CHAIR, Posture.STANDING}:
        return "~".join(sorted(ends))
    if Posture.CHAIR in ends and ends & _ON_THE_FLOOR:
        return f"{Posture.CHAIR}~floor"
    if end is Posture.BED and start in _ON_THE_FLOOR:
        return f"floor>{end}"
    if end is Posture.STANDING and start in _LYING:
        return f"lying>{end}"
    return f"{start}>{end}"
