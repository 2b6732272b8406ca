"""However long somebody was away, they are led on in the way that suits it; days are their own, not Greenwich's."""

from datetime import UTC, datetime, timedelta

import pytest

from skill.device.speaker import Whose
from skill.stores.sqlite import SqliteStore
from tests.dialogue.listener import OWNER, Atlas, Listener

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
STOPPED = "You stopped in lower back, at knee rolls, right side; "
WARMED = "First a short warm-up, then back to knee rolls, right side. "
BACK = "Back to knee rolls, right side. "
WELCOME = "Welcome to Gentle Back. "


@pytest.fixture(name="anna")
def _anna(store: SqliteStore) -> Listener:
    return Listener(store, Atlas("Europe/London"))


def stopped(listener: Listener, at: datetime = MORNING) -> datetime:
    """When somebody stopped who began the lower back routine at this time: at "Ready?", six minutes later."""
    listener.say("ask gentle back to start my lower back routine", at)
    listener.say("ready")
    assert listener.say("stop") == "Your place is kept."
    assert listener.step == "knee-rolls"
    return listener.last.at


def test_after_ten_minutes_it_goes_straight_on(anna: Listener) -> None:
    heard = anna.say("open gentle back", stopped(anna) + timedelta(minutes=10))
    assert heard.startswith("Knee rolls, right side. Lying on your back. Ten seconds on each side. ")
    assert "chair" not in heard


def test_a_second_later_the_way_down_is_told_again(anna: Listener) -> None:
    heard = anna.say("open gentle back", stopped(anna) + timedelta(minutes=10, seconds=1))
    assert heard.startswith(f"{BACK}Hold a heavy chair, and lower one knee, then the other. ")


def test_within_the_hour_the_posture_is_said_again_and_nothing_asked(anna: Listener) -> None:
    heard = anna.say("open gentle back", stopped(anna) + timedelta(hours=1))
    assert heard.startswith(f"{BACK}Hold a heavy chair, and lower one knee, then the other. ")
    assert "You should be lying on your back now. Ten seconds on each side." in heard
    assert "Go on, or start fresh?" not in heard


def test_later_the_same_day_the_minutes_left_are_told_and_one_question_asked(anna: Listener) -> None:
    away = stopped(anna) + timedelta(hours=1, seconds=1)
    assert anna.say("open gentle back", away) == f"{STOPPED}eleven minutes are left. Go on, or start fresh?"
    assert anna.say("go on").startswith(f"{BACK}Hold a heavy chair")
    assert anna.step == "knee-rolls"


def test_on_another_day_a_warm_up_comes_first_and_is_counted(anna: Listener) -> None:
    away = stopped(anna) + timedelta(days=1)
    assert anna.say("open gentle back", away) == f"{STOPPED}fourteen minutes are left. Go on, or start fresh?"
    tilts = anna.say("go on")
    assert tilts.startswith(WARMED)
    assert "Pelvic tilts. Three times, five seconds in each position." in tilts
    rolls = anna.say("ready")
    assert rolls.startswith("Knee rolls. Five seconds on each side.")
    assert anna.step == "warm-up-rolls"
    anna.say("ready")
    assert anna.step == "piriformis"


@pytest.mark.parametrize(
    ("routine", "strong", "spoken"),
    [
        ("the hips routine", "bridge", "windshield wipers"),
        ("the no kneeling routine", "sphinx", "piriformis muscle stretch, right side"),
        ("the seven stretches", "downward-dog", "cat-cow stretch"),
    ],
)
def test_on_another_day_a_strong_place_starts_at_the_nearest_earlier_gentle_one(
    anna: Listener, routine: str, strong: str, spoken: str
) -> None:
    anna.say(f"ask gentle back to start {routine}", MORNING)
    anna.skip_to(strong)
    anna.say("alexa, stop", anna.last.at + timedelta(seconds=12))
    anna.say("open gentle back", anna.last.at + timedelta(hours=2))
    assert anna.step == strong
    anna.say("open gentle back", anna.last.at + timedelta(days=1))
    assert anna.say("go on").startswith(f"First a short warm-up, then back to {spoken}.")


def test_for_fourteen_days_it_is_offered_and_the_answer_is_understood(anna: Listener) -> None:
    away = stopped(anna) + timedelta(days=14)
    assert anna.say("open gentle back", away).startswith(STOPPED)
    assert anna.say("go on").startswith(WARMED)


@pytest.mark.parametrize("words", ["yes", "go on", "ready", "start"])
def test_after_that_any_friendly_word_begins_the_routine_anew(anna: Listener, words: str) -> None:
    anna.say("open gentle back", stopped(anna) + timedelta(days=14, seconds=1))
    assert anna.say(words).startswith("Lower back. ")
    assert anna.step == "pelvic-tilts"


def test_after_that_the_old_place_is_offered_no_more(anna: Listener) -> None:
    away = stopped(anna) + timedelta(days=14, seconds=1)
    heard = anna.say("open gentle back", away)
    assert "knee rolls" not in heard.lower()
    assert "left" not in heard
    assert not heard.startswith(WELCOME)


def test_resume_finds_the_old_place_no_more_either(anna: Listener) -> None:
    away = stopped(anna) + timedelta(days=14, seconds=1)
    assert "knee rolls" not in anna.say("ask gentle back to resume", away).lower()


def test_being_greeted_keeps_a_place_no_longer(anna: Listener) -> None:
    away = stopped(anna)
    anna.say("open gentle back", away + timedelta(days=13))
    assert "knee rolls" not in anna.say("open gentle back", away + timedelta(days=15)).lower()


