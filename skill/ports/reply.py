"""A reply: a timeline to be heard, and what the microphone does after it; nothing else decides that."""

from dataclasses import dataclass, field

from skill.ports.awaited import Awaited
from skill.timeline import Timeline


@dataclass(frozen=True)
class Listen:
    """The microphone opens. If nobody answers, the reprompt is heard, and it opens once more."""

    reprompt: Timeline
    awaits: Awaited | None = None
    """The slot that the answer most likely fills; Alexa listens for it first, and still for everything else."""


@dataclass(frozen=True)
class Close:
    """The session closes after the speech."""


@dataclass(frozen=True)
class Stay:
    """Neither: the session stays open without a question, and the screen's event at the end of the reply leads on."""


@dataclass(frozen=True)
class AskLeave:
    """Alexa itself asks for the permission to keep reminders; the token comes back with the answer."""

    token: str


@dataclass(frozen=True)
class Card:
    """A card in the Alexa app, with lines of text."""

    title: str
    text: str


@dataclass(frozen=True)
class Reply:
    """What is heard, and then the microphone; an empty timeline says nothing at all."""

    timeline: Timeline = field(default_factory=Timeline)
    microphone: Listen | Close | AskLeave | Stay = Close()
    card: Card | None = None
    """Sent only where somebody asked for something in writing."""
