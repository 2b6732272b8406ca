"""Two devices, two voices, a store that comes and goes, and a plain account of where everybody must be."""

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from math import inf

from skill.dialogue.guide import Answered, Guide
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.record import to_person
from skill.limits import PRACTICES_KEPT
from skill.ports.reply import Close
from skill.ports.store import JsonRecord, Owner, Store
from skill.ports.turn import ENDED, Slot, Turn
from skill.practice import Practice
from skill.timeline import Place
from tests.library import LIBRARY
from tests.properties.deliveries.wishes import Wishes, wished, wishes_of
from tests.properties.unreliable_store import UnreliableStore

AFTERNOON = datetime(2026, 3, 1, 18, 0, tzinfo=UTC)
_QUICKEST = 0.7
"""The rate of the quickest voice that is believed, and some more."""
WARNINGS = frozenset((*LIBRARY.phrases["en"]["trouble.unsaved"], *LIBRARY.phrases["en"]["trouble.unknown"]))


@dataclass(frozen=True)
class Entry:
    """Where somebody is in a routine, by which conversation, and when it was said (epoch seconds).

    Of a last reply, which closes, `over_at` is when a quick voice has said all of it: then it may count as done.
    """

    place: Place
    conversation: str
    at: int
    over_at: float = inf


@dataclass
class Account:
    """Where one voice must be in each of its routines, the newest first: a later word counts, an earlier one never."""

    entries: dict[str, Entry] = field(default_factory=dict)
    newest: dict[str, int] = field(default_factory=dict)
    """When the newest request of each conversation that got through was made."""
    had: dict[str, set[str]] = field(default_factory=dict)
    """The routines that were kept when something of each conversation was last kept."""
    wishes: dict[str, str] = field(default_factory=lambda: dict(wishes_of(Person())))

    def told(self, turn: Turn, person: Person, wishes: Wishes) -> None:
        """A request got through to the store, and the person it left is this one; these are its wishes."""
        if turn.epoch <= self.newest.get(turn.conversation, 0):
            return
        self.newest[turn.conversation] = turn.epoch
        self.wishes.update(wishes)
        led = {practice.routine: practice for practice in person.practices if _led(practice, turn)}
        left = {practice.routine for practice in person.practices}
        for routine, entry in list(self.entries.items()):
            gone = routine not in (led if entry.conversation == turn.conversation else left)
            if gone and (entry.conversation == turn.conversation or entry.over_at <= turn.epoch):
                del self.entries[routine]
        # What it broke off just now was led till now as well.
        for practice in reversed(person.practices):
            if _led(practice, turn) and practice.touched == turn.epoch:
                self._moved(turn, practice)
        for practice in person.practices if turn.opens else ():
            self._cut_short(turn, practice)
        self.had[turn.conversation] = set(self.entries)

    def _moved(self, turn: Turn, practice: Practice) -> None:
        """The end of a conversation takes nothing back; but what it began while the store was away it has alone."""
        routine, before = practice.routine, self.entries.get(practice.routine)
        late = before is not None and before.at >= turn.epoch
        had = self.had.get(turn.conversation)
        over = before.conversation != turn.conversation if before else had and routine in had
        taken = had is not None and (over or turn.epoch < max(self.newest.values()))
        if late or (turn.intent == ENDED and taken):
            return
        self.entries.pop(routine, None)
        newest = {routine: Entry(practice.place, turn.conversation, turn.epoch, _over_at(practice)), **self.entries}
        self.entries = dict(list(newest.items())[:PRACTICES_KEPT])

    def _cut_short(self, turn: Turn, practice: Practice) -> None:
        """A device that is spoken to anew while its reply plays knows how far that had come; another one does not."""
        entry = self.entries.get(practice.routine)
        if entry and entry.conversation.startswith(turn.device) and entry.place != practice.place:
            self.entries[practice.routine] = Entry(practice.place, entry.conversation, turn.epoch)


def _over_at(practice: Practice) -> float:
    """When the last reply of a routine may be over, if this was it."""
    sent = practice.sent
    return sent.at + _QUICKEST * sent.ends.seconds(1.0) if sent and sent.closes else inf


def _led(practice: Practice, turn: Turn) -> bool:
    return practice.conversation == turn.conversation


