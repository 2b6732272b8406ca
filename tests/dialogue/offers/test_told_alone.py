"""What is told of a stretch alone tells how much longer it takes in a greater dose, and so fewer are laid out."""

from collections import Counter
from pathlib import Path

import pytest

from skill.content.model import Routine
from skill.dialogue.offers import duration
from skill.tailoring.composing.weighing import Scales
from skill.tailoring.steps.made import MadeStep
from skill.timeline import Moment
from tests.dialogue.offers.test_duration import EVENING, speaker_over

WISHES = ("yes", "hands free", "one at a time", "slower please", "count in breaths", "fewer words", "i can't kneel")
PLACES = ("", " in bed", " on a chair", " standing")
HARDLY_SECONDS = 0.15
"""Tenths that are rounded."""


@pytest.mark.parametrize("wish", WISHES)
def test_it_tells_what_laying_both_doses_out_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wish: str) -> None:
    told_of = Counter[str]()
    wrong: list[str] = []
    laid_out = Scales._growth_laid_out

    def growth(scales: Scales, least: MadeStep, now: MadeStep) -> float:
        told = laid_out(scales, least, now)
        seconds = scales.measured((now,)) - scales.measured((least,))
        told_of["alone" if scales._told_alone(now) else "with all around it"] += 1
        if abs(told - seconds) > HARDLY_SECONDS:
            wrong.append(f"{now} lasts {seconds} longer than {least}, not {told}")
        return told

    monkeypatch.setattr(Scales, "_growth_laid_out", growth)
    with speaker_over(tmp_path / "people.sqlite") as speaker:
        speaker.say("open gentle back", EVENING)
        speaker.say(wish, speaker.answer_time())
        for place in PLACES:
            speaker.say(f"alexa, ask gentle back for a routine of twelve minutes{place}", speaker.answer_time())
            speaker.say("alexa, stop", speaker.answer_time())
    assert wrong == []
    assert bool(told_of["alone"]) is (wish != "hands free")


class LaidOut:
    """Counts what is laid out whole, as nobody has estimated anything before."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.routines: list[Routine] = []
        self._lasting = duration._lasting.__wrapped__
        monkeypatch.setattr(duration, "_lasting", self._counted)

    def _counted(self, led: duration._Led, before: tuple[Moment, ...]) -> float:
        self.routines.append(led.routine)
        return self._lasting(led, before)


@pytest.mark.parametrize(("minutes", "most_drafts", "most_alone"), [("five", 3, 1), ("ten", 7, 2), ("twenty", 9, 10)])
def test_few_drafts_and_hardly_a_stretch_are_laid_out_for_somebody_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, minutes: str, most_drafts: int, most_alone: int
) -> None:
    laid_out = LaidOut(monkeypatch)
    with speaker_over(tmp_path / "people.sqlite") as speaker:
        speaker.say(f"alexa, ask gentle back for a routine of {minutes} minutes", EVENING)
    alone = sum(len(routine.steps) == 1 for routine in laid_out.routines)
    assert 0 < len(laid_out.routines) - alone <= most_drafts
    assert alone <= most_alone
