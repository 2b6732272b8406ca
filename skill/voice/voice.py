"""What a voice is, whatever program makes it, and the exception for when it fails."""

from typing import Protocol

from skill.sound.sound import Sound

SLOWEST, USUAL, FASTEST = 0.5, 1.0, 2.0
"""How fast a voice may be asked to speak, as a share of its usual speed."""

LONGEST_WORDS = 2_000
"""Letters of one piece of words; a reply is said sentence by sentence, and none has so many."""

LONGEST_WAIT_SECONDS = 60.0
"""For one piece of words: what takes longer hangs."""


class VoiceFailed(Exception):
    """The voice cannot speak: one sentence why, and one with the next step."""


class Voice(Protocol):
    """Speaks, as often as it is asked."""

    @property
    def name(self) -> str:
        """Which voice, for people and in a cache: `piper en_US-joe-medium`, `espeak-ng en-us`, `flite slt`."""

    def say(self, words: str, speed: float = USUAL) -> Sound:
        """The words as sound, so many times as fast as usual. Raises VoiceFailed."""

    def close(self) -> None:
        """Let go of what it needs to speak; it may be asked again."""


def as_one_piece(words: str) -> str:
    """The words on one line, without what no program takes. Raises VoiceFailed when they are too many."""
    if len(words) > LONGEST_WORDS:
        raise VoiceFailed(f"These are more than {LONGEST_WORDS} letters at once. Give them in sentences.")
    return " ".join(words.replace("\0", " ").split())