@dataclass
class Device:
    """A speaker: it knows the conversation that is open, and sends along what the last reply told it to."""

    name: str
    conversation: str = ""
    voice: str = ""
    copy: JsonRecord | None = None
    heard_at: datetime = AFTERNOON
    warned: int = 0
    warned_before: int = 0
    requests: int = 0
    known: Person | None = None
    """As the last reply but those that could not be saved had them."""
    known_before: Person | None = None

    @property
    def last_request(self) -> str:
        """The one whose answer it waits for: that of an earlier one, which came late, is played by no device."""
        return f"{self.name} request {self.requests}"

    def turn(self, intent: str, voice: str, at: datetime, name: str = "") -> Turn:
        """The request that this device sends when somebody says something; `name` is a routine or a reason."""
        self.requests += 1
        opens = not self.conversation
        if opens:
            self.conversation, self.voice, self.warned = f"{self.name} conversation {self.requests}", voice, 0
        return Turn(
            id=self.last_request,
            intent=intent,
            at=at,
            owner=Owner("account", voice),
            conversation=self.conversation,
            device=self.name,
            opens=opens,
            slots={"routine": Slot(name, (name,))} if intent == "StartRoutineIntent" else {},
            reason=name if intent == ENDED else "",
            copy=self.copy,
        )

    def hears(self, told: Answered, at: datetime) -> None:
        """The reply arrived; with a goodbye the conversation is over."""
        self.heard_at = at
        self.warned_before, self.known_before = self.warned, self.known
        self.hears_instead(told)

    def hears_instead(self, told: Answered) -> None:
        """This one arrived, and not the one before."""
        self.copy = json.loads(json.dumps(told.copy))
        warnings = sum(moment.words in WARNINGS for moment in told.reply.timeline.moments)
        self.warned = self.warned_before + warnings
        saved = self.copy is not None and self.copy.get("saved") and self.copy.get("writable")
        self.known = person_in(self.copy) if saved or not self.known_before else self.known_before
        if isinstance(told.reply.microphone, Close):
            self.forgets()

    def forgets(self) -> None:
        """No conversation is open any more."""
        self.conversation, self.copy, self.known = "", None, None

    def wishes(self, intent: str) -> Wishes:
        """What it wishes with this, and has wished before without its being saved; its first word wishes nothing."""
        return wished(intent, person_in(self.copy), self.known) if self.known else {}

    def practice(self) -> Practice | None:
        """The practice that this device leads, as its last reply left it."""
        person = person_in(self.copy)
        return next((practice for practice in person.practices[:1] if practice.conversation == self.conversation), None)


def person_in(copy: JsonRecord | None) -> Person:
    """The person that travels with a conversation."""
    record = (copy or {}).get("record")
    return to_person(record) if isinstance(record, dict) else Person()


class House:
    """Both devices, both voices' accounts, the clock, and the store behind its line."""

    def __init__(self, store: Store) -> None:
        self.store = UnreliableStore(store)
        self.guide = Guide(LIBRARY, self.store)
        self.devices = {name: Device(name) for name in ("kitchen", "bedroom")}
        self.accounts = {voice: Account() for voice in ("anna", "ben")}
        self.voices: dict[str, str] = {}
        """The speaker that began each conversation."""
        self.wishes: dict[str, Wishes] = {}
        """What each request wishes."""
        self.now = AFTERNOON

    def request(self, device: Device, turn: tuple[str, str], voice: str, after: int) -> Turn:
        """What a device sends `after` seconds more: an intent, and the routine or reason it names."""
        self.now += timedelta(seconds=after)
        intent, name = turn
        wishes = device.wishes(intent)
        sent = device.turn(intent, voice, self.now, name)
        self.wishes[sent.id] = wishes
        self.voices.setdefault(sent.conversation, voice)
        return sent

    def deliver(self, turn: Turn) -> Answered:
        """The request reaches the skill, and where the store is to be reached its account is brought up to date."""
        told = self.guide.answer(replace(turn, copy=json.loads(json.dumps(turn.copy))))
        copy = turn.copy or {}
        writable = turn.opens or copy.get("writable") is not False or copy.get("away") is True
        if writable and not self.store.down:
            self.accounts[self.voices[turn.conversation]].told(turn, person_in(told.copy), self.wishes[turn.id])
        return told

    def kept(self, voice: str) -> tuple[dict[str, Place], Wishes]:
        """What the store has of a voice: the place in each routine, and what was wished."""
        self.store.turn_begins()
        kept = self.store.behind.read(Owner("account", voice))
        person = to_person(kept.record) if kept else Person()
        return {practice.routine: practice.place for practice in person.practices}, wishes_of(person)

    def expected(self, voice: str) -> tuple[dict[str, Place], Wishes]:
        """What it must have."""
        account = self.accounts[voice]
        return {routine: entry.place for routine, entry in account.entries.items()}, account.wishes
