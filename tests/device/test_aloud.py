"""A conversation as it is heard: two voices, the pause of a device, replies that break off where they were."""

from datetime import UTC, datetime, timedelta

import pytest

from skill.device.aloud import Aloud
from skill.device.playing import Playing
from skill.device.speaker import Exchange
from skill.pace import Pace
from skill.voice.rendering import Rendering
from tests.voice.made_up import MadeUpVoice

START = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)
REPLY = '<speak>Hold. <break time="10000ms"/> Let go.</speak>'


def exchange(words: str, at_seconds: float, reprompt: bool = False, reply: str = REPLY) -> Exchange:
    response = {
        "outputSpeech": {"ssml": reply},
        "shouldEndSession": not reprompt,
        "reprompt": {"outputSpeech": {"ssml": "<speak>Ready?</speak>"}},
    }
    return Exchange(START + timedelta(seconds=at_seconds), words, "", {}, response, Playing.of(response, Pace()))


def seconds(*exchanges: Exchange) -> float:
    return Aloud(Rendering(MadeUpVoice()), Rendering(MadeUpVoice())).heard(exchanges).seconds


def test_a_reply_is_heard_to_its_end_or_to_where_it_was_interrupted() -> None:
    whole = seconds(exchange("begin", 0))
    # The words, the pause of a device, "Hold.", its silence, and "Let go.", with a fiftieth of a second around each.
    assert whole == pytest.approx(0.3 + 1.5 + 0.3 + 10 + 0.42, abs=0.2)
    # "Hold." takes four tenths by the estimate: 8.7 seconds after the request, 4.6 of the silence have been heard.
    cut_short = seconds(exchange("begin", 0), exchange("stop", 8.7)) - seconds(exchange("stop", 0))
    assert cut_short == pytest.approx(0.3 + 1.5 + 0.3 + 5 - 0.41, abs=0.2)


def test_somebody_who_answers_late_hears_the_question_again_and_days_between_two_sessions_are_short() -> None:
    later, alone = 60.0, seconds(exchange("yes", 0))
    reprompted = seconds(exchange("begin", 0, reprompt=True), exchange("yes", later)) - alone
    assert reprompted == pytest.approx(seconds(exchange("begin", 0)) + 8 + 0.36 + 8, abs=0.2)
    on_another_day = seconds(exchange("begin", 0), exchange("yes", 86_400)) - alone
    assert on_another_day == pytest.approx(seconds(exchange("begin", 0)) + 3, abs=0.01)


def test_emphasis_in_a_reply_is_heard_in_a_file() -> None:
    plainly = "<speak>The left side now.</speak>"
    strongly = '<speak><emphasis level="strong">The left side now.</emphasis></speak>'
    said = [
        Aloud(Rendering(MadeUpVoice()), Rendering(MadeUpVoice())).heard([exchange("", 0, reply=reply)])
        for reply in (plainly, strongly)
    ]
    # Four decibels, and more of them beside the same silence.
    assert said[1].loudness_db - said[0].loudness_db == pytest.approx(4.4, abs=0.2)
    assert said[1].seconds - said[0].seconds == pytest.approx(0.19, abs=0.02)
