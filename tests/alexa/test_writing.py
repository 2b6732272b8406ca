"""One place decides whether the session ends, and says it every time; the reprompt is for open microphones only."""

from datetime import UTC, datetime

import pytest
from ask_sdk_core.response_helper import ResponseFactory
from ask_sdk_core.serialize import DefaultSerializer

from skill.alexa.writing import write
from skill.ports.reply import Card, Close, Listen, Reply, Stay
from skill.ports.store import Owner
from skill.ports.turn import ENDED, LAUNCH, Turn
from skill.speech.ssml import TooLong
from skill.timeline import Moment, Role, Timeline

HELLO = Timeline((Moment(Role.INTRO, 1.0, "Knees & hips <first>."), Moment(Role.REST, 12.5)))
READY = Timeline((Moment(Role.QUESTION, 1.0, "Ready?"),))


def written(reply: Reply, intent: str = LAUNCH) -> object:
    turn = Turn("a request", intent, datetime(2026, 1, 5, tzinfo=UTC), Owner("an account"))
    return DefaultSerializer().serialize(write(reply, turn, ResponseFactory()))


def spoken(words: str) -> dict[str, str]:
    return {"type": "SSML", "ssml": f"<speak>{words}</speak>"}


def test_a_question_keeps_the_session_open_and_has_a_reprompt() -> None:
    assert written(Reply(READY, Listen(READY))) == {
        "outputSpeech": spoken("Ready?"),
        "reprompt": {"outputSpeech": spoken("Ready?")},
        "shouldEndSession": False,
    }


def test_a_farewell_ends_the_session_and_has_no_reprompt() -> None:
    breaks = '<break time="10000ms"/> <break time="2500ms"/>'
    assert written(Reply(HELLO, Close())) == {
        "outputSpeech": spoken(f"Knees &amp; hips &lt;first&gt;. {breaks}"),
        "shouldEndSession": True,
    }


def test_before_a_screen_that_goes_on_by_itself_nothing_is_said_of_the_session() -> None:
    assert written(Reply(READY, Stay())) == {"outputSpeech": spoken("Ready?")}


def test_what_was_asked_for_in_writing_is_a_card() -> None:
    card = {"type": "Simple", "title": "Bridge pose", "content": "Lie down.\nLift."}
    assert written(Reply(READY, Close(), Card("Bridge pose", "Lie down.\nLift."))) == {
        "outputSpeech": spoken("Ready?"),
        "card": card,
        "shouldEndSession": True,
    }


def test_closing_without_a_word_has_no_speech() -> None:
    assert written(Reply()) == {"shouldEndSession": True}


def test_the_end_of_a_session_gets_nothing_whatever_the_reply() -> None:
    assert written(Reply(HELLO, Listen(READY)), ENDED) == {}


def test_what_alexa_would_refuse_for_its_length_is_never_written() -> None:
    endless = Timeline(tuple(Moment(Role.INTRO, 1.0, "Breathe out slowly and let go.") for _ in range(300)))
    with pytest.raises(TooLong):
        written(Reply(endless))
    with pytest.raises(TooLong):
        written(Reply(READY, Listen(endless)))
