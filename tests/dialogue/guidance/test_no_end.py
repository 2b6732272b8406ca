"""A turn that comes to no end is broken off: out of the hold, told kindly, and never run into again."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from math import ceil
from typing import NoReturn

import pytest

from skill.dialogue.answers.table import ANSWERS
from skill.dialogue.offers import duration
from skill.entrypoints.lambda_log import JsonLines
from skill.limits import START_LATENCY_SECONDS, TALKING_SECONDS
from skill.stores.sqlite import SqliteStore
from skill.timeline import NoEnd, Place, Side, Walk
from skill.timeline.stages import Stage
from tests.dialogue.listener import MORNING, Atlas, Listener

OUT = "Knees back to the middle. "
SORRY = "Sorry, I lost my thread. "
BACK = "Rest a moment. To come back, say: Alexa, open gentle back."
KEPT = f"{SORRY}Your place is kept. {BACK}"
EARLIER = f"{SORRY}We will go on a little earlier. {BACK}"
LOST = f"{SORRY}Rest a moment. To begin again, say: Alexa, open gentle back."

Loops = Callable[[Walk], bool]


@pytest.fixture(name="anna")
def _anna(store: SqliteStore) -> Listener:
    return Listener(store, Atlas("Europe/London"))


def loops(monkeypatch: pytest.MonkeyPatch, when: Loops) -> None:
    """From now on a routine that is told from such a place comes back to its first hold for ever, without a word."""
    whole = Walk._stages

    def endless(walk: Walk) -> Iterator[Stage]:
        way, first, *rest = whole(walk)
        yield way
        yield first
        while when(walk):
            yield replace(first, moments=())
        yield from rest

    monkeypatch.setattr(Walk, "_stages", endless)
    # What was estimated of such a place before is kept, and would be told.
    duration._lasting.cache_clear()


def in_the_left_roll(anna: Listener) -> datetime:
    """Somebody in the hold on the left, five seconds ago; the second at which they speak."""
    anna.say("ask gentle back to start my lower back routine", MORNING)
    anna.skip_to("knee-rolls")
    anna.say("ready")
    return in_the_second_hold(anna)


def in_the_second_hold(anna: Listener) -> datetime:
    timed = anna.last.playing.speech.timed()
    _, second, *_ = (start for start, moment in timed if moment.words.startswith("Hold. Ten seconds"))
    return anna.last.at + timedelta(seconds=ceil(second + START_LATENCY_SECONDS + 5 + TALKING_SECONDS))


def from_left_roll(walk: Walk) -> bool:
    return walk.start == Place("knee-rolls", Side.LEFT)


def from_anywhere(_walk: Walk) -> bool:
    return True


def test_somebody_who_is_in_a_hold_is_let_out_and_goes_on_a_little_earlier(
    anna: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = in_the_left_roll(anna)
    loops(monkeypatch, from_left_roll)
    assert anna.say("alexa, which side is it", at) == OUT + EARLIER
    assert not anna.last.playing.listens
    heard = anna.say("open gentle back", anna.last.at + timedelta(days=1))
    assert heard.startswith("You stopped in lower back, at knee rolls, right side; ")
    assert "then back to knee rolls, right side." in anna.say("yes")


def test_a_step_that_cannot_be_told_is_not_come_back_to_and_then_neither_is_the_routine(
    anna: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = in_the_left_roll(anna)
    loops(monkeypatch, lambda walk: walk.start.step == "knee-rolls")
    assert anna.say("alexa, which side is it", at) == OUT + EARLIER
    heard = anna.say("open gentle back", anna.last.at + timedelta(days=1))
    assert heard.startswith("You stopped in lower back, at pelvic tilts")
    loops(monkeypatch, from_anywhere)
    anna.say("yes")
    assert anna.say("ready") == LOST
    monkeypatch.undo()
    assert "You stopped" not in anna.say("open gentle back", anna.last.at + timedelta(days=1))


def test_what_fails_elsewhere_leaves_the_place_where_it_is_but_not_for_ever(
    anna: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = in_the_left_roll(anna)
    monkeypatch.setattr("skill.dialogue.answers.respond.ANSWERS", {**ANSWERS, "WhichSideIntent": endless})
    assert anna.say("alexa, which side is it", at) == OUT + KEPT
    heard = []
    for _ in range(3):
        anna.say("open gentle back", anna.last.at + timedelta(seconds=30))
        step = anna.step
        heard.append((step, anna.say("alexa, which side is it", anna.last.at + timedelta(seconds=4))))
    assert heard == [("knee-rolls", EARLIER), ("knee-rolls", EARLIER), ("pelvic-tilts", LOST)]


def test_where_not_even_the_place_can_be_found_out_who_is_led_is_told_to_let_go(
    anna: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = in_the_left_roll(anna)
    monkeypatch.setattr("skill.dialogue.guide.scene_of", endless)
    assert anna.say("alexa, which side is it", at) == f"Let go gently. {KEPT}"
    monkeypatch.undo()
    assert anna.say("open gentle back", anna.last.at + timedelta(minutes=1)) != ""
    assert anna.step == "knee-rolls"


def test_it_is_logged_with_the_intent_and_the_place_and_counted(
    anna: Listener, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    at = in_the_left_roll(anna)
    loops(monkeypatch, from_left_roll)
    anna.say("alexa, which side is it", at)
    (record,) = caplog.records
    line = json.loads(JsonLines("gentle-back-Skill").format(record))
    assert line["says"] == "no end to WhichSideIntent: more than 10000 stages in one turn"
    assert (line["failure"], line["TurnsWithoutEnd"]) == ("NoEnd", 1)
    assert any(place.endswith(" lead") for place in line["in"])


def endless(*_scene: object) -> NoReturn:
    raise NoEnd("of the test")
