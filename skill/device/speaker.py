"""A pretend speaker: keeps the session, and turns words said at a given time into requests and replies."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from hashlib import sha256
from math import ceil
from typing import Any, Protocol

from skill.alexa.requests import LAUNCH_REQUEST, Sender, answer_request, ended_request, envelope, intent_request
from skill.device.playing import Playing
from skill.dialogue.answers.conversation.evidence import evidence_of
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.record import Unreadable, to_person
from skill.limits import START_LATENCY_SECONDS, TALKING_SECONDS
from skill.pace import Pace
from skill.ports.evidence import FIRST_WORDS, Evidence
from skill.ports.turn import Heard, Slot, Wish
from skill.practice import Sent
from skill.recognizer.meaning import Understood
from skill.recognizer.reason import Reason
from skill.recognizer.recognizer import Recognizer
from skill.recognizer.told import as_told, besides
from skill.replaced import replace

_THINKING_SECONDS = 1.0
UNANSWERED = "EXCEEDED_MAX_REPROMPTS"
BY_THE_PERSON = "USER_INITIATED"
_DENYING = "NotRoutineIntent"
"""The intent that names a routine that is not wanted: "not the bedtime one"."""


class Skill(Protocol):
    """What the speaker needs of the skill."""

    def handle(self, envelope: Mapping[str, Any]) -> dict[str, Any]:
        """The response envelope to a request envelope."""


@dataclass(frozen=True)
class Whose:
    """A device's account, id, recognised voice, locale and speech rate, and what it does that no Echo does.

    One that `tells` reports with each request how much of its last reply was heard. One that waits keeps a session open
    `waits_seconds` longer. One that `goes_on` answers "Ready?" itself if nobody does, where an Echo ends the session.
    """

    user: str = "household"
    device: str = "speaker"
    person: str = ""
    locale: str = "en-US"
    speech_rate: float = 1.0
    tells: bool = False
    waits_seconds: float = 0.0
    goes_on: bool = False


@dataclass(frozen=True)
class Exchange:
    """One turn: what was said and when, what was understood and why, the response, and how it plays."""

    at: datetime
    heard: str
    intent: str
    slots: Mapping[str, Slot]
    response: dict[str, Any]
    playing: Playing
    reason: Reason | None = None

    @cached_property
    def person(self) -> Person | None:
        """The person, read from the copy in the session attributes; None where no copy can be read."""
        record = self.response.get("sessionAttributes", {}).get("record")
        try:
            return to_person(record) if record else None
        except Unreadable:
            return None

    @property
    def sent(self) -> Sent | None:
        """The guiding reply as the practice keeps it; None where this reply leads through no routine."""
        sent = self.person.practice.sent if self.person and self.person.practice else None
        return sent if sent and sent.at == int(self.at.timestamp()) else None


@dataclass
class Speaker:
    """One device: `say` what a person says, and get the exchange; sessions open and close as on an Echo."""

    skill: Skill
    recognizer: Recognizer
    whose: Whose = field(default_factory=Whose)
    session: str = ""
    last: Exchange | None = None
    _played_seconds: float | None = None

    def say(self, words: str, at: datetime, played_seconds: float | None = None) -> Exchange:
        """Say words to the device, with the request sent at `at`; a session that ended before then is ended first.

        `played_seconds` of the last reply had played when the words began; without it the time of `at` tells.
        """
        self._played_seconds = played_seconds
        self.wait_until(at)
        heard = self.recognizer.invocation.spoken(words)
        if heard.kind != "say":
            self.session = ""
        if heard.kind == "open":
            return self._send(words, Understood("LaunchRequest"), at)
        known = replace(self._known(at), by_name=heard.kind == "ask")
        return self._send(words, self.recognizer.understand(heard.rest, known), at)

    def knows(self, at: datetime, played_seconds: float | None) -> Evidence:
        """The evidence of the open session for words that are said now; see `say`."""
        self._played_seconds = played_seconds
        return self._known(at)

    def wait_until(self, at: datetime) -> Exchange | None:
        """Let time pass: end a session whose question nobody answered by then."""
        if not self.session or self.last is None:
            return None
        given_up = self.last.at + timedelta(seconds=ceil(self.last.playing.given_up_seconds + self.whose.waits_seconds))
        return self.end(UNANSWERED, given_up) if at > given_up else None

    def end(self, reason: str, at: datetime, error: str = "") -> Exchange | None:
        """End the session for a reason that only the device knows, or an error of some type."""
        if not self.session:
            return None
        response = self.skill.handle(self._envelope(ended_request(reason, error), "", at))
        self.session = ""
        return Exchange(at, "", "SessionEndedRequest", {}, response, Playing.of(response["response"], self._pace))

    def answer_time(self) -> datetime:
        """When the next request is sent, if the person answers after the reply. Raises LookupError before any reply."""
        if self.last is None:
            raise LookupError("nothing was said yet")
        seconds = self.last.playing.over_seconds + _THINKING_SECONDS + TALKING_SECONDS
        return self.last.at + timedelta(seconds=ceil(seconds))

    @property
    def _pace(self) -> Pace:
        return Pace(self.whose.speech_rate)

    def _send(self, words: str, meant: Understood, at: datetime) -> Exchange:
        slots = as_told(meant)
        request = self._request(words, meant, at)
        response = self.skill.handle(self._envelope(request, words, at, besides(meant)))
        playing = Playing.of(response["response"], self._pace)
        self.last = Exchange(at, words, meant.intent, slots, response, playing, meant.reason)
        if not playing.listens:
            self.session = ""
        return self.last

    def _request(self, words: str, meant: Understood, at: datetime) -> dict[str, Any]:
        """The request as Alexa would send it; if it was told to elicit a slot, the words may arrive in that slot.

        In such a slot Alexa hands on any words ("yes", "no" and "stop" too), except values of the slot, and times and
        numbers, which it resolves. The name of something that is not wanted is not all that was said.
        """
        if meant.intent == "LaunchRequest":
            return dict(LAUNCH_REQUEST)
        intent, slot = self._listened_for(at)
        small = words.lower()
        if not intent or meant.intent == intent or any(map(str.isdigit, small)):
            return intent_request(meant.intent, as_told(meant))
        said = {} if meant.intent == _DENYING else as_told(meant)
        named = next((one for name, one in said.items() if name == slot), None)
        return answer_request(intent, slot, named or Slot(small))

    def _listened_for(self, at: datetime) -> tuple[str, str]:
        """The intent and the slot that the last reply told to elicit, once that was heard; else empty."""
        heard = self._heard(at)
        if not self.session or self.last is None or heard is None or not heard.over:
            return "", ""
        directives = self.last.response["response"].get("directives", [])
        told = (one for one in directives if one["type"] == "Dialog.ElicitSlot")
        return next(((one["updatedIntent"]["name"], one["slotToElicit"]) for one in told), ("", ""))

    def _known(self, at: datetime) -> Evidence:
        """The evidence of the open session for words that are said now."""
        heard = self._heard(at)
        if not self.session or self.last is None or heard is None or self.last.person is None:
            return FIRST_WORDS
        return evidence_of(self.last.person, question_heard=heard.over)

    def _heard(self, at: datetime) -> Heard | None:
        """How much of the last reply was heard when the person began to say what is sent at `at`."""
        if self.last is None:
            return None
        usual = (at - self.last.at).total_seconds() - START_LATENCY_SECONDS - TALKING_SECONDS
        played = usual if self._played_seconds is None else self._played_seconds
        return self.last.playing.heard_after(played, self.last.sent.ends if self.last.sent else None)

    def _envelope(self, request: dict[str, Any], words: str, at: datetime, also: Wish | None = None) -> dict[str, Any]:
        """The envelope in the open session, or a new one; ids are hashes, so that a conversation repeats exactly."""
        attributes = self.last.response.get("sessionAttributes", {}) if self.session and self.last else None
        version = (attributes or {}).get("version", "")
        name = f"{self.whose.device}:{self.whose.person}:{at.astimezone(UTC).isoformat()}:{words}:{version}"
        self.session = self.session or _id("session", name)
        request["requestId"] = _id("request", name + request["type"])
        whose = self.whose
        heard = self._heard(at) if whose.tells else None
        sender = Sender(whose.user, whose.device, self.session, whose.locale, whose.person, heard, also, whose.goes_on)
        return envelope(sender, request, at, attributes)


def _id(kind: str, name: str) -> str:
    digest = sha256(name.encode("utf-8", "replace")).hexdigest()
    return f"{kind}.{digest[:16]}"
