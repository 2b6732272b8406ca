"""Somebody at a speaker of their own, over a store on disk, whose time zone Alexa may tell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import ceil
from typing import Any

from skill.alexa.identity import Identity
from skill.alexa.skill import AlexaSkill
from skill.assembly import read, the_library
from skill.content.library import Library
from skill.device.speaker import Exchange, Speaker, Whose
from skill.device.transcript import place_in, words_of
from skill.dialogue.guide import Guide
from skill.home import the_recognizer
from skill.ports.store import Owner
from skill.ports.time_zones import Device
from skill.stores.sqlite import SqliteStore

KEY = b"a key that hides who they are"
OWNER = Owner(Identity(KEY).hashed("account", "household"))

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
STOPPED = "You stopped in lower back, at knee rolls, right side; "
WARMED = "First a short warm-up, then back to knee rolls, right side. "
BACK = "Back to knee rolls, right side. "


@dataclass
class Atlas:
    """Tells the zone of every device, or refuses to; `asked` counts how often it was asked."""

    zone: str | None = None
    asked: int = 0

    def zone_of(self, device: Device) -> str | None:
        assert device.token == "a token"
        self.asked += 1
        return self.zone


@dataclass
class Listener:
    """Speaks to the skill; the library may change between two sentences."""

    store: SqliteStore
    atlas: Atlas = field(default_factory=Atlas)
    whose: Whose = field(default_factory=Whose)
    library: Library = field(default_factory=the_library)
    speaker: Speaker | None = None

    def say(self, words: str, at: datetime | None = None) -> str:
        """What is heard; without a time the reply before is heard to its end, and then answered."""
        speaker = self.speaker or Speaker(self, the_recognizer("en-US"), self.whose)
        self.speaker = speaker
        speaker.say(words, at or speaker.answer_time())
        return words_of(self.last.playing.speech)

    def handle(self, envelope: Mapping[str, Any]) -> dict[str, Any]:
        """The skill's answer; the request brings what Alexa may be asked with about the device."""
        envelope["context"]["System"].update(apiEndpoint="https://api.amazonalexa.com", apiAccessToken="a token")
        return AlexaSkill(Guide(self.library, self.store, self.atlas), Identity(KEY), read).handle(envelope)

    @property
    def last(self) -> Exchange:
        """The last turn."""
        assert self.speaker is not None
        assert self.speaker.last is not None
        return self.speaker.last

    @property
    def step(self) -> str:
        """The step of the place that is remembered."""
        place = place_in(self.last)
        return place["step"] if place else ""

    def skip_to(self, step: str) -> None:
        """Interrupt with "next" until that step is reached."""
        for _ in range(40):
            if self.step == step:
                return
            self.say("alexa, next", self.last.at + timedelta(seconds=12))
        raise AssertionError(f"{step} was never reached")


def stopped(listener: Listener, at: datetime = MORNING) -> datetime:
    """When somebody stopped who began the lower back routine at this time: before the knee rolls, six minutes later."""
    listener.say("ask gentle back to start my lower back routine", at)
    for _ in ("lying down", "with the pelvic tilts done"):
        listener.say("ready")
    heard = listener.last.playing.speech.timed()
    named = next(start for start, moment in heard if moment.words.endswith("ext, knee rolls."))
    stop = listener.say("alexa, stop", listener.last.at + timedelta(seconds=ceil(named) + 4))
    assert stop.endswith("our place is kept.")
    assert listener.step == "knee-rolls"
    return listener.last.at
