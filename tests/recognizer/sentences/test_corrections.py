"""The last wish counts, danger before it, and what only looks like a correction is none."""

import pytest

from skill.recognizer.recognizer import Recognizer
from tests.cases.each_of import each_of


@each_of(
    ("words", "intent"),
    [
        ("next no wait go back", "AMAZON.PreviousIntent"),
        ("skip, no sorry, repeat", "AMAZON.RepeatIntent"),
        ("stop i mean pause", "AMAZON.PauseIntent"),
        ("slower oh no faster please", "FasterIntent"),
        ("what's next no never mind how long is left", "TimeLeftIntent"),
        ("no start fresh", "AMAZON.StartOverIntent"),
        ("next, no thanks", "AMAZON.NoIntent"),
    ],
)
def test_the_last_wish_counts(recognizer: Recognizer, words: str, intent: str) -> None:
    assert recognizer.understand(words).intent == intent


@each_of(
    ("words", "intent", "slot", "meant"),
    [
        ("ten minutes no five", "ByTimeIntent", "duration", "PT5M"),
        ("fifteen minutes no make that ten", "ByTimeIntent", "duration", "PT10M"),
        ("five minutes instead of ten", "ByTimeIntent", "duration", "PT5M"),
        ("thirty instead of twenty", "HoldForIntent", "duration", "PT30S"),
        ("hold it for thirty scratch that twenty seconds", "HoldForIntent", "duration", "PT20S"),
        ("remind me at seven no eight in the morning", "RemindMeAtIntent", "time", "08:00"),
        ("left i mean right", "CorrectSideIntent", "side", "right"),
        ("left no right", "CorrectSideIntent", "side", "right"),
        ("start the cobra no the bridge", "StartStretchIntent", "stretch", "bridge"),
        ("start the morning routine actually no the bedtime one", "StartRoutineIntent", "routine", "bedtime"),
    ],
)
def test_a_name_an_amount_or_a_side_is_put_right_by_itself(
    recognizer: Recognizer, words: str, intent: str, slot: str, meant: str
) -> None:
    understood = recognizer.understand(words)
    heard = understood.slots[slot]
    assert (understood.intent, heard.ids[0] if heard.ids else heard.said) == (intent, meant)


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("next, no wait, it hurts", "PainIntent"),
        ("stop no I can't feel my legs", "RedFlagIntent"),
        ("I can't feel my legs, no wait, next", "RedFlagIntent"),
        ("the phone is ringing and my chest is tight", "RedFlagIntent"),
    ],
)
def test_danger_goes_before_any_correction_and_any_excuse(recognizer: Recognizer, words: str, intent: str) -> None:
    assert recognizer.understand(words).intent == intent


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("do the no kneeling routine", "StartRoutineIntent"),
        ("no wait", "AMAZON.PauseIntent"),
        ("remind me to ring the dentist at four no five", "AMAZON.FallbackIntent"),
        ("ten minutes no kneeling", "StartRoutineIntent"),
    ],
)
def test_a_no_that_belongs_to_the_wish_takes_nothing_back(recognizer: Recognizer, words: str, intent: str) -> None:
    assert recognizer.understand(words).intent == intent
