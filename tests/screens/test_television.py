"""A television has no touch: its remote control reaches everything, from where one would begin."""

import pytest

from tests.screens.room import Room
from tests.screens.stage import DEVICES, Stage

*_, TELEVISION = DEVICES


@pytest.fixture(name="room")
def _room() -> Room:
    return Room()


def test_an_answer_has_the_focus_from_the_first_and_the_other_is_beside_it(stage: Stage, room: Room) -> None:
    with room:
        room.open()
        assert stage.show(room.directive, TELEVISION) == []
        assert stage.focus == "yes"
        assert stage.remote("right") == "no"
        assert stage.remote("left") == "yes"
        stage.remote("select")
        assert [event[1] for event in stage.events] == ["yes"]


def test_a_list_is_gone_down_name_by_name(stage: Stage, room: Room) -> None:
    with room:
        room.open()
        room.say("ListRoutinesIntent")
        first, second, third = (f"routine-{choice['slug']}" for choice in room.shown["choices"][:3])
        assert stage.show(room.directive, TELEVISION) == []
        assert [stage.focus, stage.remote("down"), stage.remote("down"), stage.remote("up")] == [
            first,
            second,
            third,
            second,
        ]
        stage.remote("select")
        (arguments,) = stage.events
        room.event(arguments, 10)
        assert room.shown["holds"]


def test_while_it_leads_pause_is_one_press_away_and_all_four_are_in_a_row(stage: Stage, room: Room) -> None:
    with room:
        room.open()
        room.say("StartRoutineIntent", routine="lower-back")
        assert stage.show(room.directive, TELEVISION) == []
        assert stage.focus == "pause"
        assert [stage.remote(way) for way in ("right", "left", "left", "left")] == [
            "next",
            "pause",
            "repeat",
            "previous",
        ]
        assert stage.remote("up") == "previous", "what is asked later has no focus before"
        stage.remote("select")
        assert [event[1] for event in stage.events] == ["previous"]


def test_once_it_asks_the_answer_is_above_the_row(stage: Stage, room: Room) -> None:
    with room:
        room.open()
        room.say("StartRoutineIntent", routine="lower-back")
        stage.show(room.directive, TELEVISION)
        stage.move(room.shown["ends"] / 1000 + 1)
        assert stage.remote("up") == "ready"
        stage.remote("select")
        assert [event[1] for event in stage.events] == ["ready"]


def test_a_pause_is_left_and_ended_by_the_remote_control(stage: Stage, room: Room) -> None:
    with room:
        room.open()
        room.say("StartRoutineIntent", routine="lower-back")
        room.press("pause", 30)
        stage.show(room.directive, TELEVISION)
        assert [stage.focus, stage.remote("right")] == ["go-on", "stop"]
