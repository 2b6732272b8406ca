"""Memory: reads a person from the session's copy or the store, and writes them without losing what others wrote."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from skill.dialogue.memory.duplicates import begun_anew, heard_since, is_mine, opened_before, with_word
from skill.dialogue.memory.merging import merged
from skill.dialogue.memory.owners import Owners, owners_of
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.record import Unreadable, to_person, to_record
from skill.ports.store import JsonRecord, Kept, Refused, Store, StoreDown
from skill.ports.turn import ENDED, Turn
from skill.replaced import replace

_log = logging.getLogger(__name__)


UNSAVED = "trouble.unsaved"
"""The phrase that says, once in a conversation, that the place may not be remembered."""

UNKNOWN, FOUND = "trouble.unknown", "trouble.found"
"""The phrases for people whose record cannot be read at their first word, and for when it can be read again."""


@dataclass(frozen=True)
class Recalled:
    """A person as read for a turn, with the owners of their record and its stored version (0: none is stored).

    `writable` is false where the stored record could not be read; `repeated` is true where this turn was answered
    before; `notices` are phrases to be said now; `warned` is true once the person heard that their place may be lost.
    """

    person: Person
    owners: Owners
    version: int = 0
    writable: bool = True
    away: bool = False
    """Whether the store was down, so that it is worth asking again."""
    repeated: bool = False
    warned: bool = False
    notices: tuple[str, ...] = ()
    mine: Person | None = None
    """What this conversation knew of the person until now, if the store has just come back; else None."""
    last_kept: Person = Person()
    """The person as this conversation last knew them to be stored: whatever differs now, it has changed itself."""
    day: int = 0
    """The person's day (a proleptic ordinal), so that what merely expires with the day is no change."""

    def on(self, day: int) -> "Recalled":
        """The same on this day of the person's calendar."""
        return replace(self, last_kept=self.last_kept.on(day), day=day)


class AskedFirst(Exception):
    """Another conversation has heard an emergency meanwhile: the turn has to be answered anew, from `recalled`."""

    def __init__(self, recalled: Recalled) -> None:
        super().__init__("asked first meanwhile")
        self.recalled = recalled


