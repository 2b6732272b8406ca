"""A voice that takes no program: a tone as long as its words, with nothing before and after, loud or soft by turns."""

from dataclasses import dataclass, field

from skill.sound.sound import Sound, joined, silence
from skill.voice.voice import USUAL, VoiceFailed
from tests.sound.test_sound import tone

SECONDS_A_LETTER = 0.06


@dataclass
class MadeUpVoice:
    """It notes what it was asked for; it fails where it is told to."""

    name: str = "made-up"
    rate: int = 22_050
    said: list[str] = field(default_factory=list)
    fails: bool = False

    def say(self, words: str, speed: float = USUAL) -> Sound:
        if self.fails:
            raise VoiceFailed("The made-up voice fails. Choose another voice.")
        self.said.append(words)
        spoken = tone(300, SECONDS_A_LETTER * len(words) / speed, self.rate).louder(-6.0 * (len(self.said) % 3))
        return joined([silence(0.3, self.rate), spoken, silence(0.4, self.rate)], self.rate)

    def close(self) -> None:
        self.said.append("closed")
