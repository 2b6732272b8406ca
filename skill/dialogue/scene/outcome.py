"""An outcome: what an answer decides, and an errand that may have to be run first."""

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
    """What an answer decides: the person from now on, the reply, and whose records to delete."""

    person: Person
    reply: Reply
    forget: Forget = Forget.NOTHING
    errand: "Errand | None" = None
    """A request to the reminders that comes first; the outcome for its result replaces this one."""
    aside: tuple[str, ...] = ()
    """The sentences of a wish that was answered in passing; the answer to another wish follows them."""


@dataclass(frozen=True)
class Errand:
    """A request to the reminders, and the function that makes an outcome of its result."""

    ask: Callable[[Reminders, Device | None], Result]
    then: Callable[[Result], Outcome]
