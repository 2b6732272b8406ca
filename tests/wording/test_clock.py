"""Times of day and days of the week as they are read back."""

from datetime import time
from itertools import combinations

from skill.wording import Wording
from skill.wording.clock import EVERY_DAY, clock_words, days_words
from tests.cases.each_of import each_of
from tests.library import LIBRARY

WORDING = Wording(LIBRARY, "en")


@each_of(
    ("at", "words"),
    [
        ("00:00", "midnight"),
        ("00:15", "twelve fifteen at night"),
        ("01:00", "one in the morning"),
        ("07:00", "seven in the morning"),
        ("07:05", "seven oh five in the morning"),
        ("11:59", "eleven fifty-nine in the morning"),
        ("12:00", "twelve noon"),
        ("12:30", "twelve thirty in the afternoon"),
        ("17:45", "five forty-five in the afternoon"),
        ("18:00", "six in the evening"),
        ("22:00", "ten at night"),
    ],
)
def test_a_time_is_said_as_people_say_it(at: str, words: str) -> None:
    assert clock_words(WORDING, time.fromisoformat(at)) == words


def test_no_two_times_of_a_day_sound_alike() -> None:
    said = {clock_words(WORDING, time(hour, minute)) for hour in range(24) for minute in range(60)}
    assert len(said) == 24 * 60


@each_of(
    ("days", "words"),
    [
        ("MO TU WE TH FR SA SU", "every day"),
        ("MO TU WE TH FR", "on weekdays"),
        ("SA SU", "at weekends"),
        ("SU", "every Sunday"),
        ("MO TH", "every Monday and Thursday"),
        ("MO WE FR", "every Monday, Wednesday, and Friday"),
    ],
)
def test_days_have_their_names(days: str, words: str) -> None:
    assert days_words(WORDING, tuple(days.split())) == words


def test_no_two_choices_of_days_sound_alike() -> None:
    choices = [days for length in range(1, 8) for days in combinations(EVERY_DAY, length)]
    assert len({days_words(WORDING, days) for days in choices}) == len(choices) == 127
