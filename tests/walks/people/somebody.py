"""Somebody at a speaker, played through the whole skill in one process, who can go back to any moment of before."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import groupby
from math import ceil
from traceback import extract_tb
from typing import Any

from skill.alexa.identity import Identity
from skill.alexa.skill import AlexaSkill
from skill.assembly import read, the_library
from skill.device.reminders import PretendReminders
from skill.device.speaker import Exchange, Speaker, Whose
from skill.device.transcript import words_of
from skill.dialogue.guide import Answered, Guide
from skill.home import the_recognizer
from skill.limits import START_LATENCY_SECONDS, TALKING_SECONDS
from skill.pace import Pace
from skill.ports.evidence import Evidence
from skill.ports.reminders import Reminder
from skill.ports.turn import Slot, Turn
from skill.recognizer.meaning import HeardSlot, Understood
from skill.recognizer.recognizer import Recognizer
from skill.recognizer.templates.invocation import Invocation
from skill.settings import HOME_KEY
from skill.timeline import HOLDING, Moment, Place, Role
from tests.walks.people.effort import Endless, bounded
from tests.walks.people.shelf import Kept_as_text, Shelf

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
A_DAY = 24 * 60 * 60
OWN_FILES = "skill"


@dataclass(frozen=True)
class Hold:
    """A hold as it is really heard: its place, and the seconds from the first word of the reply."""

    place: Place
    begins: float
    ends: float

    def at(self, share: float) -> float:
        """The second at which this share of it is over."""
        return self.begins + share * (self.ends - self.begins)


@dataclass(frozen=True)
class Heard:
    """What came of one sentence: the words of the reply, what is asked, and what became of the turn."""

    said: str
    intent: str
    words: str
    listens: bool
    asked: Mapping[str, Any]
    record: Mapping[str, Any]
    moments: tuple[Moment, ...]
    crash: str

    @property
    def answer(self) -> str:
        """What was said besides the question: the same question in other words makes it no other answer."""
        own = (moment.words for moment in self.moments if not moment.silent and moment.role is not Role.QUESTION)
        return " ".join(own)

    @property
    def kind(self) -> str:
        """The kind of the question that is open; none when the microphone is closed."""
        return str(self.asked.get("kind", "")) if self.listens else ""

    @property
    def practice(self) -> Mapping[str, Any]:
        """The practice under way or kept, as it is remembered."""
        practices = self.record.get("practices", [])
        return practices[0] if practices else {}

    def holds(self, rate: float = 1.0) -> tuple[Hold, ...]:
        """Every hold of the reply, by a voice so much slower than the estimate."""
        return tuple(_holds(self.moments, rate))


@dataclass(frozen=True)
class Bookmark:
    """A moment to which somebody can go back."""

    kept: Kept_as_text
    away: bool
    reminders: tuple[Reminder, ...]
    session: str
    last: Exchange | None
    heard: tuple[Heard, ...]


class Overheard(Guide):
    """The guide, and what it told last: the words with their places, or how it failed."""

    told: Answered | None = None
    crash: str = ""

    def answer(self, turn: Turn) -> Answered:
        self.told, self.crash = None, ""
        try:
            self.told = super().answer(turn)
        except Exception as failure:
            self.crash = _where(failure)
            raise
        return self.told


@dataclass(frozen=True)
class Certain:
    """Understands one thing, whatever is said."""

    meant: Understood
    invocation: Invocation

    def understand(self, _: str, __: Evidence) -> Understood:
        return self.meant


@dataclass
class Somebody:
    """Says words to the skill and hears what comes of them; `rate` is how much slower the voice is than estimated."""

    rate: float = 1.0
    shelf: Shelf = field(default_factory=Shelf)
    reminders: PretendReminders = field(default_factory=PretendReminders)
    heard: tuple[Heard, ...] = ()

    def __post_init__(self) -> None:
        self.guide = Overheard(the_library(), self.shelf, None, self.reminders)
        skill = AlexaSkill(self.guide, Identity(HOME_KEY), read, at_home=True)
        self.speaker = Speaker(skill, recognizer(), Whose(speech_rate=self.rate))

    def say(self, words: str, after: float | None = None) -> Heard:
        """Words so many seconds after those before; without a time the reply is heard to its end and answered."""
        at = self.answer_time if after is None else self.now + timedelta(seconds=after)
        try:
            with bounded():
                exchange = self.speaker.say(words, at)
        except Endless as endless:
            seconds = round((at - self.now).total_seconds())
            raise Endless(f"{endless}: {words!r} after {seconds} s") from None
        return self._hear(exchange)

    def mean(
        self, intent: str, slots: Mapping[str, Slot], words: str = "something", after: float | None = None
    ) -> Heard:
        """Words that Alexa understood by herself as this intent."""
        meant = Understood(intent, {name: HeardSlot(slot.said, slot.ids) for name, slot in slots.items()})
        self.speaker.recognizer = Certain(meant, recognizer().invocation)  # type: ignore[assignment]
        try:
            return self.say(words, after)
        finally:
            self.speaker.recognizer = recognizer()

    def cut_in(self, words: str, second: float) -> Heard:
        """Words into the reply, so long after its first word."""
        return self.say(words, ceil(START_LATENCY_SECONDS + second + TALKING_SECONDS))

    def give_up(self) -> None:
        """Nobody answers the question, and the session ends."""
        last = self.speaker.last
        if last is not None:
            with bounded():
                self.speaker.wait_until(last.at + timedelta(seconds=ceil(last.playing.given_up_seconds) + 1))

    def bookmark(self) -> Bookmark:
        """This moment."""
        speaker = self.speaker
        kept = dict(self.shelf.there)
        return Bookmark(kept, self.shelf.away, tuple(self.reminders.there), speaker.session, speaker.last, self.heard)

    def back_to(self, mark: Bookmark) -> None:
        """Everything is again as it was then."""
        self.shelf.there, self.reminders.there = dict(mark.kept), list(mark.reminders)
        self.shelf.away = mark.away
        self.speaker.session, self.speaker.last, self.heard = mark.session, mark.last, mark.heard

    def record(self) -> Mapping[str, Any]:
        """What is remembered of them, wherever it was changed last."""
        text, _ = next(iter(self.shelf.there.values()), ("{}", 0))
        return dict(json.loads(text))

    @property
    def last(self) -> Heard:
        """The reply that was heard last."""
        return self.heard[-1]

    @property
    def now(self) -> datetime:
        """When the last words were said."""
        return self.speaker.last.at if self.speaker.last else MORNING

    @property
    def answer_time(self) -> datetime:
        """When they answer who hear the reply to its end."""
        return self.speaker.answer_time() if self.speaker.last else MORNING

    def _hear(self, exchange: Exchange) -> Heard:
        told, playing = self.guide.told, exchange.playing
        record: Any = (told.copy if told else {}).get("record") or {}
        heard = Heard(
            said=exchange.heard,
            intent=exchange.intent,
            words=words_of(playing.speech),
            listens=playing.listens,
            asked=record.get("asked") or {},
            record=record,
            moments=told.reply.timeline.moments if told else (),
            crash=self.guide.crash,
        )
        self.heard = (*self.heard, heard)
        return heard


@cache
def recognizer() -> Recognizer:
    """What understands words, made once and whole: what it makes only for unknown words is no work of a turn's."""
    made = the_recognizer("en-US")
    made.understand("colourless green ideas")
    return made


