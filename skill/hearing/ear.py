"""The interface of an ear, a recognizer of words: it takes sound, and gives words and how sure it is of them."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from skill.sound.sound import Sound

RATE = 16_000
"""The sample rate that the ears, the wake word and the end of speech need."""

AGAIN = "Call make voice once more."


THOUGHTS = 5
"""The most thoughts (possible wordings of a sentence) that an ear reports."""


class EarFailed(Exception):
    """An ear cannot hear; the text is one sentence why, and one with the next step."""


class Certainty(IntEnum):
    """How sure an ear is of its words."""

    STRANGE = 0
    """Probably not what was said, as another listener that does not know our sentences would hear something else."""
    UNSURE = 1
    SURE = 2


@dataclass(frozen=True)
class Transcript:
    """What one ear heard; the words are empty where nobody spoke."""

    ear: str
    words: str
    certainty: Certainty
    else_words: tuple[str, ...] = ()
    """Its other thoughts, the likeliest first."""
    shares: tuple[float, ...] = ()
    """The probability of each thought, if the ear knows it; their sum is at most one."""

    @property
    def thoughts(self) -> tuple[str, ...]:
        """All thoughts, the likeliest first; empty where nobody spoke."""
        return (self.words, *self.else_words) if self.words else ()


class Ear(Protocol):
    """Transcribes sentences, one at a time."""

    is_told: bool = False
    """Whether it makes use of the words that it is told to expect."""
    knows_any_words: bool = True
    """Whether it can write down any words; one that knows only our sentences hears them in everything."""

    @property
    def name(self) -> str:
        """The ear's name, for people."""

    def hear(self, sound: Sound, expected: tuple[str, ...] = ()) -> Transcript:
        """The transcript of a sentence, which may have some of the expected words. Raises EarFailed."""
