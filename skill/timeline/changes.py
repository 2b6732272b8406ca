"""How long a person takes for changes of posture, by their kind, and to get down to where a routine begins."""

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
    """The kinds of change for which more time was asked for, each listed as often as it was."""

    asked: tuple[str, ...] = ()
    needed: int = 0
    """Quiet seconds that the person last needed to get to where a routine begins; nought while unknown."""

    def more_seconds(self, start: Posture, end: Posture) -> int:
        """By how many seconds the way between these postures is longer for this person."""
        return self.asked.count(kind_of(start, end)) // _ASKED_TO_LEARN * _SECONDS_LEARNED

    def asked_at(self, start: Posture, end: Posture) -> "Changes":
        """The same, after one more request for more time on this way."""
        kind = kind_of(start, end)
        return self if self.asked.count(kind) >= _MOST_ASKED else replace(self, asked=(*self.asked, kind))

    def arriving_seconds(self, transition: Transition) -> int:
        """Quiet seconds before the question whether they are there: those needed last, else a quick person's."""
        needed = min(self.needed, transition.slow) or transition.quick
        return needed + self.more_seconds(transition.start, transition.end)

    def arrived_after(self, seconds: float, quiet_seconds: float) -> "Changes":
        """The same, once somebody said `seconds` after the quiet began that they are there.

        People who answer right after it may have waited, so next time it is a little shorter. Nothing is learned where
        they were there already, or where there was hardly any quiet.
        """
        if seconds < _LEAST_NEEDED_SECONDS or quiet_seconds < _SHORTEST_SECONDS:
            return self
        waited = 0 <= seconds - quiet_seconds <= LISTENING_SECONDS
        needed = quiet_seconds - _LESS_SECONDS if waited else seconds
        return replace(self, needed=min(max(_in_fives(needed), _SHORTEST_SECONDS), _LONGEST_SECONDS))


def _in_fives(seconds: float) -> int:
    return 5 * round(seconds / 5)


def kind_of(start: Posture, end: Posture) -> str:
    """The kind of a change of posture; on the floor, and from or to a chair, both directions are one kind."""
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
