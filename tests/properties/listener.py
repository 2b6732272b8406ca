"""A listener who says anything at any time: played against the guide, with what they have truly heard kept in mind."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from skill.dialogue.answers.table import ANSWERS
from skill.dialogue.guide import Answered, Guide
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.record import to_person
from skill.limits import LISTENING_SECONDS, START_LATENCY_SECONDS, TALKING_SECONDS
from skill.ports.reply import Close, Listen, Reply
from skill.ports.store import JsonRecord, Owner
from skill.ports.turn import ENDED, Slot, Turn
from skill.practice import Practice
from skill.timeline import HOLDING, Place
from tests.library import LIBRARY
from tests.properties.slots import SLOTS

START = datetime(2026, 3, 1, 7, 0, tzinfo=UTC)
SOMEBODY = Owner("account")
UNANSWERED = "EXCEEDED_MAX_REPROMPTS"


@dataclass(frozen=True)
class Wish:
    """What is said so many seconds after the wish before; `ends` is how the conversation was left before, if it was."""

    intent: str
    after: int = 20
    slots: Mapping[str, Slot] = field(default_factory=dict)
    ends: str = ""


_NOTHING: st.SearchStrategy[Mapping[str, Slot]] = st.just({})
_DAY = 24 * 60 * 60
_WITHIN_A_REPLY = st.integers(min_value=1, max_value=260)
_LATER = st.sampled_from([300, 601, 3_700, _DAY, 14 * _DAY + 1, 20 * _DAY])
_ENDS = st.sampled_from(["USER_INITIATED", "ERROR", UNANSWERED, "vanished"])
_LEADING_ON = ["ReadyIntent", "AMAZON.YesIntent", "AMAZON.ResumeIntent", "TimeLeftIntent", "WhereAmIIntent"]


@st.composite
def wishes(draw: st.DrawFn) -> Wish:
    """Anything, at any time; mostly within the reply, and by somebody who goes on: else nothing is left to disturb."""
    intent = draw(st.sampled_from(_LEADING_ON) | st.sampled_from([*ANSWERS, "IntentOfTomorrow"]))
    gap = draw(_WITHIN_A_REPLY | _WITHIN_A_REPLY | _WITHIN_A_REPLY | _LATER)
    ends = draw(st.just("") | st.just("") | st.just("") | _ENDS)
    return Wish(intent, gap, draw(SLOTS.get(intent, _NOTHING)), ends)


_FIRST = st.builds(Wish, st.just("BeginIntent")) | st.builds(
    lambda slug: Wish("StartRoutineIntent", slots={"routine": Slot(slug, (slug,))}),
    st.sampled_from(sorted(LIBRARY.routines)),
)
CONVERSATIONS = st.tuples(_FIRST, st.lists(wishes(), min_size=1, max_size=12)).map(lambda said: [said[0], *said[1]])
"""A routine that is started, and then anything."""


class Listener:
    """One person with one device; `say` plays a wish and gives the reply, `truth` tells which hold was not over."""

    def __init__(self, guide: Guide, name: str = "device") -> None:
        self.guide = guide
        self.name = name
        self.now = START
        self.turns = 0
        self.vanished = 0
        self.conversation = ""
        self.copy: JsonRecord | None = None
        self.replied_at = START
        self.reply = Reply()

    def say(self, wish: Wish) -> Answered:
        """Leave the conversation if the wish says so, then say it, in a new conversation where none is open."""
        if wish.ends:
            self.leave(wish.ends)
        self.wait(wish.after)
        return self.speak(wish)

    def wait(self, seconds: int) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)

    def speak(self, wish: Wish) -> Answered:
        """Say the wish now."""
        told = self._turn(wish.intent, slots=wish.slots)
        self.reply, self.replied_at = told.reply, self.now
        if isinstance(told.reply.microphone, Close):
            self.conversation, self.copy = "", None
        return told

    def leave(self, reason: str) -> None:
        """The session ends for a reason that only the device knows; of one that vanished nobody hears any more."""
        if self.conversation and reason != "vanished":
            seconds = self._seconds_till_given_up() if reason == UNANSWERED else 5
            self.now = max(self.now, self.replied_at) + timedelta(seconds=seconds)
            self._turn(ENDED, reason=reason)
        if self.conversation:
            self.reply = Reply()
            self.vanished += reason == "vanished"
        self.conversation, self.copy = "", None

    def person(self) -> Person:
        """What the store has of them."""
        kept = self.guide._memory._store.read(SOMEBODY)
        return to_person(kept.record) if kept else Person()

    def hold_not_over(self, practice: Practice) -> Place | None:
        """The hold really under way or to come now; None when all were over, the kept one when none was told."""
        heard = (self.now - self.replied_at).total_seconds() - START_LATENCY_SECONDS - TALKING_SECONDS
        ended: dict[Place, float] = {}
        for start, moment in self.reply.timeline.timed():
            if moment.place and moment.role in HOLDING:
                ended[moment.place] = start + moment.seconds
        onward = practice.sent.then if practice.sent else practice.place
        return next((place for place, end in ended.items() if end > heard), onward) if ended else practice.place

    def _turn(self, intent: str, *, slots: Mapping[str, Slot] | None = None, reason: str = "") -> Answered:
        self.turns += 1
        opens = not self.conversation
        self.conversation = self.conversation or f"{self.name} conversation {self.turns}"
        turn = Turn(
            id=f"{self.name} request {self.turns}",
            intent=intent,
            at=self.now,
            owner=SOMEBODY,
            conversation=self.conversation,
            device=f"{self.name} {self.vanished}",
            opens=opens,
            slots=slots or {},
            reason=reason,
            copy=self.copy,
        )
        told = self.guide.answer(turn)
        self.copy = json.loads(json.dumps(told.copy))
        return told

    def _seconds_till_given_up(self) -> int:
        microphone = self.reply.microphone
        reprompt = microphone.reprompt.seconds if isinstance(microphone, Listen) else 0
        return int(START_LATENCY_SECONDS + self.reply.timeline.seconds + reprompt + 2 * LISTENING_SECONDS) + 1