class Memory:
    """Reads and writes people. Failures of the store are logged, and raised only where something is to be deleted."""

    def __init__(self, store: Store, limits: Iterable[str] = ()) -> None:
        self._store = store
        self._limits = tuple(limits)
        """All limits there are: any of them may hold for a person whose record cannot be read."""

    def recall(self, turn: Turn) -> Recalled:
        """The person of this turn: inside a conversation from its copy, else from the store, else somebody new."""
        owners = owners_of(turn)
        self._store.turn_begins()
        mine = _copied(turn, owners)
        if mine is None:
            return self._from_store(turn, owners)
        if mine.writable:
            return mine
        stranger = replace(mine, person=_not_knowing(mine.person, _unknown(turn, self._limits)))
        return self._found_again(turn, stranger) if mine.away else stranger

    def _from_store(self, turn: Turn, owners: Owners) -> Recalled:
        """The stored person, or somebody new; where the store cannot be read, one of whom every limit may hold."""
        try:
            kept = self._read_or_try_again(owners)
            return Recalled(Person(), owners) if kept is None else _alive(kept, replace(turn, copy=None), owners)
        except (StoreDown, Unreadable) as trouble:
            _log.warning("guiding without memory: %s", trouble)
            away, nobody = isinstance(trouble, StoreDown), _not_knowing(Person(), self._limits)
            return Recalled(nobody, owners, writable=False, away=away, warned=True, notices=(UNKNOWN,))

    def _found_again(self, turn: Turn, mine: Recalled) -> Recalled:
        """The person of a conversation that began with the store down, merged with their record once it is back."""
        try:
            kept = self._read(mine.owners)
            theirs = to_person(kept.record) if kept else Person()
        except (StoreDown, Unreadable) as trouble:
            _log.warning("still without memory: %s", trouble)
            return mine
        known = _not_knowing(mine.person, ())
        # What was to rest on the day of the stored record no longer does on the day of this conversation.
        theirs = theirs.on(known.tailoring.resting_day) if known.tailoring.resting_day else theirs
        both = replace(mine, person=merged(known, theirs, Person()), version=kept.version if kept else 0)
        found = replace(both, last_kept=theirs, writable=True, away=False, repeated=heard_since(turn, theirs))
        return replace(found, mine=mine.person, notices=(FOUND,) if kept else ())

    def keep(self, turn: Turn, recalled: Recalled, person: Person) -> JsonRecord:
        """Write the person, and return the copy for the session, whether or not that worked. Raises AskedFirst."""
        kept = Kept(to_record(person), recalled.version)
        saved = True
        if recalled.writable and not recalled.repeated:
            try:
                kept = self._write(turn, recalled, person, kept.record)
                self._leave(recalled)
            except (StoreDown, Refused, Unreadable) as trouble:
                _log.warning("not saved: %s", trouble)
                saved = False
        return {
            "record": kept.record,
            "version": kept.version,
            **recalled.owners.voices,
            "writable": recalled.writable,
            "away": recalled.away,
            **({} if recalled.writable else {"unknown": list(person.tailoring.unknown)}),
            "saved": saved,
            **({} if saved else {"last_kept": to_record(recalled.last_kept)}),
            "warned": recalled.warned,
        }

    def answered(self, turn: Turn, recalled: Recalled) -> Recalled:
        """Record that this turn was answered, though it changes nothing; return what was recalled, as repeated."""
        done = replace(recalled, repeated=True)
        if not recalled.version or not recalled.writable:
            return done
        try:
            kept = self._written(recalled.owners, to_record(with_word(recalled.person, turn)), recalled.version)
        except (StoreDown, Refused) as trouble:
            _log.warning("not saved: %s", trouble)
            return done
        return replace(done, version=kept.version)

    def passed(self, turn: Turn, recalled: Recalled) -> bool:
        """Whether this turn was already answered and overtaken, so that its errand must not be run again."""
        try:
            kept = self._read(recalled.owners)
            theirs = to_person(kept.record) if kept else Person()
        except (StoreDown, Unreadable):
            return False
        known = kept is not None and not is_mine(turn, theirs)
        return known and (heard_since(turn, theirs) or begun_anew(theirs, recalled.last_kept))

    def forget(self, turn: Turn, recalled: Recalled, *, everybody: bool) -> None:
        """Delete the record of this voice, or with `everybody` all records of the account; raises StoreDown."""
        if everybody:
            self.forget_household(turn)
            return
        # That of the other key first: if only it remained, it would be found and moved back.
        other = recalled.owners.before or turn.owner_before
        if other:
            self._store.forget(other)
        self._store.forget(recalled.owners.now)

    def forget_household(self, turn: Turn) -> None:
        """Delete all records of the account; raises StoreDown, and Alexa then sends the event again."""
        if turn.owner_before:
            self._store.forget_household(turn.owner_before.account)
        self._store.forget_household(turn.owner.account)

    def _read(self, owners: Owners) -> Kept | None:
        """The stored record; one under the old key has version 0, for it is still to be written under the new key."""
        kept = self._store.read(owners.now)
        if kept or owners.before is None:
            return kept
        old = self._store.read(owners.before)
        return Kept(old.record, version=0) if old else None

    def _read_or_try_again(self, owners: Owners) -> Kept | None:
        """The stored record, with a second attempt: an idle connection is lost more often than the store is down.

        Raises StoreDown after two failures; the store itself sees whether the turn has time for a second one.
        """
        try:
            return self._read(owners)
        except StoreDown as trouble:
            _log.info("reading once more, for %s", str(trouble))
            return self._read(owners)

    def _leave(self, recalled: Recalled) -> None:
        """Delete the record under the old key, once the new one has it; if that fails, it is never read again."""
        if recalled.owners.before is None or recalled.version:
            return
        try:
            self._store.forget(recalled.owners.before)
        except StoreDown as trouble:
            _log.warning("left under the old key: %s", trouble)

    def _write(self, turn: Turn, recalled: Recalled, person: Person, record: JsonRecord) -> Kept:
        """Write the record, settling any conflict; return what is stored now."""
        try:
            return self._written(recalled.owners, record, recalled.version)
        except Refused as refused:
            return self._settle(turn, recalled, person, refused.current)

    def _settle(self, turn: Turn, recalled: Recalled, person: Person, current: Kept | None) -> Kept:
        """Settle a refused write, by the table in docs/memory.md; return what is stored now. Raises AskedFirst."""
        if current is None:
            # Deleted meanwhile, as the person wished: a conversation that still goes on must not bring them back.
            return Kept(to_record(person), recalled.version)
        theirs = to_person(current.record).on(recalled.day)
        if is_mine(turn, theirs):
            return current
        if heard_since(turn, theirs) or begun_anew(theirs, recalled.last_kept):
            return Kept(to_record(person), recalled.version)
        if _is_asked_first_since(theirs, person, recalled.last_kept):
            raise AskedFirst(
                replace(recalled, person=_knowing(recalled, theirs), version=current.version, last_kept=theirs)
            )
        both = merged(person, theirs, recalled.last_kept, ended=turn.intent == ENDED)
        return self._written(recalled.owners, to_record(both), current.version)

    def _written(self, owners: Owners, record: JsonRecord, after: int) -> Kept:
        return Kept(record, self._store.write(owners.now, record, after))


