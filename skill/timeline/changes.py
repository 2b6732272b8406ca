"""Changes of posture by their kind, and how many seconds more somebody has at each, because they asked for time."""

from dataclasses import dataclass

from skill.content.model import Posture

_ASKED_TO_LEARN = 2
_SECONDS_LEARNED = 10
_MOST_ASKED = 6
"""Every second time that somebody asks adds ten seconds for good, thirty at most: coaching, section four."""

_ON_THE_FLOOR = frozenset({Posture.BACK, Posture.FRONT, Posture.ALL_FOURS, Posture.FLOOR_SEAT})
_LYING = frozenset({Posture.BACK, Posture.FRONT})


@dataclass(frozen=True)
class Changes:
    """The kinds of change at which more time was asked for, each as often as it was."""

    asked: tuple[str, ...] = ()

    def more_seconds(self, start: Posture, end: Posture) -> int:
        """Seconds that the way from posture to posture lasts longer for this person."""
        return self.asked.count(kind_of(start, end)) // _ASKED_TO_LEARN * _SECONDS_LEARNED

    def asked_at(self, start: Posture, end: Posture) -> "Changes":
        """The same, with more time asked for once more on this way."""
        kind = kind_of(start, end)
        return self if self.asked.count(kind) >= _MOST_ASKED else Changes((*self.asked, kind))


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
