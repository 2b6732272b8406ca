"""Subjects: what questions are about, one small class for each sort of thing."""

from dataclasses import dataclass, field
from enum import StrEnum

from skill.content.model import Posture
from skill.tailoring.steps.packed_steps import PackedSides, PackedSteps


@dataclass(frozen=True)
class Nothing:
    """The question says all there is to say."""


@dataclass(frozen=True)
class Offer:
    """A routine that may be begun, by its name; `surprise` when it was offered to surprise somebody.

    `lying` when they were talked down to the floor just before, and need not be told the way again; `there` is how
    somebody is already who has said so; `early` when it was
    said that it is better after their first week; `unfinished` when it is to go on where they were in it.
    """

    routine: str
    surprise: bool = False
    lying: bool = False
    early: bool = False
    there: Posture | None = None
    unfinished: bool = False


@dataclass(frozen=True)
class OneStretch:
    """A stretch, by its slug."""

    stretch: str


@dataclass(frozen=True)
class OneOf:
    """Names of which one is meant; `wish` is the intent to be answered with it, in its slot `slot`."""

    names: tuple[str, ...]
    wish: str
    slot: str


class Listing(StrEnum):
    """What is told a few names at a time."""

    ROUTINES = "routines"
    STRETCHES = "stretches"
    MINE = "mine"
    HELP = "help"
    REMINDERS = "reminders"


@dataclass(frozen=True)
class Portion:
    """A list that is being told, and how many of it were told so far."""

    listing: Listing
    told: int


@dataclass(frozen=True)
class Rest:
    """Somebody rests: whether a stretch was finished just before, and how many portions of help they have heard.

    `noted` when they have heard who takes care with what comes, and that they may say "skip".
    """

    finished: bool = False
    helped: int = 0
    noted: bool = False


@dataclass(frozen=True)
class WayUp:
    """Getting up: from which posture, how many moves were told, whether slowly, and when last (epoch seconds)."""

    start: Posture
    told: int = 0
    slow: bool = False
    at: int = field(default=0, compare=False)
    without: tuple[str, ...] = ()
    """The limits by whose ways everybody gets about in the routine that they were led in."""


@dataclass(frozen=True)
class SideLeft(WayUp):
    """Steps of which a side was left out, the side that was done of each, and the way up from where it all ended."""

    left: PackedSteps = ()
    done: PackedSides = ()
    later: bool = False
    """Whether it is asked when the skill is opened again."""


@dataclass(frozen=True)
class Checking:
    """Whether a stretch is done right: how many things were asked before, and the seconds of the hold that are left.

    None are left of a hold that has not begun.
    """

    told: int = 0
    left: int = 0


@dataclass(frozen=True)
class Teaching:
    """A stretch that is taught a step for each yes: how many steps were told, and whether they are on the way in."""

    told: int = 0
    inside: bool = False


@dataclass(frozen=True)
class Limited:
    """What a body may not be asked for, by its slug."""

    limit: str


@dataclass(frozen=True)
class Demanded:
    """What is to begin, by its name, and the limits of which nobody knows whether it would keep them."""

    demanding: str
    demands: tuple[str, ...]


@dataclass(frozen=True)
class ReminderDays:
    """The days on which somebody wants to be reminded, by the slug of what they said."""

    days: str


@dataclass(frozen=True)
class Ringing:
    """Reminders, each as it is written down."""

    written: tuple[str, ...]


@dataclass(frozen=True)
class OneProgramme:
    """A programme, by its slug."""

    programme: str


Subject = (
    Nothing
    | Offer
    | OneStretch
    | OneOf
    | Portion
    | Rest
    | Checking
    | Teaching
    | WayUp
    | SideLeft
    | Limited
    | Demanded
    | ReminderDays
    | Ringing
    | OneProgramme
)
