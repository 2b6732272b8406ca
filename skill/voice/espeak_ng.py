"""The voice of espeak-ng: made by rules, quick and easy to understand, in accents of English, but not like a person."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from skill.sound.sound import Sound
from skill.voice.program import spoken_by
from skill.voice.voice import USUAL, VoiceFailed, as_one_piece

PROGRAM = "espeak-ng"

_WORDS_A_MINUTE = 175
"""Its own usual speed, at which a routine takes what skill/pace.py estimates, within a hundredth."""
_HEADER_BYTES = 44
_RATE_AT = slice(24, 28)


@dataclass(frozen=True)
class EspeakNg:
    """espeak-ng in one of its accents."""

    accent: str = "en-us"

    ACCENTS: ClassVar[tuple[str, ...]] = ("en-us", "en-gb", "en-gb-scotland")

    @property
    def name(self) -> str:
        """See `Voice`."""
        return f"espeak-ng {self.accent}"

    def say(self, words: str, speed: float = USUAL) -> Sound:
        """See `Voice`."""
        rate = str(round(_WORDS_A_MINUTE * speed))
        # It writes while it speaks, so the length in its WAV header is not valid.
        written = spoken_by(
            (PROGRAM, "-v", self.accent, "-s", rate, "-b", "1", "--stdin", "--stdout"), as_one_piece(words)
        )
        if not written.startswith(b"RIFF"):
            raise VoiceFailed(f"{self.name} wrote no sound. Try it in a terminal, or choose another voice.")
        samples = written[_HEADER_BYTES : len(written) // 2 * 2]
        return Sound(np.frombuffer(samples, dtype="<i2").astype(np.int16), int.from_bytes(written[_RATE_AT], "little"))

    def close(self) -> None:
        """See `Voice`. Nothing is to be done: the program ends after each sentence."""
