"""A device that speaks slower or faster than estimated is found out by its answers; one that tells teaches nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from statistics import median

import pytest

from skill.alexa.skill import AlexaSkill
from skill.assembly import build_skill
from skill.device.speaker import Exchange, Speaker, Whose
from skill.home import the_recognizer
from skill.settings import Settings, SqlitePlace
from skill.stores.sqlite import SqliteStore

MORNING = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)
ANSWERS = ["ready"] * 5


@pytest.fixture(name="skill")
def _skill() -> Iterator[AlexaSkill]:
    store = SqliteStore(":memory:")
    yield build_skill(Settings(SqlitePlace(":memory:"), b"some key of a home"), store, at_home=True)
    store.close()


def led(skill: AlexaSkill, whose: Whose, start: datetime = MORNING) -> list[Exchange]:
    """Ten answers on this device."""
    speaker = Speaker(skill, the_recognizer("en-US"), whose)
    answers = [*ANSWERS, "start lower back", "yes", *ANSWERS[:3]]
    first = speaker.say("start unhurried twenty", start)
    return [first, *(speaker.say(words, speaker.answer_time()) for words in answers)]


def measured(exchange: Exchange) -> list[float]:
    record = exchange.response["sessionAttributes"]["record"]
    return [int(measure.partition(".")[0]) / 1000 for measure in record.get("measures", "").split()]


@pytest.mark.parametrize("rate", [0.8, 1.0, 1.25])
def test_every_answer_measures_the_same_voice(rate: float, skill: AlexaSkill) -> None:
    measures = measured(led(skill, Whose(speech_rate=rate))[-1])
    # Of ten answers: some come after a way, on which people are as slow as they are, or after a short question.
    assert len(measures) >= 6
    assert abs(median(measures) - rate) < 0.06
    assert all(abs(measure - rate) < 0.15 for measure in measures)  # time stamps have whole seconds


def test_a_device_that_tells_how_far_it_came_teaches_nothing_of_any_voice(skill: AlexaSkill) -> None:
    assert measured(led(skill, Whose(device="page", tells=True))[-1]) == []
    on_an_echo = measured(led(skill, Whose(device="echo", speech_rate=1.25), MORNING + timedelta(days=1))[-1])
    assert len(on_an_echo) >= 6
    on_the_page = led(skill, Whose(device="page", tells=True), MORNING + timedelta(days=2))
    assert measured(on_the_page[-1]) == on_an_echo
    # What it said on the first day, when nothing was known of any voice, it says for as long now.
    spoken = {moment.words: moment.seconds for one in on_the_page for moment in one.playing.speech.moments}
    assert spoken["Hold. Seven seconds."] == 1.6


def test_what_was_measured_before_on_a_device_that_tells_is_forgotten(skill: AlexaSkill) -> None:
    before = measured(led(skill, Whose(device="page", speech_rate=1.25))[-1])
    assert len(before) >= 6
    assert measured(led(skill, Whose(device="page", tells=True), MORNING + timedelta(days=1))[-1]) == []
