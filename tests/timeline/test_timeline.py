"""A timeline tells when each moment begins; its marks tell how much speech and silence come before a place."""

import pytest

from skill.timeline import Mark, Moment, Place, Point, Role, Timeline, last, marks, points

ONE, TWO = Place("sphinx", None, 1), Place("sphinx", None, 2)
HELLO = Moment(Role.INTRO, 1.5, "Sphinx.")
IN_ONE = Moment(Role.ENTER, 2.0, "Chest up.", ONE)
SETTLE_ONE = Moment(Role.SETTLE, 5.0, place=ONE)
HOLD_ONE = Moment(Role.HOLD, 0.4, "Hold.", ONE)
QUIET_ONE = Moment(Role.HOLD, 9.6, place=ONE)
OUT_ONE = Moment(Role.RELEASE, 1.0, "Lower.", ONE)
IN_TWO = Moment(Role.ENTER, 0.8, "Two of two.", TWO)
HOLD_TWO = Moment(Role.HOLD, 10.0, place=TWO)
LINE = Timeline((HELLO, IN_ONE, SETTLE_ONE, HOLD_ONE, QUIET_ONE, OUT_ONE, IN_TWO, HOLD_TWO))


def test_its_seconds_are_those_of_its_moments() -> None:
    assert LINE.seconds == 30.3
    assert Timeline().seconds == 0.0


def test_each_moment_begins_where_the_one_before_it_ends() -> None:
    assert [start for start, _ in LINE.timed()] == [0.0, 1.5, 3.5, 8.5, 8.9, 18.5, 19.5, 20.3]


def test_two_are_one_after_the_other() -> None:
    assert Timeline((HELLO,)) + Timeline((IN_TWO,)) == Timeline((HELLO, IN_TWO))


def test_a_mark_tells_speech_and_silence_before_the_way_in_and_at_the_end_of_the_hold() -> None:
    assert marks(LINE) == (
        Mark(ONE, begins=Point(speech=1.5, silence=0.0), ends=Point(speech=3.9, silence=14.8)),
        Mark(TWO, begins=Point(speech=4.9, silence=14.8), ends=Point(speech=5.7, silence=24.9)),
    )


def test_the_last_point_is_the_whole() -> None:
    assert last(LINE) == Point(speech=5.7, silence=24.9)
    assert list(points(Timeline())) == [Point()]


def test_each_break_of_a_silence_takes_a_tenth_of_a_second_more() -> None:
    assert last(Timeline((Moment(Role.REST, 25.0),))) == Point(silence=25.3)


def test_only_speech_takes_longer_with_a_slow_voice() -> None:
    assert Point(speech=10.0, silence=20.0).seconds(1.2) == pytest.approx(32.0)
