"""Every screen in Amazon's own engine: whole on every device, counting by the timeline, heard when it is touched."""

import json
import os
import subprocess
from copy import deepcopy
from math import ceil
from pathlib import Path
from typing import Any

import pytest

from skill.limits import LARGEST_GRAPHICS_BYTES
from tests.library import LIBRARY
from tests.nightly import NIGHTLY
from tests.screens.room import LARGEST_BYTES, Room
from tests.screens.stage import DEVICES, NIGHT, NOON, Device, Stage

SUGGEST = Path(__file__).parents[1] / "engines" / "suggest.js"
ROUND, SMALL, *_ = DEVICES
Json = dict[str, Any]

CUT_OFF = """
    const [round] = arguments, stage = document.getElementById("stage").getBoundingClientRect(), found = [];
    const middle = stage.width / 2, far = (x, y) => Math.hypot(x - middle, y - middle);
    const written = (within) => {
      const text = document.createTreeWalker(within, NodeFilter.SHOW_TEXT).nextNode(), range = document.createRange();
      if (text) range.selectNodeContents(text);
      return text ? range.getBoundingClientRect() : within.getBoundingClientRect();
    };
    const names = ["seconds", "name", "line", "coming", "title", "previous", "repeat", "pause", "next", "yes", "no"];
    for (const name of names) {
      const component = renderer.getComponentById(name);
      if (!component) continue;
      const box = written(component.container), [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const corners = [[box.left, box.top], [box.right, box.top], [box.left, box.bottom], [box.right, box.bottom]];
      const disc = ["previous", "repeat", "pause", "next"].includes(name);
      const beyond = disc ? far(x, y) + box.width / 2 > middle : corners.some(([x, y]) => far(x, y) > middle);
      const inside = box.left >= 0 && box.top >= 0 && box.right <= stage.width && box.bottom <= stage.height;
      if (!inside || (round && beyond)) found.push([name, box.left, box.top, box.right, box.bottom].join(" "));
    }
    for (const name of ["seconds", "name", "line", "coming", "title", "words"]) {
      const within = renderer.getComponentById(name)?.container, text = within?.querySelector("p");
      if (!text?.textContent || !text.offsetHeight) continue;
      const { top, bottom } = within.getBoundingClientRect();
      for (let around = within.parentElement; around.id !== "stage"; around = around.parentElement) {
        if (getComputedStyle(around).overflowY === "visible") continue;
        const window = around.getBoundingClientRect();
        if (top < window.top - 1 || bottom > window.bottom + 1) found.push(`${name} is cut: ${text.textContent}`);
      }
      if (text.scrollHeight > text.clientHeight + 2) found.push(`${name} ends early: ${text.textContent}`);
    }
    return found;
"""
"""Of what has a name, whatever reaches beyond the edge of the device, on a round one beyond its circle; and words that
are cut or end early."""


@pytest.fixture(name="screens", scope="module")
def _screens() -> dict[str, Json]:
    """A screen of each kind, as one conversation comes to it."""
    with Room() as room:
        screens = {"launch": _kept(room, room.open())}
        screens["list"] = _kept(room, room.say("ListRoutinesIntent"))
        screens["help"] = _kept(room, room.say("AMAZON.HelpIntent"))
        screens["question"] = _kept(room, room.say("HowToIntent", stretch="bridge"))
        screens["way"] = _kept(room, room.say("StartRoutineIntent", routine="lower-back"))
        screens["led"] = _kept(room, room.press("ready", room.shown["ends"] / 1000 + 2))
        screens["paused"] = _kept(room, room.press("pause", 30))
        screens["end"] = _kept(room, room.press("stop", 5))
        room.open()
        screens["emergency"] = _kept(room, room.warn("my chest hurts and i cannot breathe"))
        return screens


def _kept(room: Room, answer: Json) -> Json:
    assert answer
    assert room.size < LARGEST_BYTES
    return room.directive


@pytest.mark.parametrize("device", DEVICES, ids=lambda device: device.name)
def test_every_screen_is_whole_on_every_device(stage: Stage, screens: dict[str, Json], device: Device) -> None:
    for number, (name, directive) in enumerate(screens.items()):
        assert stage.show(directive, device, NIGHT if number % 2 else NOON) == [], name
        assert stage.run(CUT_OFF, device.shape == "ROUND") == [], name
        _kept_picture(stage, f"{name}-{device.name}")


def _kept_picture(stage: Stage, name: str) -> None:
    if pictures := os.environ.get("GENTLE_BACK_PICTURES"):
        stage.picture(Path(pictures) / f"{name}.png")


