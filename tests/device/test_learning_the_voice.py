"""A device that speaks slower or faster than estimated is found out by its answers, and stays found out."""

from datetime import UTC, datetime
from statistics import median

import pytest

from skill.assembly import build_skill
from skill.device.speaker import Speaker, Whose
from skill.home import the_recognizer
from skill.settings import Settings, SqlitePlace
from skill.stores.sqlite import SqliteStore

MORNING = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)
ANSWERS = ["ready"] * 5


@pytest.mark.parametrize("rate", [0.8, 1.0, 1.25])
def test_every_answer_measures_the_same_voice(rate: float) -> None:
    store = SqliteStore(":memory:")
    skill = build_skill(Settings(SqlitePlace(":memory:"), b"some key of a home"), store)
    speaker = Speaker(skill, the_recognizer("en-US"), Whose(speech_rate=rate))

    exchange = speaker.say("start unhurried twenty", MORNING)
    for words in [*ANSWERS, "start lower back", "yes", *ANSWERS[:3]]:
        exchange = speaker.say(words, speaker.answer_time())
    store.close()

    record = exchange.response["sessionAttributes"]["record"]
    measures = [int(measure.partition(".")[0]) / 1000 for measure in record["measures"].split()]
    # Of ten answers: some come after a way, on which people are as slow as they are, or after a short question.
    assert len(measures) >= 6
    assert abs(median(measures) - rate) < 0.06
    assert all(abs(measure - rate) < 0.15 for measure in measures)  # time stamps have whole seconds
