"""A programme waits for whoever missed a day, lets rest days go by, and after a week away goes on a little softer."""

import pytest

from skill.content.model.programmes import Programme, ProgrammeWords
from skill.dialogue.memory.following import Following, Today, further, today_of

WORDS = {"en": ProgrammeWords(name="week", called="the week", about="A week.")}
WEEK = Programme(slug="week", days=("one", "two", "rest", "rest", "three"), small="one", words=WORDS)
ROUND = WEEK.but(repeats=True)
FIRST = 739_000


def after(*days: int, programme: Programme = WEEK) -> Following:
    """Somebody who did what was for the day on each of these days."""
    following = Following("week")
    for day in days:
        following = following.having_done(programme, FIRST + day)
    return following


def on(day: int, following: Following) -> Today:
    return today_of(WEEK, following, FIRST + day)


def test_a_programme_begins_with_its_first_day_on_any_date() -> None:
    assert on(300, after()) == Today(number=1, week=1, routine="one")


def test_a_day_is_done_once() -> None:
    assert on(0, after(0)) == Today(number=1, week=1, done=True)


def test_a_missed_day_waits() -> None:
    assert on(5, after(0)) == Today(number=2, week=1, routine="two")


@pytest.mark.parametrize(
    ("day", "today"),
    [
        (2, Today(number=3, week=1)),
        (3, Today(number=4, week=1)),
        (4, Today(number=5, week=1, routine="three")),
        (6, Today(number=5, week=1, routine="three")),
    ],
)
def test_days_of_rest_go_by_of_themselves(day: int, today: Today) -> None:
    assert on(day, after(0, 1)) == today


def test_after_its_last_day_nobody_follows_it() -> None:
    assert after(0, 1, 4) == Following()


def test_one_that_repeats_begins_again_in_another_week() -> None:
    following = after(0, 1, 4, 5, 6, 9, programme=ROUND)
    assert today_of(ROUND, following, FIRST + 10) == Today(number=11, week=2, routine="one")


def test_a_week_away_takes_two_weeks_of_doses_back_but_no_day() -> None:
    days = [5 * turn + day for turn in range(5) for day in (0, 1, 4)]
    following = after(*days, programme=ROUND)
    assert today_of(ROUND, following, FIRST + 25) == Today(number=26, week=4, routine="one")
    away = today_of(ROUND, following, FIRST + 24 + 7)
    assert away == Today(number=26, week=2, routine="one")
    back = following.having_done(ROUND, FIRST + 31)
    assert today_of(ROUND, back, FIRST + 32) == Today(number=27, week=2, routine="two")


def test_nobody_goes_back_beyond_the_first_week() -> None:
    assert on(400, after(0)).week == 1


def test_of_two_speakers_the_one_that_is_further_knows_how_far() -> None:
    assert further(after(0), after(0, 1), after(0)) == further(after(0, 1), after(0), after(0)) == after(0, 1)


def test_the_later_writer_knows_which_programme() -> None:
    assert further(Following(), after(0, 1), after(0)) == further(after(0, 1), Following(), after(0)) == Following()
