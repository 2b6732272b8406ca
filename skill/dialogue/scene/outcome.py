"""An outcome: what an answer decides, and the errand that may have to be done before it counts."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from skill.dialogue.memory.person import Person
from skill.ports.reminders import Reminders, Result
from skill.ports.reply import Reply
from skill.ports.time_zones import Device


class Forget(Enum):
    """What is to be deleted after a turn."""

    NOTHING = auto()
    ME = auto()
    HOUSEHOLD = auto()


@dataclass(frozen=True)
class Outcome:
    """What an answer decides: the person from now on, what they hear, and what is to be forgotten."""

    person: Person
    reply: Reply
    forget: Forget = Forget.NOTHING
    errand: "Errand | None" = None
    """What has to be done first; then its outcome counts, and not this one."""
    aside: tuple[str, ...] = ()
    """What was only done in passing says these sentences, and no more: what is answered besides comes after them."""


@dataclass(frozen=True)
class Errand:
    """What is asked of the reminders before anything is heard, and the outcome that their result makes."""

    ask: Callable[[Reminders, Device | None], Result]
    then: Callable[[Result], Outcome]
