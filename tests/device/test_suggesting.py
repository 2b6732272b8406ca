"""What is suggested fits what is going on, and is understood."""

from dataclasses import replace
from typing import get_args

import pytest

from skill.device.suggesting import keeps_a_place, onward_after, suggested_after
from skill.dialogue.memory.person import SCHEMA
from skill.home import the_recognizer
from skill.recognizer.recognizer import FALLBACK
from skill.recognizer.suggestions import GoingOn, suggestions
from tests.cases.each_of import each_of
from tests.device.scripted import asking, closing
from tests.device.test_speaker import SEVEN, speaker_of

DESK = {"routine": "desk", "content": "1", "place": {"step": "chair-twists"}, "posture": "chair", "touched": 1767600000}
ABOUT = {"begin": {"routine": "desk"}, "how-long": {"limit": "kneeling"}}
"""What a question needs to be about; the others are about nothing."""


@each_of("going_on", get_args(GoingOn))
def test_every_suggestion_is_understood(going_on: GoingOn) -> None:
    recognizer = the_recognizer("en-US")
    for words in suggestions(going_on, "en"):
        heard = recognizer.invocation.spoken(words)
        assert heard.kind == "open" or recognizer.understand(heard.rest).intent != FALLBACK, words


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        ("ready", "ready"),
        ("paused", "resume"),
        ("begin", "yes"),
        ("how-long", "start my lower back routine"),
        ("first", "i'm well now"),
        ("", "start my lower back routine"),
    ],
)
def test_what_is_suggested_fits_the_question_that_is_open(kind: str, first: str) -> None:
    speaker, _ = speaker_of(asking("Well?", "Well?"))
    record = {"schema": SCHEMA, **({"asked": {"kind": kind, "about": ABOUT.get(kind, {})}} if kind else {})}
    open_then = speaker.say("alexa, open gentle back", SEVEN)
    assert suggested_after(replace(open_then, response={"sessionAttributes": {"record": record}}), "en")[0] == first


@pytest.mark.parametrize(
    ("record", "attributes", "kept"),
    [
        ({"practices": [DESK]}, {}, True),
        ({"practices": []}, {}, False),
        ({"practices": [{**DESK, "aside": True}]}, {}, False),
        ({"practices": [DESK]}, {"saved": False}, False),
        ({"practices": [DESK]}, {"warned": True}, False),
        ({"practices": [DESK], "stopped_at": 1767600000}, {}, False),
        ({"practices": [DESK], "ask_first_at": 1767600000}, {}, False),
    ],
)
def test_somebody_who_left_in_the_middle_is_offered_to_go_on_where_a_place_is_surely_kept(
    record: dict[str, object], attributes: dict[str, object], *, kept: bool
) -> None:
    speaker, _ = speaker_of(closing("Goodbye."))
    left = speaker.say("alexa, open gentle back", SEVEN)
    left = replace(left, response={"sessionAttributes": {"record": {"schema": SCHEMA, **record}, **attributes}})
    assert keeps_a_place(left) is kept
    assert (suggested_after(left, "en")[:2] == ("resume", "open gentle back")) is kept


def test_somebody_who_was_left_is_told_how_to_come_back() -> None:
    speaker, _ = speaker_of(closing("Goodbye."))
    assert suggested_after(speaker.say("alexa, open gentle back", SEVEN), "en")[0] == "open gentle back"


@pytest.mark.parametrize(("kind", "onward"), [("ready", "ready"), ("paused", ""), ("begin", ""), ("was-done", "")])
def test_only_who_was_asked_whether_they_are_ready_is_led_on_in_silence(kind: str, onward: str) -> None:
    speaker, _ = speaker_of(asking("Well?", "Well?"))
    asked = replace(
        speaker.say("alexa, open gentle back", SEVEN),
        response={
            "sessionAttributes": {"record": {"schema": SCHEMA, "asked": {"kind": kind, "about": ABOUT.get(kind, {})}}}
        },
    )
    assert onward_after(asked, "en") == onward
