"""What an ear is, whatever library it is: sound in, words out and how sure they are; and what is said when it fails."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from skill.sound.sound import Sound

RATE = 16_000
"""Samples a second that every ear, the wake word and the end of speech take."""

AGAIN = "Call make voice once more."


THOUGHTS = 5
"""So many ways to have heard a sentence an ear tells, at most."""


class EarFailed(Exception):
    """An ear cannot hear: one sentence why, and one with the next step."""


class Certainty(IntEnum):
    """How sure an ear is of its words."""

    STRANGE = 0
    """Hardly what was said: another listener, who knows no sentence of ours, would hear something else."""
    UNSURE = 1
    SURE = 2


@dataclass(frozen=True)
class Transcript:
    """What one ear heard; no words where nobody spoke."""

    ear: str
    words: str
    certainty: Certainty
    else_words: tuple[str, ...] = ()
    """What it may have been instead, the likeliest first."""
    shares: tuple[float, ...] = ()
    """How likely each thought is beside the others, where the ear knows: at most one together."""

    @property
    def thoughts(self) -> tuple[str, ...]:
        """All that it may have been; nothing where nobody spoke."""
        return (self.words, *self.else_words) if self.words else ()


class Ear(Protocol):
    """Writes down what is said, one sentence at a time."""

    is_told: bool = False
    """Whether it hears otherwise where it is told what to expect."""
    knows_any_words: bool = True
    """Whether it writes down whatever is said; one that knows our sentences alone hears them in everything."""

    @property
    def name(self) -> str:
        """Which ear, for people."""

    def hear(self, sound: Sound, expected: tuple[str, ...] = ()) -> Transcript:
        """The words of a sentence; some of those expected may be in it. Raises EarFailed."""