def _where(failure: Exception) -> str:
    """What failed, and the last line of the skill's own that led there."""
    own = [frame for frame in extract_tb(failure.__traceback__) if f"/{OWN_FILES}/" in frame.filename]
    at = f" at {own[-1].filename.rpartition(f'/{OWN_FILES}/')[2]}:{own[-1].lineno}" if own else ""
    return f"{type(failure).__name__}: {failure}{at}"


def _holds(moments: tuple[Moment, ...], rate: float) -> list[Hold]:
    """Consecutive moments that hold the same place, with the seconds at which they are heard."""
    found: list[Hold] = []
    for moment, begins, ends in _timed(moments, rate):
        if moment.role not in HOLDING or moment.place is None:
            continue
        if found and found[-1].place == moment.place:
            found[-1] = Hold(moment.place, found[-1].begins, ends)
        else:
            found.append(Hold(moment.place, begins, ends))
    return found


def _timed(moments: tuple[Moment, ...], rate: float) -> list[tuple[Moment, float, float]]:
    """Each moment with its seconds; words that no silence parts are one utterance, shared by their length."""
    timed, now = [], 0.0
    for silent, some in groupby(moments, key=lambda moment: moment.silent):
        passage = list(some)
        estimated = sum(moment.seconds for moment in passage)
        spoken = estimated if silent else Pace(rate).seconds(" ".join(moment.words for moment in passage))
        for moment in passage:
            seconds = moment.seconds * (spoken / estimated if estimated else 1.0)
            timed.append((moment, now, now + seconds))
            now += seconds
    return timed


def json_of(asked: Mapping[str, Any]) -> str:
    """A question as it is remembered, to compare it with another."""
    return json.dumps(asked, sort_keys=True)


__all__ = ["A_DAY", "Bookmark", "Certain", "Endless", "Heard", "Hold", "Somebody", "json_of"]
