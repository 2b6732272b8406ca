"""Whoever names the routine that they are only getting ready for means that one, and is asked nothing."""

from tests.walks.people.somebody import Somebody


def test_what_is_led_already_goes_on() -> None:
    somebody = Somebody()
    somebody.say("ask gentle back to start lower back")
    heard = somebody.say("lower back please")
    assert (heard.kind, bool(heard.holds()), heard.practice["routine"]) == ("ready", True, "lower-back")


def test_so_does_what_was_made_for_as_long() -> None:
    somebody = Somebody()
    somebody.say("ask gentle back to give me five minutes")
    place = somebody.last.practice["place"]
    heard = somebody.say("five minutes would be lovely")
    assert (bool(heard.holds()), heard.practice["routine"], heard.practice["place"]) == (True, "fitted", place)


def test_another_time_is_asked_about() -> None:
    somebody = Somebody()
    somebody.say("ask gentle back to give me five minutes")
    assert somebody.say("ten minutes").kind == "switch"


def test_once_a_hold_was_held_it_is_asked_whether_to_start_again() -> None:
    somebody = Somebody()
    somebody.say("ask gentle back to start lower back")
    somebody.say("ready")
    assert somebody.say("start lower back").kind == "start-over"