def _is_asked_first_since(theirs: Person, mine: Person, last_kept: Person) -> bool:
    """Whether another conversation heard of an emergency, or stopped everything, since this one's last knowledge."""
    urgent = theirs.stopped_at > max(mine.stopped_at, last_kept.stopped_at)
    return urgent or theirs.ask_first_at > max(mine.ask_first_at, last_kept.ask_first_at)


def _copied(turn: Turn, owners: Owners) -> Recalled | None:
    """The person from the copy that came with the request; None without a copy that can be read."""
    copy = turn.copy or {}
    record, version = copy.get("record"), copy.get("version")
    if turn.opens or not isinstance(record, dict) or not isinstance(version, int):
        return None
    try:
        return _alive(Kept(record, version), turn, owners)
    except Unreadable as trouble:
        _log.warning("the copy of a conversation is of no use: %s", trouble)
        return None


def _unknown(turn: Turn, limits: tuple[str, ...]) -> tuple[str, ...]:
    """The limits that may still hold for the person, by the copy; all of them, if it does not say."""
    unknown = (turn.copy or {}).get("unknown")
    return tuple(limit for limit in limits if limit in unknown) if isinstance(unknown, list) else limits


def _not_knowing(person: Person, limits: tuple[str, ...]) -> Person:
    """The person, with these limits as unknown."""
    return replace(person, tailoring=replace(person.tailoring, unknown=limits))


def _knowing(recalled: Recalled, theirs: Person) -> Person:
    """The person merged with what is stored; the practice led here stays as it was told, so that they are let out."""
    mine, led = recalled.person, recalled.person.practice
    known = merged(mine, theirs, recalled.last_kept)
    held = {(practice.routine, practice.conversation) for practice in theirs.practices}
    if led is None or led.conversation != mine.writer or (led.routine, led.conversation) not in held:
        return known
    return known.with_practice(led)


def _alive(kept: Kept, turn: Turn, owners: Owners) -> Recalled:
    """The person of a stored record or a copy; somebody new where the record has expired."""
    copy = {} if turn.opens else turn.copy or {}
    person = to_person(kept.record)
    forgotten = person.forget_at and person.forget_at < turn.epoch
    worried = copy.get("saved") is False and not copy.get("warned")
    known = Person() if forgotten else person
    last_kept = copy.get("last_kept")
    return Recalled(
        person=known,
        last_kept=to_person(last_kept) if isinstance(last_kept, dict) else known,
        owners=owners,
        version=kept.version,
        writable=copy.get("writable") is not False,
        away=copy.get("away") is True,
        repeated=opened_before(turn, person),
        warned=worried or bool(copy.get("warned")),
        notices=(UNSAVED,) if worried else (),
    )
