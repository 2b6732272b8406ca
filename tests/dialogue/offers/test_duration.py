"""The minutes that are promised are those until somebody stands again, waiting and answering counted."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from skill.alexa.identity import Identity
from skill.alexa.reminders import AlexaReminders
from skill.alexa.skill import AlexaSkill
from skill.alexa.time_zone import AlexaTimeZones
from skill.assembly import read
from skill.content.language.numbers import spelled
from skill.device.playing import Playing
from skill.device.speaker import Exchange, Speaker
from skill.dialogue.guide import Guide
from skill.home import the_recognizer
from skill.limits import ANSWERING_SECONDS, START_LATENCY_SECONDS
from skill.settings import HOME_KEY
from skill.stores.sqlite import SqliteStore
from tests.reviewed import REVIEWED

EVENING = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


@contextmanager
def speaker_over(people: Path) -> Iterator[Speaker]:
    with closing(SqliteStore(str(people))) as store:
        guide = Guide(REVIEWED, store, AlexaTimeZones(), AlexaReminders())
        yield Speaker(AlexaSkill(guide, Identity(HOME_KEY), read), the_recognizer("en-US"))


@pytest.fixture
def speaker(tmp_path: Path) -> Iterator[Speaker]:
    with speaker_over(tmp_path / "people.sqlite") as speaker:
        yield speaker


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store that knows somebody who did the longest routine on each of four days before."""
    people = tmp_path_factory.mktemp("known") / "people.sqlite"
    with speaker_over(people) as speaker:
        for days in range(4, 0, -1):
            wish = "alexa, ask gentle back to start unhurried twenty"
            played_on(speaker, speaker.say(wish, EVENING - timedelta(days=days)))
    return people


@pytest.fixture
def back_again(known: Path, tmp_path: Path) -> Iterator[Speaker]:
    """Their speaker, on the evening after."""
    with speaker_over(Path(shutil.copy(known, tmp_path / "people.sqlite"))) as speaker:
        yield speaker


def words_of(playing: Playing) -> list[str]:
    return [moment.words for moment in playing.speech.moments if not moment.silent]


UP = ("Are you up?", "Do you stand?")
"""Asked of somebody who stands by then."""


def played_on(speaker: Speaker, begun: Exchange) -> list[Playing]:
    """The reply, and every one that follows when each question is answered with yes, until they stand."""
    heard = [begun.playing]
    while words_of(heard[-1])[-1].endswith("?") and not words_of(heard[-1])[-1].endswith(UP):
        heard.append(speaker.say("yes", speaker.answer_time()).playing)
    return heard


def seconds_of(heard: list[Playing]) -> float:
    """Seconds of all of them, with what one waits for each and needs to answer it."""
    waited = len(heard) * START_LATENCY_SECONDS + (len(heard) - 1) * ANSWERING_SECONDS
    return waited + sum(playing.speech.seconds for playing in heard)


def fitted(speaker: Speaker, minutes: int, at: datetime) -> list[Playing]:
    wish = f"alexa, ask gentle back for a routine of {spelled(minutes, 'en')} minutes"
    return played_on(speaker, speaker.say(wish, at))


@pytest.mark.parametrize("minutes", [4, 5, 10, 20, 30])
def test_a_newcomer_hears_as_many_minutes_as_they_have(speaker: Speaker, minutes: int) -> None:
    heard = fitted(speaker, minutes, EVENING)
    assert f"{spelled(minutes, 'en').capitalize()} minutes, the first time." in " ".join(words_of(heard[0]))
    assert 0.95 * minutes * 60 <= seconds_of(heard) <= minutes * 60


@pytest.mark.parametrize("minutes", [3, 7, 12, 25, 30])
def test_so_does_somebody_who_has_been_here_before(back_again: Speaker, minutes: int) -> None:
    heard = fitted(back_again, minutes, EVENING)
    assert f"The routine made for you, {spelled(minutes, 'en')} minutes in all." in " ".join(words_of(heard[0]))
    assert 0.95 * minutes * 60 <= seconds_of(heard) <= minutes * 60


@pytest.mark.parametrize("routine", ["lower back", "five gentle minutes", "desk", "no kneeling", "bedtime"])
def test_a_routine_by_its_name_takes_the_minutes_that_were_said(speaker: Speaker, routine: str) -> None:
    heard = played_on(speaker, speaker.say(f"alexa, ask gentle back to start {routine}", EVENING))
    minutes = round(seconds_of(heard) / 60)
    assert f"{spelled(minutes, 'en').capitalize()} minutes, the first time." in " ".join(words_of(heard[0]))


def test_the_minutes_said_to_be_left_are_those_heard(speaker: Speaker) -> None:
    speaker.say("alexa, ask gentle back for a routine of fifteen minutes", EVENING)
    speaker.say("ready", speaker.answer_time())
    told = speaker.say("how long is left", speaker.answer_time())
    heard = played_on(speaker, speaker.say("ready", speaker.answer_time()))
    minutes = spelled(round(seconds_of(heard) / 60), "en")
    assert f"about {minutes} minutes" in words_of(told.playing)[0].lower()
