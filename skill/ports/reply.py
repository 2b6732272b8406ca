"""A reply: a timeline to be heard, and what the microphone does afterwards; nothing else decides that."""

from dataclasses import dataclass, field

from skill.ports.awaited import Awaited
from skill.timeline import Timeline


@dataclass(frozen=True)
class Listen:
    """The microphone opens; when nobody answers, the reprompt is heard and it opens once more."""

    reprompt: Timeline
    awaits: Awaited | None = None
    """What the answer most likely fills: Alexa listens for it, and for everything else."""


@dataclass(frozen=True)
class Close:
    """The conversation is over after the speech."""


@dataclass(frozen=True)
class Stay:
    """Nobody is asked, and nothing closes: the screen itself says when the reply is over, and it goes on."""


@dataclass(frozen=True)
class AskLeave:
    """Alexa asks for the permission to keep reminders, in words of hers; the token comes back with her answer."""

    token: str


@dataclass(frozen=True)
class Card:
    """Something to be read in the Alexa app, a line each."""

    title: str
    text: str


@dataclass(frozen=True)
class Reply:
    """What is heard, and then the microphone; an empty timeline says nothing at all."""

    timeline: Timeline = field(default_factory=Timeline)
    microphone: Listen | Close | AskLeave | Stay = Close()
    card: Card | None = None
    """What is to be read besides, where somebody asked for it in writing."""
