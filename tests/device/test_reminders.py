"""At home reminders are kept while the program runs, and it is said that nothing rings."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest

from skill.assembly import build_skill
from skill.device.reminders import PretendReminders
from skill.device.speaker import Speaker, Whose
from skill.device.transcript import words_of
from skill.home import a_speaker
from skill.settings import HOME_KEY, Settings, SqlitePlace
from skill.stores.sqlite import SqliteStore

BEGIN = datetime(2026, 1, 5, 7, tzinfo=UTC)


@pytest.fixture
def speaker() -> Iterator[Speaker]:
    with closing(SqliteStore(":memory:")) as store:
        yield a_speaker(build_skill(Settings(SqlitePlace(":memory:"), HOME_KEY), store, PretendReminders()), Whose())


def heard(speaker: Speaker, *sentences: str) -> list[str]:
    told = []
    for words in sentences:
        exchange = speaker.say(words, speaker.answer_time() if speaker.last else BEGIN)
        told.append(
            words_of(exchange.playing.speech).removesuffix(" What would you like?").removesuffix(" What shall we do?")
        )
    return told


def test_what_would_ring_on_an_echo_is_told_and_kept(speaker: Speaker) -> None:
    _, made, kept = heard(speaker, "remind me every day at seven in the morning", "yes", "which reminders do i have")
    assert made == "Nothing rings here at home. On an Echo I would remind you every day at seven in the morning."
    assert kept == "You have one reminder, every day at seven in the morning."


def test_a_reminder_is_kept_once_and_cancelled(speaker: Speaker) -> None:
    heard(speaker, *["remind me on mondays at nine in the evening", "yes"] * 2)
    asked, done, none = heard(speaker, "cancel my reminders", "yes", "which reminders do i have")
    assert asked == "You have one reminder, every Monday at nine in the evening. Shall I cancel it?"
    assert done in {"Cancelled.", "All right, cancelled."}
    assert none == "You have no reminders from me."