@pytest.mark.parametrize("device", DEVICES, ids=lambda device: device.name)
def test_the_longest_names_have_room_on_every_device(stage: Stage, screens: dict[str, Json], device: Device) -> None:
    names = sorted((stretch.words["en"].name for stretch in LIBRARY.stretches.values()), key=len)
    led = deepcopy(screens["led"])
    led["datasources"]["screen"]["long"] = True
    for hold, name in zip(led["datasources"]["screen"]["holds"][:2], (names[-1], _longest_short(names)), strict=True):
        hold |= {
            "name": name,
            "long": len(name) > 20,
            "line": "right side, three of three",
            "next": f"Next: {names[-1]}",
        }
    assert stage.show(led, device) == []
    assert stage.run(CUT_OFF, device.shape == "ROUND") == []
    _kept_picture(stage, f"long-{device.name}")
    stage.move(led["datasources"]["screen"]["holds"][0]["leaves"] / 1000 + 0.3)
    assert stage.text("name") == _longest_short(names)
    assert stage.run(CUT_OFF, device.shape == "ROUND") == []


def _longest_short(names: list[str]) -> str:
    return [name for name in names if len(name) <= 20][-1]


def test_what_is_shown_is_what_was_said(stage: Stage, screens: dict[str, Json]) -> None:
    stage.show(screens["launch"], SMALL)
    assert (stage.text("title"), stage.text("yes"), stage.text("no")) == ("Gentle Back", "Yes", "No")
    assert stage.text("words").endswith("Shall we do five gentle minutes?")
    stage.show(screens["emergency"], SMALL)
    assert stage.text("title") == "911"
    stage.show(screens["paused"], SMALL)
    assert (stage.text("words"), stage.text("go-on"), stage.text("stop")) == ("Paused", "Go on", "Stop")


def test_the_seconds_agree_with_the_timeline_at_ten_moments_of_four_minutes(stage: Stage) -> None:
    """In the middle of a second: were the screen half a second too early or too late, it would show another one."""
    with Room() as room:
        shown = _long_reply(room)
        assert shown["ends"] > 200_000
        stage.show(room.directive, SMALL)
        for number, (hold, left) in enumerate(_moments(shown)):
            stage.move(hold["until"] / 1000 - left)
            assert stage.text("seconds") == str(ceil(left)), (number, hold)
            assert _ring(stage) == pytest.approx(
                left * 1000 / (hold["until"] - hold["start"]), abs=0.3 / hold["seconds"]
            )
            assert (stage.text("name"), stage.text("line"), stage.text("coming")) == _told(hold)
        stage.move(shown["ends"] / 1000 + 0.3)
        assert stage.text("ready") == "Ready?"
        stage.move(240)
        stage.press("next")
        (arguments,) = stage.events
        assert arguments[4] == pytest.approx(240_000, abs=200), "and the clock of a touch has not drifted either"


