"""Whoever asks for minutes has drafts weighed by bounds, which tell of each what laying it out tells."""

from pathlib import Path

import pytest

from skill.tailoring.composing.drafting import Draft
from skill.tailoring.composing.weighing import Scales
from tests.dialogue.offers.test_duration import EVENING, speaker_over

WISHES = ("hands free", "one at a time", "slower please", "count in breaths", "fewer words", "my left side is tighter")


class Checked:
    """Weighs as the composer does, and lays every draft out besides."""

    def __init__(self) -> None:
        self.weighed = 0
        self.wrong: list[str] = []
        self._fits = Scales.fits
        self._laid_out: dict[int, tuple[Scales, Scales]] = {}

    def fits(self, scales: Scales, draft: Draft, most_seconds: float) -> bool:
        """Whether it fits, as bounds tell."""
        told = self._fits(scales, draft, most_seconds)
        _, exact = self._laid_out.setdefault(id(scales), (scales, _anew(scales)))
        seconds = exact.seconds(draft)
        self.weighed += 1
        if told != (seconds <= most_seconds):
            self.wrong.append(f"{draft.steps} last {seconds}, and {most_seconds} were wanted")
        return told


def _anew(scales: Scales) -> Scales:
    """The same, knowing nothing yet."""
    return Scales(scales.library, scales.tailoring, scales.estimate, scales.held)


@pytest.mark.parametrize("wish", WISHES)
def test_no_draft_is_told_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wish: str) -> None:
    checked = Checked()

    def fits(scales: Scales, draft: Draft, most_seconds: float) -> bool:
        return checked.fits(scales, draft, most_seconds)

    monkeypatch.setattr(Scales, "fits", fits)
    with speaker_over(tmp_path / "people.sqlite") as speaker:
        speaker.say("open gentle back", EVENING)
        speaker.say(wish, speaker.answer_time())
        for minutes in ("five", "eleven", "twenty"):
            speaker.say(f"alexa, ask gentle back for a routine of {minutes} minutes", speaker.answer_time())
    assert checked.wrong == []
    assert checked.weighed > 0
