"""The voices of flite: four people, synthesised from small pieces of their speech."""

from dataclasses import dataclass
from typing import ClassVar

from skill.sound.files import UnreadableSound, from_wav
from skill.sound.sound import Sound
from skill.voice.program import spoken_by
from skill.voice.voice import USUAL, VoiceFailed, as_one_piece

PROGRAM = "flite"

_STRETCH = 0.86
"""The stretch of its usual duration, which is too slow: so a routine takes what skill/pace.py estimates."""


@dataclass(frozen=True)
class Flite:
    """flite with one of its speakers."""

    speaker: str = "slt"

    SPEAKERS: ClassVar[tuple[str, ...]] = ("slt", "rms", "awb", "kal16")
    """A woman, two men of whom the second is a Scot, and an older voice."""

    @property
    def name(self) -> str:
        """See `Voice`."""
        return f"flite {self.speaker}"

    def say(self, words: str, speed: float = USUAL) -> Sound:
        """See `Voice`."""
        slower = f"duration_stretch={_STRETCH / speed:.3f}"
        # On standard input it needs a line end after the words, and else waits for more: so they are an argument.
        said = ("-t", as_one_piece(words), "-o", "/dev/stdout")
        written = spoken_by((PROGRAM, "-voice", self.speaker, "--setf", slower, *said))
        try:
            return from_wav(written, self.name)
        except UnreadableSound as error:
            raise VoiceFailed(f"{self.name} wrote no sound. Try it in a terminal, or choose another voice.") from error

    def close(self) -> None:
        """See `Voice`. Nothing is to be done: the program ends after each sentence."""
