"""A household whose skill has one key, or two while the key is being changed, over a store that notes what it does."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from skill.alexa.identity import Identity
from skill.assembly import build_skill
from skill.device.speaker import Speaker, Whose
from skill.device.transcript import words_of
from skill.home import a_speaker
from skill.ports.store import JsonRecord, Kept, Owner, StoreDown
from skill.settings import Settings, SqlitePlace
from skill.stores.sqlite import SqliteStore

OLD, NEW = b"the old key, thirty-two letters long", b"the new key, thirty-two letters long"
MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
STOPPED = "You stopped in five gentle minutes, at knee rolls, right side"
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

    def forget_household(self, account: str) -> int:
        self._note("forget", Owner(account))
        return super().forget_household(account)

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


def stopped(home: Home, person: str = ANNA) -> None:
    """Somebody has broken off a routine, at knee to chest, right side, and was kept under the key of then."""
    home.say("ask gentle back to start five gentle minutes", MORNING, person)
    home.say("ready", person=person)
    home.say("stop", person=person)
    home.store.asked.clear()


def days(count: float) -> datetime:
    return MORNING + timedelta(days=count)
