"""An outcome: what an answer decides, with the errand that may have to be run first."""

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
    """What has to be asked of the reminders first; then the outcome that it gives replaces this one."""
    aside: tuple[str, ...] = ()
    """The sentences of a wish that was done in passing; the answer to the other wish comes after them."""


@dataclass(frozen=True)
class Errand:
    """What to ask of the reminders, and the outcome for their result."""

    ask: Callable[[Reminders, Device | None], Result]
    then: Callable[[Result], Outcome]
