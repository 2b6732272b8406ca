"""While the key is being changed, who is forgotten is forgotten under both."""

import pytest

from skill.ports.store import StoreDown
from tests.dialogue.memory.keys.two_keys import ANNA, NEW, OLD, WELCOME, Home, days, stopped, voice


@pytest.mark.parametrize("words", ["forget me", "forget everybody"])
def test_while_the_key_is_changed_people_are_forgotten_under_both(home: Home, words: str) -> None:
    stopped(home)
    home.keys = (NEW, OLD)
    home.say("open gentle back", days(1))
    home.say("stop")
    home.keys = (OLD, None)
    home.say(f"ask gentle back to {words}", days(2))
    home.keys = (NEW, OLD)
    assert (home.voices(NEW), home.voices(OLD)) == ({voice(NEW, ANNA)}, {voice(OLD, ANNA)})
    home.say("yes")
    assert (home.voices(NEW), home.voices(OLD)) == (set(), set())


def test_forgetting_me_leaves_nothing_under_either_key(home: Home) -> None:
    stopped(home)
    stopped(home, person="ben")
    home.keys, home.store.stuck = (NEW, OLD), "forget old"
    home.say("ask gentle back to forget me", days(1))
    assert (home.voices(NEW), home.voices(OLD)) == ({voice(NEW, ANNA)}, {voice(OLD, ANNA), voice(OLD, "ben")})
    home.store.stuck = ""
    assert home.say("yes") == "All forgotten. Take care."
    assert (home.voices(NEW), home.voices(OLD)) == (set(), {voice(OLD, "ben")})
    assert home.say("open gentle back", days(2)).startswith(WELCOME)


def test_forgetting_everybody_leaves_nothing_under_either_key(home: Home) -> None:
    stopped(home)
    stopped(home, person="ben")
    home.keys = (NEW, OLD)
    home.say("ask gentle back to forget everybody", days(1))
    assert (home.voices(NEW), home.voices(OLD)) == ({voice(NEW, ANNA)}, {voice(OLD, "ben")})
    home.say("yes")
    assert (home.voices(NEW), home.voices(OLD)) == (set(), set())


def test_disabling_the_skill_leaves_nothing_under_either_key(home: Home) -> None:
    stopped(home)
    stopped(home, person="ben")
    home.keys = (NEW, OLD)
    home.say("open gentle back", days(1))
    home.disable()
    assert (home.voices(NEW), home.voices(OLD)) == (set(), set())


@pytest.mark.parametrize("stuck", ["forget old", "forget new"])
def test_a_skill_disabled_while_the_store_is_down_is_told_so_that_alexa_tells_it_again(home: Home, stuck: str) -> None:
    stopped(home)
    home.keys, home.store.stuck = (NEW, OLD), stuck
    with pytest.raises(StoreDown):
        home.disable()
    home.store.stuck = ""
    home.disable()
    assert (home.voices(NEW), home.voices(OLD)) == (set(), set())