@pytest.mark.parametrize("year", [2001, 2150])
@pytest.mark.parametrize(("seconds", "nobody"), [(0, False), (1, True)])
def test_who_did_not_come_for_a_year_is_nobody_by_the_turn_s_time_not_by_a_clock(
    anna: Listener, year: int, seconds: int, nobody: bool
) -> None:
    away = stopped(anna, MORNING.replace(year=year))
    heard = anna.say("open gentle back", away + timedelta(days=365, seconds=seconds))
    assert heard.startswith(WELCOME) is nobody


def test_nothing_of_somebody_forgotten_after_a_year_is_kept_when_they_come(anna: Listener, store: SqliteStore) -> None:
    away = stopped(anna)
    anna.say("open gentle back", away + timedelta(days=366))
    kept = store.read(OWNER)
    assert kept is not None
    assert {"practices", "met", "finished", "measures"} & set(kept.record) == set()


# Begun six minutes before the person stopped. Local times; what comes after the sign is the zone's distance from UTC.
ANOTHER_DAY = [
    ("America/New_York", "2026-06-10T23:24-04:00", "2026-06-11T00:10-04:00"),  # the same day in Greenwich
    ("America/New_York", "2026-03-07T23:24-05:00", "2026-03-08T00:10-05:00"),  # into the day that lacks an hour
    ("America/New_York", "2026-03-08T23:24-04:00", "2026-03-09T00:10-04:00"),  # out of it: by winter's time the same
    ("America/New_York", "2026-10-31T23:24-04:00", "2026-11-01T00:10-04:00"),  # into the day that has one twice
    ("America/New_York", "2026-11-01T23:24-05:00", "2026-11-02T00:10-05:00"),  # out of it: by summer's time the same
    ("Europe/London", "2026-03-28T23:24+00:00", "2026-03-29T00:10+00:00"),
    ("Europe/London", "2026-03-29T23:24+01:00", "2026-03-30T00:10+01:00"),
    ("Europe/London", "2026-10-24T23:24+01:00", "2026-10-25T00:10+01:00"),
    ("Europe/London", "2026-10-25T23:24+00:00", "2026-10-26T00:10+00:00"),
    ("Pacific/Kiritimati", "2026-06-10T23:24+14:00", "2026-06-11T00:10+14:00"),
]
SAME_DAY = [
    ("America/New_York", "2026-06-10T19:24-04:00", "2026-06-10T20:10-04:00"),  # midnight in Greenwich
    ("America/New_York", "2026-03-08T01:24-05:00", "2026-03-08T03:10-04:00"),  # three quarters of an hour later
    ("America/New_York", "2026-11-01T01:24-04:00", "2026-11-01T01:10-05:00"),  # the same hour again
    ("Europe/London", "2026-03-29T00:24+00:00", "2026-03-29T02:10+01:00"),
    ("Europe/London", "2026-10-25T01:24+01:00", "2026-10-25T01:10+00:00"),
]
SAME_DAY_LATER = [
    ("America/New_York", "2026-03-08T00:24-05:00", "2026-03-08T23:50-04:00"),
    ("America/New_York", "2026-11-01T00:24-04:00", "2026-11-01T23:50-05:00"),
    ("Europe/London", "2026-03-29T00:24+00:00", "2026-03-29T23:50+01:00"),
    ("Europe/London", "2026-10-25T00:24+01:00", "2026-10-25T23:50+00:00"),
]


def opened(listener: Listener, begun: str, opened_at: str) -> str:
    """What is heard first by somebody who began at one time, stopped six minutes later, and opened at another."""
    stopped(listener, datetime.fromisoformat(begun))
    return listener.say("open gentle back", datetime.fromisoformat(opened_at))


@pytest.mark.parametrize(("zone", "begun", "opened_at"), ANOTHER_DAY)
def test_midnight_is_the_person_s_own(store: SqliteStore, zone: str, begun: str, opened_at: str) -> None:
    assert opened(Listener(store, Atlas(zone)), begun, opened_at).startswith(WARMED)


@pytest.mark.parametrize(("zone", "begun", "opened_at"), SAME_DAY)
def test_an_hour_is_an_hour_whatever_the_clocks_say(store: SqliteStore, zone: str, begun: str, opened_at: str) -> None:
    assert opened(Listener(store, Atlas(zone)), begun, opened_at).startswith(BACK)


@pytest.mark.parametrize(("zone", "begun", "opened_at"), SAME_DAY_LATER)
def test_a_day_of_another_length_is_one_day(store: SqliteStore, zone: str, begun: str, opened_at: str) -> None:
    listener = Listener(store, Atlas(zone))
    assert opened(listener, begun, opened_at) == f"{STOPPED}eleven minutes are left. Go on, or start fresh?"
    assert listener.say("go on").startswith(BACK)


@pytest.mark.parametrize(
    ("locale", "heard"), [("en-US", BACK), ("en-CA", BACK), ("en-GB", WARMED), ("en-IN", BACK), ("en-AU", BACK)]
)
def test_where_the_zone_is_refused_the_language_tells_it_roughly(store: SqliteStore, locale: str, heard: str) -> None:
    atlas = Atlas(None)
    listener = Listener(store, atlas, Whose(locale=locale))
    assert opened(listener, "2026-06-10T22:24+00:00", "2026-06-10T23:10+00:00").startswith(heard)
    assert atlas.asked == 2


def test_a_zone_that_was_told_is_kept_and_not_asked_for_again(store: SqliteStore) -> None:
    atlas = Atlas("America/New_York")
    listener = Listener(store, atlas, Whose(locale="en-GB"))
    stopped(listener, datetime.fromisoformat("2026-06-10T23:24-04:00"))
    atlas.zone = None
    assert listener.say("open gentle back", datetime.fromisoformat("2026-06-11T00:10-04:00")).startswith(WARMED)
    assert atlas.asked == 1