def _moments(shown: Json) -> list[tuple[Json, float]]:
    """Ten of them from the first hold to the last, each with the seconds that are left of it: so many and a half."""
    held = [hold for hold in shown["holds"] if hold["seconds"] >= 5]
    chosen = [held[number * len(held) // 10] for number in range(10)]
    return [(hold, hold["seconds"] - 1 - number * hold["seconds"] // 12 + 0.5) for number, hold in enumerate(chosen)]


def _ring(stage: Stage) -> float:
    """How much of the ring is still drawn, from nought to one."""
    drawn = (
        "const paths = [...document.querySelectorAll('#stage path[stroke-dasharray=\"100,100\"]')];"
        "return paths.map((path) => path.getAttribute('stroke-dashoffset'))"
    )
    (offset,) = stage.run(drawn)
    return 1 - float(offset) / 100


def _long_reply(room: Room) -> Json:
    """One that lasts nearly four minutes."""
    room.open()
    room.say("HandsFreeIntent")
    room.say("StartRoutineIntent", routine="lower-back")
    for _ in range(3):
        room.press(
            "onward" if room.shown["onward"] else "ready", (room.shown["onward"] or room.shown["ends"]) / 1000 + 1
        )
    return room.shown


def _told(hold: Json) -> tuple[str, str, str]:
    return hold["name"], hold["line"], hold["next"]


def test_the_figure_is_that_of_the_hold_and_of_its_side(stage: Stage) -> None:
    with Room() as room:
        room.open()
        room.say("StartStretchIntent", stretch="knee-to-chest")
        while room.shown["figures"][-1]["from"] == 0:
            room.press("ready", room.shown["ends"] / 1000 + 2)
        right, left = room.shown["figures"]
        assert (right["left"], left["left"], right["graphic"]) == (False, True, left["graphic"])
        seen = "return [...document.querySelectorAll('#stage svg')].filter((drawn) => "
        seen += "drawn.querySelectorAll('path').length > 20 && drawn.getBoundingClientRect().width > 0).length"
        stage.show(room.directive, SMALL)
        assert stage.run(seen) == 1
        stage.move(left["from"] / 1000 + 1)
        assert stage.run(seen) == 1


@pytest.mark.parametrize("does", ["previous", "repeat", "pause", "next"])
def test_a_press_arrives_with_the_second_and_does_what_it_says(stage: Stage, does: str) -> None:
    with Room() as room:
        room.open()
        room.say("ListRoutinesIntent")
        room.say("AMAZON.HelpIntent")
        room.say("StartRoutineIntent", routine="lower-back")
        room.press("ready", room.shown["ends"] / 1000 + 2)
        second = room.shown["holds"][1]["start"] / 1000 + 2
        device = ROUND if does == "next" else SMALL
        stage.show(room.directive, device)
        stage.move(second)
        stage.press(does)
        (arguments,) = stage.events
        assert arguments[:4] == ["gentle-back", does, "", room.shown["reply"]]
        assert arguments[4] == pytest.approx(second * 1000, abs=500)
        here = room.shown["holds"][1]
        room.event(arguments, second)
        assert _came_of(does, here, room)


def _came_of(does: str, here: Json, room: Room) -> bool:
    """Whether what is heard and seen now is what this touch asks for, in that hold."""
    first = room.shown["holds"][0] if "holds" in room.shown else {}
    match does:
        case "pause":
            return room.shown["kind"] == "paused" and "Paused" in room.speech
        case "repeat":
            return _told(first) == _told(here)
        case "next":
            return str(first["name"]) != str(here["name"])
        case _:
            return str(first["line"]) == "one of five"


def test_when_a_reply_is_over_hands_free_the_screen_says_so_once(stage: Stage) -> None:
    with Room() as room:
        room.open()
        room.say("HandsFreeIntent")
        room.say("StartRoutineIntent", routine="lower-back")
        room.press("ready", room.shown["ends"] / 1000 + 2)
        onward, before = room.shown["onward"] / 1000, room.shown["holds"][-1]["name"]
        stage.show(room.directive, SMALL)
        stage.move(onward - 0.3)
        assert stage.events == []
        stage.move(onward + 3)
        (arguments,) = stage.events
        room.event(arguments, onward)
        assert room.shown["holds"][0]["name"] != before
        assert stage.complaints() == []


def test_a_routine_begins_when_its_name_is_touched(stage: Stage, screens: dict[str, Json]) -> None:
    stage.show(screens["list"], SMALL)
    stage.press("routine-lower-back")
    (arguments,) = stage.events
    assert arguments[:3] == ["gentle-back", "routine", "lower-back"]


def test_amazon_s_judge_has_nothing_to_say(screens: dict[str, Json]) -> None:
    documents = json.dumps([directive["document"] for directive in screens.values()])
    command = ["node", str(SUGGEST)]
    judged = subprocess.run(command, input=documents, capture_output=True, text=True, timeout=60, check=True)
    assert json.loads(judged.stdout) == [[]] * len(screens)


ROUTINES = ("five-stretches", "desk", "bedtime", "standing")
"""Those of which one reply shows the most, or the largest, figures; by night all are asked."""


@pytest.mark.parametrize("routine", sorted(LIBRARY.routines) if NIGHTLY else ROUTINES)
def test_a_whole_response_has_room_for_its_figures(routine: str) -> None:
    with Room() as room:
        room.open()
        room.say("StartRoutineIntent", routine=routine)
        for _ in range(12 if NIGHTLY else 4):
            assert room.size < LARGEST_BYTES, room.shown
            if "holds" not in room.shown or not room.shown["answers"]:
                break
            drawn = room.directive["document"]["graphics"]
            assert (
                len(json.dumps({name: drawn[name] for name in drawn if name.startswith("figure")}))
                < LARGEST_GRAPHICS_BYTES + 1000
            )
            assert all(figure["graphic"] in drawn for figure in room.shown["figures"])
            room.press(room.shown["answers"][0]["does"], room.shown["ends"] / 1000 + 2)
