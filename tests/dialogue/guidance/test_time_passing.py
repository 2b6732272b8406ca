"""However long somebody was away, they are led on in the way that suits it."""

from datetime import timedelta

import pytest

from skill.stores.sqlite import SqliteStore
from tests.dialogue.listener import BACK, MORNING, OWNER, STOPPED, WARMED, Atlas, Listener, stopped
from tests.library import LIBRARY

WELCOME = "Welcome to Gentle Back. "


@pytest.fixture(name="anna")
def _anna(store: SqliteStore) -> Listener:
    return Listener(store, Atlas("Europe/London"))


def test_after_ten_minutes_it_goes_straight_on(anna: Listener) -> None:
    heard = anna.say("open gentle back", stopped(anna) + timedelta(minutes=10))
    assert heard.startswith("Knee rolls, right side. Lying on your back. Knees bent, feet flat. ")
    assert "chair" not in heard


def test_a_second_later_the_way_down_is_told_again(anna: Listener) -> None:
    heard = anna.say("open gentle back", stopped(anna) + timedelta(minutes=10, seconds=1))
    assert heard.startswith(f"{BACK}Hold a heavy chair, and lower one knee, then the other. ")


def test_within_the_hour_the_posture_is_said_again_and_nothing_asked(anna: Listener) -> None:
    heard = anna.say("open gentle back", stopped(anna) + timedelta(hours=1))
    assert heard.startswith(f"{BACK}Hold a heavy chair, and lower one knee, then the other. ")
    assert heard.endswith(" Ready?")
    assert anna.say("ready").startswith("Knee rolls. ")
    assert "Go on, or start fresh?" not in heard


def test_later_the_same_day_the_minutes_left_are_told_and_one_question_asked(anna: Listener) -> None:
    away = stopped(anna) + timedelta(hours=1, seconds=1)
    assert anna.say("open gentle back", away) == f"{STOPPED}eleven minutes to go. Go on, or start fresh?"
    assert anna.say("go on").startswith(f"{BACK}Hold a heavy chair")
    assert anna.step == "knee-rolls"


def test_on_another_day_a_warm_up_comes_first_and_is_counted(anna: Listener) -> None:
    away = stopped(anna) + timedelta(days=1)
    assert anna.say("open gentle back", away) == f"{STOPPED}thirteen minutes to go. Go on, or start fresh?"
    assert anna.say("go on").startswith(WARMED)
    tilts = anna.say("ready")
    assert "Pelvic tilts. Three times." in tilts
    rolls = "Hold. Five seconds for this one, too. Knees back to the middle."
    again = LIBRARY.phrases["en"]["next.same"]
    assert any(f"{rolls} {once_more} Both knees to the right." in tilts for once_more in again)
    assert "Rest your right ankle on your left thigh" in anna.say("ready")


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
def test_a_year_away_is_counted_by_the_turn_s_time_not_by_a_clock(
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
