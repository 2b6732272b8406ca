"""What is told of each stretch alone adds up to nearly what a routine lasts, and so hardly any draft is laid out."""

from itertools import product
from pathlib import Path

import pytest

from skill.content.model import Step
from skill.dialogue.offers import duration
from skill.tailoring.composing.drafting import Draft
from skill.tailoring.composing.weighing import Scales
from skill.timeline import Moment
from tests.dialogue.offers.test_duration import EVENING, speaker_over
from tests.nightly import some_of

WISHES = ("yes", "hands free", "one at a time", "slower please", "count in breaths", "fewer words", "i can't kneel")
MINUTES = ("eight", "seventeen")
PLACES = ("", " in bed", " on a chair", " standing")
LONGER_SECONDS, SHORTER_SECONDS = 9.0, 40.0
"""What is laid out may be so much longer than it was reckoned, or so much shorter: a question more, with the eight
seconds in which it is answered, or some fewer."""


@pytest.mark.parametrize("wish", some_of(WISHES, 2))
def test_the_sum_of_the_parts_is_nearly_the_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wish: str) -> None:
    beyond: list[float] = []
    lay_out = Scales.laid_out

    def laid_out(scales: Scales, draft: Draft) -> float:
        reckoned = scales.seconds(draft)
        beyond.append(lay_out(scales, draft) - reckoned)
        return scales.seconds(draft)

    monkeypatch.setattr(Scales, "laid_out", laid_out)
    with speaker_over(tmp_path / "people.sqlite") as speaker:
        speaker.say("open gentle back", EVENING)
        speaker.say(wish, speaker.answer_time())
        # By day half of them, the other half for the next wish.
        for minutes, place in some_of([*product(MINUTES, PLACES)], 2, WISHES.index(wish)):
            speaker.say(f"alexa, ask gentle back for a routine of {minutes} minutes{place}", speaker.answer_time())
            speaker.say("alexa, stop", speaker.answer_time())
    assert len(beyond) >= len(PLACES)
    assert -SHORTER_SECONDS <= min(beyond) <= max(beyond) <= LONGER_SECONDS


class LaidOut:
    """Counts what is laid out whole, as nobody has estimated anything before."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.steps: list[tuple[Step, ...]] = []
        self._lasting = duration._lasting.__wrapped__
        monkeypatch.setattr(duration, "_lasting", self._counted)

    def _counted(self, led: duration._Led, before: tuple[Moment, ...]) -> float:
        self.steps.append(led.steps)
        return self._lasting(led, before)


@pytest.mark.parametrize(("minutes", "most"), [("five", 2), ("ten", 1), ("twelve", 2), ("twenty", 2)])
def test_one_draft_or_two_are_laid_out_for_somebody_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, minutes: str, most: int
) -> None:
    laid_out = LaidOut(monkeypatch)
    with speaker_over(tmp_path / "people.sqlite") as speaker:
        speaker.say(f"alexa, ask gentle back for a routine of {minutes} minutes", EVENING)
    assert 0 < len(set(laid_out.steps)) <= most
