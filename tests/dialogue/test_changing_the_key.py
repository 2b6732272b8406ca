"""While the key is being changed, everybody is found again, moves to the new key, and can be forgotten."""

import logging
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from skill.alexa.identity import Identity
from skill.assembly import build_skill
from skill.device.speaker import Speaker, Whose
from skill.device.transcript import words_of
from skill.dialogue.store import JsonRecord, Kept, Owner, StoreDown
from skill.home import a_speaker
from skill.settings import Settings, SqlitePlace
from skill.stores.sqlite import SqliteStore

OLD, NEW = b"the old key, thirty-two letters long", b"the new key, thirty-two letters long"
MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
STOPPED = "You stopped in five gentle minutes, at knee to chest stretch, right side"
WELCOME = "Welcome to Gentle Back."
ANNA = "anna"


class Watched(SqliteStore):
    """SQLite on disk that notes what it is asked to do; `stuck` is what it cannot do now."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.asked: list[str] = []
        self.stuck = ""

    def read(self, owner: Owner) -> Kept | None:
        self._note("read", owner)
        return super().read(owner)

    def write(self, owner: Owner, record: JsonRecord, after: int) -> int:
        self._note("write", owner)
        return super().write(owner, record, after)

    def forget(self, owner: Owner) -> None:
        self._note("forget", owner)
        super().forget(owner)

    def forget_household(self, account: str) -> None:
        self._note("forget", Owner(account))
        super().forget_household(account)

    def _note(self, what: str, owner: Owner) -> None:
        key = "old" if owner.account == account(OLD) else "new"
        if self.stuck == f"{what} {key}":
            raise StoreDown("Taken away.")
        self.asked.append(f"{what} {key}")


def account(key: bytes) -> str:
    return Identity(key).hashed("account", "household")


def voice(key: bytes, person: str) -> str:
    return Identity(key).hashed("person", person)


@dataclass
class Home:
    """A household at its speaker, over one file; which keys the skill has may change between two sentences."""

    store: Watched
    keys: tuple[bytes, bytes | None] = (OLD, None)
    speakers: dict[str, Speaker] = field(default_factory=dict)

    def say(self, words: str, at: datetime | None = None, person: str = ANNA) -> str:
        """What is heard; without a time the reply before is heard to its end, and then answered."""
        speaker = self.speakers.setdefault(person, a_speaker(self.skill, Whose(person=person)))
        speaker.skill = self.skill
        return words_of(speaker.say(words, at or speaker.answer_time()).playing.speech)

    def disable(self) -> None:
        """The event that Alexa sends when somebody disables the skill."""
        event: dict[str, Any] = {"type": "AlexaSkillEvent.SkillDisabled", "timestamp": "2026-03-09T08:00:00Z"}
        self.skill.handle({"context": {"System": {"user": {"userId": "household"}}}, "request": event})

    @property
    def skill(self) -> Any:
        new, old = self.keys
        return build_skill(Settings(SqlitePlace(""), new, old_id_key=old), self.store)

    def voices(self, key: bytes) -> set[str]:
        return set(self.store.household(account(key)))


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Iterator[Home]:
    with closing(Watched(str(tmp_path / "people.sqlite"))) as store:
        yield Home(store)


def stopped(home: Home, person: str = ANNA) -> None:
    """Somebody has broken off a routine, at knee to chest, right side, and was kept under the key of then."""
    home.say("ask gentle back to start five gentle minutes", MORNING, person)
    home.say("stop", person=person)
    home.store.asked.clear()


def days(count: float) -> datetime:
    return MORNING + timedelta(days=count)


def test_the_place_kept_under_the_old_key_is_found_and_moves_to_the_new_one(home: Home) -> None:
    stopped(home)
    home.keys = (NEW, OLD)
    assert home.say("open gentle back", days(1)).startswith(STOPPED)
    assert home.store.asked == ["read new", "read old", "write new", "forget old"]
    assert (home.voices(NEW), home.voices(OLD)) == ({voice(NEW, ANNA)}, set())


def test_who_has_moved_is_found_without_the_old_key(home: Home) -> None:
    stopped(home)
    home.keys = (NEW, OLD)
    home.say("open gentle back", days(1))
    home.say("stop", days(1.1))
    home.store.asked.clear()
    home.say("open gentle back", days(2))
    assert home.store.asked[:2] == ["read new", "write new"]
    home.keys = (NEW, None)
    assert home.say("open gentle back", days(3)).startswith(STOPPED)


def test_without_an_old_key_nothing_more_is_asked_of_the_store(home: Home) -> None:
    stopped(home)
    home.keys = (NEW, None)
    assert home.say("open gentle back", days(1)).startswith(WELCOME)
    assert home.store.asked == ["read new", "write new"]
    assert home.voices(OLD) == {voice(OLD, ANNA)}


def test_a_voice_that_is_not_recognised_moves_only_the_household_s_record(home: Home) -> None:
    stopped(home)
    stopped(home, person="")
    home.keys = (NEW, OLD)
    assert home.say("open gentle back", days(1), person="").startswith(STOPPED)
    assert (home.voices(NEW), home.voices(OLD)) == ({"household"}, {voice(OLD, ANNA)})


def test_nothing_is_forgotten_before_the_new_item_is_saved(home: Home) -> None:
    stopped(home)
    home.keys, home.store.stuck = (NEW, OLD), "write new"
    assert home.say("open gentle back", days(1)).startswith(STOPPED)
    assert (home.voices(NEW), home.voices(OLD)) == (set(), {voice(OLD, ANNA)})
    home.store.stuck = ""
    home.say("go on")
    assert (home.voices(NEW), home.voices(OLD)) == ({voice(NEW, ANNA)}, set())


def test_an_old_item_that_cannot_be_forgotten_now_is_no_trouble_of_the_listener_s(
    home: Home, caplog: pytest.LogCaptureFixture
) -> None:
    stopped(home)
    home.keys, home.store.stuck = (NEW, OLD), "forget old"
    with caplog.at_level(logging.WARNING):
        home.say("open gentle back", days(1))
    assert "left under the old key" in caplog.text
    assert account(OLD) not in caplog.text
    heard = home.say("go on")
    assert heard.startswith("First a short warm-up, then back to knee to chest stretch, right side.")
    assert home.voices(NEW) == {voice(NEW, ANNA)}


def test_an_old_item_that_cannot_be_read_stays_where_it_is(home: Home) -> None:
    stopped(home)
    home.keys, home.store.stuck = (NEW, OLD), "read old"
    assert home.say("open gentle back", days(1)).startswith("I cannot keep your place just now.")
    home.store.stuck = ""
    home.say("yes")
    assert (home.voices(NEW), home.voices(OLD)) == (set(), {voice(OLD, ANNA)})


def test_a_conversation_that_began_under_the_old_key_ends_under_it_and_loses_nothing(home: Home) -> None:
    home.say("ask gentle back to start five gentle minutes", MORNING)
    home.keys = (NEW, OLD)
    home.say("ready")
    home.say("stop")
    assert (home.voices(NEW), home.voices(OLD)) == (set(), {voice(OLD, ANNA)})
    moved_on = "You stopped in five gentle minutes, at windshield wipers"
    assert home.say("open gentle back", days(1)).startswith(moved_on)
    assert (home.voices(NEW), home.voices(OLD)) == ({voice(NEW, ANNA)}, set())


@pytest.mark.parametrize("words", ["forget me", "forget everybody"])
def test_who_is_forgotten_while_the_key_is_changed_is_forgotten_under_both(home: Home, words: str) -> None:
    stopped(home)
    home.keys = (NEW, OLD)
    home.say("open gentle back", days(1))
    home.say("stop")
    home.keys = (OLD, None)
    home.say(f"ask gentle back to {words}", days(2))
    home.keys = (NEW, OLD)
    assert (home.voices(NEW), home.voices(OLD)) == ({voice(NEW, ANNA)}, {voice(OLD, ANNA)})
    home.say("yes")
    assert (home.voices(NEW), home.voices(OLD)) == (set(), set())


def test_forgetting_me_leaves_nothing_under_either_key(home: Home) -> None:
    stopped(home)
    stopped(home, person="ben")
    home.keys, home.store.stuck = (NEW, OLD), "forget old"
    home.say("ask gentle back to forget me", days(1))
    assert (home.voices(NEW), home.voices(OLD)) == ({voice(NEW, ANNA)}, {voice(OLD, ANNA), voice(OLD, "ben")})
    home.store.stuck = ""
    assert home.say("yes") == "All forgotten. Take care."
    assert (home.voices(NEW), home.voices(OLD)) == (set(), {voice(OLD, "ben")})
    assert home.say("open gentle back", days(2)).startswith(WELCOME)


def test_forgetting_everybody_leaves_nothing_under_either_key(home: Home) -> None:
    stopped(home)
    stopped(home, person="ben")
    home.keys = (NEW, OLD)
    home.say("ask gentle back to forget everybody", days(1))
    assert (home.voices(NEW), home.voices(OLD)) == ({voice(NEW, ANNA)}, {voice(OLD, "ben")})
    home.say("yes")
    assert (home.voices(NEW), home.voices(OLD)) == (set(), set())


def test_disabling_the_skill_leaves_nothing_under_either_key(home: Home) -> None:
    stopped(home)
    stopped(home, person="ben")
    home.keys = (NEW, OLD)
    home.say("open gentle back", days(1))
    home.disable()
    assert (home.voices(NEW), home.voices(OLD)) == (set(), set())


@pytest.mark.parametrize("stuck", ["forget old", "forget new"])
def test_a_skill_disabled_while_the_store_is_down_is_told_so_that_alexa_tells_it_again(home: Home, stuck: str) -> None:
    stopped(home)
    home.keys, home.store.stuck = (NEW, OLD), stuck
    with pytest.raises(StoreDown):
        home.disable()
    home.store.stuck = ""
    home.disable()
    assert (home.voices(NEW), home.voices(OLD)) == (set(), set())
