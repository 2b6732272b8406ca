"""What is touched does what one would say, from the exact place; an old screen is told so, and loses nothing."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.screens.room import Room, directives

INTENTS = {
    "previous": "AMAZON.PreviousIntent",
    "repeat": "AMAZON.RepeatIntent",
    "pause": "AMAZON.PauseIntent",
    "next": "AMAZON.NextIntent",
}


@pytest.fixture(name="room")
def _room(rooms: Callable[[], Room]) -> Room:
    return rooms()


@pytest.fixture(name="rooms")
def _rooms() -> Iterator[Callable[[], Room]]:
    with ExitStack() as open_rooms:
        yield lambda: open_rooms.enter_context(Room())


def led(room: Room, *, free: bool = False) -> Room:
    """Somebody is led through the published routine A, and lies on their back."""
    room.open()
    if free:
        room.say("HandsFreeIntent")
    room.say("StartRoutineIntent", routine="five-gentle-minutes")
    while not room.shown["holds"][0]["until"] < 10_000_000:
        room.press("ready", room.shown["ends"] / 1000 + 2)
    return room


@pytest.mark.parametrize(("does", "intent"), INTENTS.items())
def test_a_touch_does_what_the_words_do(rooms: Callable[[], Room], does: str, intent: str) -> None:
    touched, spoken = led(rooms()), led(rooms())
    second_hold = touched.shown["holds"][1]
    inside = second_hold["start"] / 1000 + 3
    touched.press(does, inside)
    spoken.say(intent, inside)
    assert touched.speech == spoken.speech


def test_the_place_is_where_the_screen_was_and_not_where_the_request_s_time_says(room: Room) -> None:
    led(room)
    first, second = room.shown["holds"][:2]
    late = [*["gentle-back", "repeat", "", room.shown["reply"]], first["start"] + 2000]
    room.event(late, after=second["until"] / 1000 + 2)
    again = room.shown["holds"][0]
    assert (again["name"], again["line"]) == (first["name"], first["line"])


def test_a_touch_in_the_last_hold_goes_back_to_no_other(room: Room) -> None:
    led(room)
    *_, last = room.shown["holds"]
    room.press("repeat", last["until"] / 1000 - 1)
    assert room.shown["holds"][0]["line"] == last["line"]


def test_a_touch_on_an_older_screen_is_told_and_it_goes_on(room: Room) -> None:
    led(room)
    first = room.shown["holds"][0]["name"]
    room.press("next", 20, reply="another")
    assert "That was an older screen." in room.speech
    assert room.shown["holds"][0]["name"] == first
    assert room.answer["shouldEndSession"] is False


def test_an_older_screen_that_nobody_pressed_changes_nothing(room: Room) -> None:
    led(room)
    before = room.response["sessionAttributes"]
    room.press("onward", 20, reply="another")
    assert room.answer == {}
    assert room.response["sessionAttributes"] == before


def test_hands_free_goes_on_without_a_word(room: Room) -> None:
    room.open()
    room.say("HandsFreeIntent")
    room.say("StartRoutineIntent", routine="lower-back")
    names, stays = [room.shown["holds"][0]["name"]], 0
    for _ in range(20):
        onward = room.shown["onward"] / 1000 if "holds" in room.shown else 0
        if onward and "shouldEndSession" not in room.answer:
            stays += 1
            assert "Ready?" not in room.speech
            room.press("onward", onward)
        elif "holds" in room.shown and room.answer["shouldEndSession"] is False:
            room.press("ready", room.shown["ends"] / 1000 + 2)
        else:
            break
        names += [hold["name"] for hold in room.shown.get("holds", [])]
    assert stays >= 2
    assert {"Pelvic tilts", "Piriformis muscle stretch", "Child's pose"} <= set(names), names


def test_an_unanswered_ready_leads_on_before_a_screen(room: Room) -> None:
    room.open()
    room.say("StartRoutineIntent", routine="five-gentle-minutes")
    assert "Ready?" in room.speech
    assert "If you stay quiet, I go on. If I am gone, say: Alexa, open gentle back." in room.reprompt
    ends, onward = room.shown["ends"] / 1000, room.shown["onward"] / 1000
    assert ends + 30 < onward < ends + 60
    room.press("onward", onward)
    assert "Pelvic tilts." in room.speech
    assert room.shown["holds"][0]["until"] < 600_000


def test_at_bedtime_a_screen_leads_nobody_on_who_may_be_asleep(room: Room) -> None:
    room.open(60)
    room.say("StartRoutineIntent", routine="bedtime")
    room.press("ready", room.shown["ends"] / 1000 + 2)
    assert "Shall I go on?" in room.speech
    assert room.shown["onward"] == 0


def test_elsewhere_hands_free_still_asks(rooms: Callable[[], Room]) -> None:
    room = rooms()
    room.screen = False
    room.open()
    room.say("HandsFreeIntent")
    room.say("StartRoutineIntent", routine="lower-back")
    for _ in range(6):
        assert isinstance(room.answer["shouldEndSession"], bool)
        assert directives(room.answer) == []
        room.say("ReadyIntent", 240)


def test_a_speaker_without_a_screen_is_never_told_to_show_anything(rooms: Callable[[], Room]) -> None:
    room = rooms()
    room.screen = False
    room.open()
    for intent in ("AMAZON.YesIntent", "ReadyIntent", "ListRoutinesIntent", "AMAZON.HelpIntent", "AMAZON.StopIntent"):
        room.say(intent)
        assert "RenderDocument" not in str(directives(room.answer))


def test_what_is_listed_begins_when_it_is_touched(room: Room) -> None:
    room.open()
    room.say("ListStretchesIntent")
    assert {"routine", "stretch"} >= {choice["does"] for choice in room.shown["choices"]}
    room.press("stretch", slug="bridge")
    assert room.shown["holds"][0]["name"] == "Bridge pose"


@pytest.mark.parametrize(
    "arguments",
    [
        None,
        [],
        "next",
        ["next"],
        ["gentle-back", "next", "", "mark", "soon"],
        ["gentle-back", "next", "", "mark", -5],
        ["gentle-back", "next", "", "mark", 10**400],
        ["gentle-back", "next", "", "mark", True],
        ["gentle-back", "fly", "", "mark", 5],
        ["gentle-back", ["next"], "", "mark", 5],
        ["gentle-back", "next", {}, None, 5],
        ["gentle-back", "stretch", "\ud800", "mark", 5],
        ["somebody-else", "next", "", "mark", 5],
        ["gentle-back", "next", "", "mark", 5, "more"],
    ],
)
def test_an_event_of_no_known_shape_is_passed_over(room: Room, arguments: object) -> None:
    led(room)
    assert room.event(arguments) == {}


def test_where_the_picture_cannot_be_made_the_words_are_said(room: Room, caplog: pytest.LogCaptureFixture) -> None:
    def broken(*_: object) -> dict[str, object] | None:
        raise KeyError("a figure that is broken")

    room.skill.on_screens(broken)
    room.open()
    assert room.speech.startswith("<speak>Welcome to Gentle Back.")
    assert directives(room.answer) == []
    assert "no screen for Launch: KeyError" in caplog.text


def test_a_stretch_that_is_no_more_is_said_so_when_it_is_touched(room: Room) -> None:
    room.open()
    room.press("stretch", slug="a-stretch-of-last-year")
    assert room.answer["shouldEndSession"] is False
    assert room.speech
