"""The room in which a conversation takes place: speakers, voices, the store, and a clock that moves only when told."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import ceil

from skill.assembly import build_skill
from skill.device.speaker import UNANSWERED, Exchange, Speaker, Whose
from skill.home import the_recognizer
from skill.limits import START_LATENCY_SECONDS, TALKING_SECONDS
from skill.ports.evidence import NOTHING_KNOWN, Evidence
from skill.ports.turn import PERMISSION
from skill.recognizer.meaning import Understood
from skill.recognizer.recognizer import Recognizer
from skill.settings import HOME_KEY, Settings, SqlitePlace
from tests.conversations.leave import EchoReminders, heard_by_alexa
from tests.conversations.unsteady_store import UnsteadyStore

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
_THINKING_SECONDS = 1.0
_LATER = timedelta(seconds=30)


class Certain(Recognizer):
    """Understands one thing, whatever is said: as Alexa does when she matches what our recognizer would not."""

    def __init__(self, meant: Understood, of_the_locale: Recognizer) -> None:
        self.language, self.invocation = of_the_locale.language, of_the_locale.invocation
        self._meant = meant

    def understand(self, words: str, known: Evidence = NOTHING_KNOWN) -> Understood:
        assert words
        assert known is not None
        return self._meant


@dataclass
class Room:
    """Where people talk to the skill; `at` is when the next words are sent, if that is settled already."""

    store: UnsteadyStore
    whose: Whose = field(default_factory=Whose)
    at: datetime | None = None
    meant: Understood | None = None
    last: Exchange | None = None
    speakers: dict[str, Speaker] = field(default_factory=dict)
    reminders: EchoReminders = field(default_factory=EchoReminders)

    def say(self, words: str) -> Exchange:
        """Words to the speaker at hand, and what comes of them."""
        speaker, at = self._speaker(), self.at or self._answering()
        self.wait_until(at)
        recognizer = the_recognizer(self.whose.locale)
        speaker.recognizer = Certain(self.meant, recognizer) if self.meant else recognizer
        if self.meant and self.meant.intent == PERMISSION:
            self.last = heard_by_alexa(speaker, words, at, self.meant.slots["status"].said)
        else:
            self.last = speaker.say(words, at)
        self.at, self.meant = None, None
        return self.last

    def wait_until(self, at: datetime) -> None:
        """Let time pass at every speaker; nothing may be said to a session that has ended."""
        for speaker in self.speakers.values():
            _silent(speaker.wait_until(at))

    def nobody_answers(self) -> None:
        """The session of the last reply ends after its reprompt."""
        assert self.reply.playing.listens, "nobody was asked"
        given_up = self.reply.at + _whole(self.reply.playing.given_up_seconds)
        _silent(self._speaker().end(UNANSWERED, given_up))
        self.at = given_up + _LATER

    def ends(self, reason: str, error: str = "") -> None:
        """The session of the speaker at hand ends for a reason of the device's own."""
        self.at = self.now
        _silent(self._speaker().end(reason, self.now, error))

    def unplug(self) -> None:
        """The speaker at hand is gone, and nobody tells the skill."""
        self.at = self.now
        self._speaker().session = ""

    @property
    def reply(self) -> Exchange:
        """The reply that was heard last."""
        assert self.last is not None, "nothing was said yet"
        return self.last

    @property
    def now(self) -> datetime:
        """What was settled, else the end of the last reply."""
        if self.at is not None:
            return self.at
        return START if self.last is None else self.last.at + _whole(self.last.playing.over_seconds)

    def speak_at(self, seconds: float) -> None:
        """The next words begin so long after the first word of the reply."""
        self.at = self.reply.at + _whole(START_LATENCY_SECONDS + seconds + TALKING_SECONDS)

    def _answering(self) -> datetime:
        return START if self.last is None else self.now + _whole(_THINKING_SECONDS + TALKING_SECONDS)

    def _speaker(self) -> Speaker:
        """The speaker at hand; like the skill in the cloud, nothing of ours outlives a turn but the store."""
        skill = build_skill(Settings(SqlitePlace(""), HOME_KEY), self.store, self.reminders, at_home=True)
        speaker = self.speakers.setdefault(self.whose.device, Speaker(skill, the_recognizer(self.whose.locale)))
        speaker.skill, speaker.whose = skill, self.whose
        return speaker


def _silent(ended: Exchange | None) -> None:
    assert ended is None or not ended.playing.speech.moments, "a session that has ended takes no speech"


def _whole(seconds: float) -> timedelta:
    return timedelta(seconds=ceil(seconds))
