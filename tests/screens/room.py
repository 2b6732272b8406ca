"""A device with a screen in somebody's living room: what is said to it, what is pressed on it, and the clock."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Self

from skill.alexa.requests import LAUNCH_REQUEST, Sender, ended_request, envelope, intent_request
from skill.alexa.skill import AlexaSkill
from skill.assembly import build_skill
from skill.limits import START_LATENCY_SECONDS, TALKING_SECONDS
from skill.ports.turn import Slot
from skill.settings import HOME_KEY, Settings, SqlitePlace
from skill.stores.sqlite import SqliteStore

APL = "Alexa.Presentation.APL"
LARGEST_BYTES = 60_000
MORNING = datetime(2026, 1, 5, 7, tzinfo=UTC)
Json = dict[str, Any]


@dataclass
class Room:
    """One device in one room, over a store of its own; `screen` is whether it has one."""

    screen: bool = True
    now: datetime = MORNING
    user: str = "somebody"
    token: str = ""
    """What lets the skill ask Amazon about this device, as every one of hers does."""
    store: SqliteStore = field(default_factory=lambda: SqliteStore(":memory:"))
    response: Json = field(default_factory=dict)
    session: str = ""
    turns: int = 0

    def __post_init__(self) -> None:
        self.skill: AlexaSkill = build_skill(Settings(SqlitePlace(":memory:"), HOME_KEY), self.store)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.store.close()

    def open(self, after: float = 60.0) -> Json:
        """The skill is opened."""
        self.session = ""
        return self.send(dict(LAUNCH_REQUEST), after)

    def say(self, intent: str, after: float = 60.0, **slots: str) -> Json:
        """A wish, said so many seconds after the reply's first word; slots by their slugs."""
        filled = {name: Slot(slug.replace("-", " "), (slug,)) for name, slug in slots.items()}
        return self.send(intent_request(intent, filled), after + TALKING_SECONDS)

    def warn(self, words: str, after: float = 60.0) -> Json:
        """What sounds like danger, in Alexa's words for it."""
        return self.send(intent_request("RedFlagIntent", {"sign": Slot(words)}), after)

    def press(self, does: str, after: float = 60.0, slug: str = "", reply: str | None = None) -> Json:
        """A touch, so many seconds after the reply's first word by the screen's clock."""
        mark = self.shown["reply"] if reply is None else reply
        return self.event(["gentle-back", does, slug, mark, round(after * 1000)], after)

    def event(self, arguments: Any, after: float = 60.0) -> Json:
        """What a document sends."""
        request = {"type": f"{APL}.UserEvent", "token": "any", "arguments": arguments, "source": {}, "components": {}}
        return self.send(request, after)

    def end(self) -> Json:
        """Nobody answered."""
        return self.send(ended_request("EXCEEDED_MAX_REPROMPTS"), 300.0)

    def send(self, request: Json, after: float) -> Json:
        """A request, so many seconds after the first word of the last reply; what it is answered with."""
        self.now += timedelta(seconds=int(START_LATENCY_SECONDS + after))
        self.turns += 1
        opened = bool(self.session)
        self.session = self.session or f"session {self.turns}"
        attributes = self.response.get("sessionAttributes", {}) if opened else None
        sent = envelope(
            Sender(self.user, "a device", self.session),
            {**request, "requestId": f"r{self.turns}"},
            self.now,
            attributes,
        )
        if self.token:
            sent["context"]["System"] |= {"apiEndpoint": "https://api.amazonalexa.com", "apiAccessToken": self.token}
        sent["context"]["System"]["device"]["supportedInterfaces"] = (
            {APL: {"runtime": {"maxVersion": "1.4"}}} if self.screen else {}
        )
        self.response = json.loads(json.dumps(self.skill.handle(sent)))
        if self.answer.get("shouldEndSession") is True:
            self.session = ""
        return self.answer

    @property
    def answer(self) -> Json:
        """The last response, without its envelope."""
        answer: Json = self.response["response"]
        return answer

    @property
    def directive(self) -> Json:
        """What the screen was told last."""
        found = [one for one in self.answer.get("directives", []) if one["type"] == f"{APL}.RenderDocument"]
        assert len(found) == 1, self.answer
        directive: Json = found[0]
        return directive

    @property
    def shown(self) -> Json:
        """The data of what the screen shows."""
        shown: Json = self.directive["datasources"]["screen"]
        return shown

    @property
    def speech(self) -> str:
        """What is said, with its markup."""
        speech: str = self.answer.get("outputSpeech", {}).get("ssml", "")
        return speech

    @property
    def reprompt(self) -> str:
        """What is said once more where nobody answers, with its markup."""
        again: str = self.answer.get("reprompt", {}).get("outputSpeech", {}).get("ssml", "")
        return again

    @property
    def size(self) -> int:
        """How many bytes the whole response has."""
        return len(json.dumps(self.response).encode())


def directives(answer: Mapping[str, Any]) -> list[str]:
    """The types of everything besides speech."""
    return [directive["type"] for directive in answer.get("directives", [])]
