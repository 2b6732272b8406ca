"""While the key is being changed, everybody is found again and moves to the new key."""

import logging

import pytest

from tests.dialogue.memory.keys.two_keys import ANNA, NEW, OLD, STOPPED, WELCOME, Home, account, days, stopped, voice


def test_the_place_kept_under_the_old_key_is_found_and_moves_to_the_new_one(home: Home) -> None:
    stopped(home)
    home.keys = (NEW, OLD)
    assert home.say("open gentle back", days(1)).startswith(STOPPED)
    assert home.store.asked == ["read new", "read old", "write new", "forget old"]
    assert (home.voices(NEW), home.voices(OLD)) == ({voice(NEW, ANNA)}, set())


def test_a_record_that_has_moved_is_found_without_the_old_key(home: Home) -> None:
    stopped(home)
    home.keys = (NEW, OLD)
    home.say("open gentle back", days(1))
    home.say("stop", days(1.1))
    home.store.asked.clear()
    home.say("open gentle back", days(2))
    assert home.store.asked[:2] == ["read new", "write new"]
    home.keys = (NEW, None)
    assert home.say("open gentle back", days(3)).startswith(STOPPED)


def test_without_an_old_key_nothing_more_is_asked_of_the_store(home: Home) -> None:
    stopped(home)
    home.keys = (NEW, None)
    assert home.say("open gentle back", days(1)).startswith(WELCOME)
    assert home.store.asked == ["read new", "write new"]
    assert home.voices(OLD) == {voice(OLD, ANNA)}


def test_a_voice_that_is_not_recognised_moves_only_the_household_s_record(home: Home) -> None:
    stopped(home)
    stopped(home, person="")
    home.keys = (NEW, OLD)
    assert home.say("open gentle back", days(1), person="").startswith(STOPPED)
    assert (home.voices(NEW), home.voices(OLD)) == ({"household"}, {voice(OLD, ANNA)})


def test_nothing_is_forgotten_before_the_new_item_is_saved(home: Home) -> None:
    stopped(home)
    home.keys, home.store.stuck = (NEW, OLD), "write new"
    assert home.say("open gentle back", days(1)).startswith(f"I cannot keep your place just now. {STOPPED}")
    assert (home.voices(NEW), home.voices(OLD)) == (set(), {voice(OLD, ANNA)})
    home.store.stuck = ""
    home.say("go on")
    assert (home.voices(NEW), home.voices(OLD)) == ({voice(NEW, ANNA)}, set())


def test_an_old_item_that_cannot_be_forgotten_now_is_no_trouble_of_the_listener_s(
    home: Home, caplog: pytest.LogCaptureFixture
) -> None:
    stopped(home)
    home.keys, home.store.stuck = (NEW, OLD), "forget old"
    with caplog.at_level(logging.WARNING):
        home.say("open gentle back", days(1))
    assert "left under the old key" in caplog.text
    assert account(OLD) not in caplog.text
    heard = home.say("go on")
    assert heard.startswith("First a short warm-up, then back to knee rolls, right side.")
    assert home.voices(NEW) == {voice(NEW, ANNA)}


def test_an_old_item_that_cannot_be_read_stays_where_it_is_until_it_can(home: Home) -> None:
    stopped(home)
    home.keys, home.store.stuck = (NEW, OLD), "read old"
    assert home.say("open gentle back", days(1)).startswith(
        "I cannot reach what I know of you, or keep your place, just now."
    )
    assert (home.voices(NEW), home.voices(OLD)) == (set(), {voice(OLD, ANNA)})
    home.store.stuck = ""
    home.say("yes")
    assert (home.voices(NEW), home.voices(OLD)) == ({voice(NEW, ANNA)}, set())


def test_a_conversation_that_began_under_the_old_key_ends_under_it_and_loses_nothing(home: Home) -> None:
    home.say("ask gentle back to start my lower back routine", days(0))
    home.keys = (NEW, OLD)
    home.say("ready")
    home.say("stop")
    assert (home.voices(NEW), home.voices(OLD)) == (set(), {voice(OLD, ANNA)})
    moved_on = "You stopped in lower back, "
    assert home.say("open gentle back", days(1)).startswith(moved_on)
    assert (home.voices(NEW), home.voices(OLD)) == ({voice(NEW, ANNA)}, set())
