"""The interface of a voice, whatever program it uses, and the exception for when it fails."""

from typing import Protocol

from skill.sound.sound import Sound

SLOWEST, USUAL, FASTEST = 0.5, 1.0, 2.0
"""The bounds for the speed of a voice, as a share of its usual speed."""

LONGEST_WORDS = 2_000
"""The most characters in one piece: a reply is said sentence by sentence, and none has so many."""

LONGEST_WAIT_SECONDS = 60.0
"""The time-out for one piece of words."""


class VoiceFailed(Exception):
    """The voice cannot speak; the text is one sentence why, and one with the next step."""


class Voice(Protocol):
    """Speaks words."""

    @property
    def name(self) -> str:
        """The voice's name, for people and as a cache key: `piper en_US-joe-medium`, `espeak-ng en-us`, `flite slt`."""

    def say(self, words: str, speed: float = USUAL) -> Sound:
        """The words as sound, at `speed` times the usual speed. Raises VoiceFailed."""

    def close(self) -> None:
        """Release its resources; `say` may be called again afterwards."""


def as_one_piece(words: str) -> str:
    """The words on one line, without NUL characters. Raises VoiceFailed for more than LONGEST_WORDS characters."""
    if len(words) > LONGEST_WORDS:
        raise VoiceFailed(f"These are more than {LONGEST_WORDS} letters at once. Give them in sentences.")
    return " ".join(words.replace("\0", " ").split())
