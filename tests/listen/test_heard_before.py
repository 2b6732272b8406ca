"""What was heard before is not heard again, unless something about it is another."""

from pathlib import Path

from skill.hearing.ear import Certainty, Ear, Transcript
from skill.sound.sound import Sound, silence
from tests.listen.heard_before import HeardBefore

RATE = 16_000


class Counts(Ear):
    """An ear that hears how often it was asked."""

    name = "counts"

    def __init__(self) -> None:
        self.asked = 0

    def hear(self, sound: Sound, expected: tuple[str, ...] = ()) -> Transcript:
        assert sound.rate == RATE
        self.asked += 1
        return Transcript(self.name, f"{self.asked} times", Certainty.UNSURE, (*expected, "or so"), (0.7, 0.2))


def test_the_same_sound_is_heard_once_and_another_or_told_otherwise_anew(tmp_path: Path) -> None:
    ear = Counts()
    first = HeardBefore(ear, tmp_path / "heard.sqlite").hear(silence(1, RATE))
    again = HeardBefore(ear, tmp_path / "heard.sqlite")
    assert (
        again.hear(silence(1, RATE))
        == first
        == Transcript("counts", "1 times", Certainty.UNSURE, ("or so",), (0.7, 0.2))
    )
    assert again.hear(silence(2, RATE)).words == "2 times"
    assert again.hear(silence(1, RATE), ("next",)).words == "3 times"
    assert again.hear(silence(1, RATE)).words == "1 times"


def test_only_so_much_is_kept(tmp_path: Path) -> None:
    ear = Counts()
    kept = HeardBefore(ear, tmp_path / "heard.sqlite", most=3)
    for seconds in (1, 2, 3, 4):
        kept.hear(silence(seconds, RATE))
    assert kept.hear(silence(4, RATE)).words == "4 times"
    assert kept.hear(silence(1, RATE)).words == "5 times", "the oldest was let go"
