"""Lengths of time, times of day and days are heard as Alexa writes them."""

from skill.home import the_recognizer
from skill.recognizer.meaning import HeardSlot
from skill.recognizer.recognizer import Recognizer
from tests.cases.each_of import each_of


@each_of(
    ("words", "intent", "said"),
    [
        ("hold it for ten minutes", "HoldForIntent", "PT10M"),
        ("hold for a quarter of an hour", "HoldForIntent", "PT15M"),
        ("I have half an hour", "ByTimeIntent", "PT30M"),
        ("I've got an hour and a half", "ByTimeIntent", "PT1H30M"),
        ("hold for 20 seconds", "HoldForIntent", "PT20S"),
        ("hold for nine hours", "HoldForIntent", "PT9H"),
        ("hold for zero minutes", "HoldForIntent", "PT0M"),
        ("remind me at seven", "RemindMeAtIntent", "07:00"),
        ("remind me at 7 a.m.", "RemindMeAtIntent", "07:00"),
        ("remind me at seven p m", "RemindMeAtIntent", "19:00"),
        ("remind me at half past six in the evening", "RemindMeAtIntent", "18:30"),
        ("remind me at quarter to eight", "RemindMeAtIntent", "07:45"),
        ("remind me at quarter to one in the morning", "RemindMeAtIntent", "00:45"),
        ("remind me at 9:15", "RemindMeAtIntent", "09:15"),
        ("remind me at nine oh five", "RemindMeAtIntent", "09:05"),
        ("remind me at twelve a m", "RemindMeAtIntent", "00:00"),
        ("remind me at noon", "RemindMeAtIntent", "12:00"),
        ("remind me in the morning", "RemindMeAtIntent", "MO"),
    ],
)
def test_lengths_and_times_are_heard_as_alexa_writes_them(
    recognizer: Recognizer, words: str, intent: str, said: str
) -> None:
    understood = recognizer.understand(words)
    assert (understood.intent, list(understood.slots.values())) == (intent, [HeardSlot(said, ())])


def test_half_seven_is_half_past_seven_everywhere_for_it_is_said_back_before_anything_is_made() -> None:
    heard = {
        locale: the_recognizer(locale).understand("remind me at half seven").slots.get("time")
        for locale in ("en-GB", "en-US")
    }
    assert heard == dict.fromkeys(("en-GB", "en-US"), HeardSlot("07:30", ()))


def test_a_day_and_a_time_are_heard_in_one_sentence(recognizer: Recognizer) -> None:
    understood = recognizer.understand("remind me on mondays at seven")
    assert understood.intent == "RemindMeIntent"
    assert understood.slots == {"days": HeardSlot("on mondays", ("monday",)), "time": HeardSlot("07:00", ())}
