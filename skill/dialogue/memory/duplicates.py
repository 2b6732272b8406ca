"""Recognises requests that come twice, late or out of order, by which conversations wrote a record and when."""

from skill.dialogue.memory.person import Person, Word
from skill.limits import FORGOTTEN_DAYS
from skill.ports.turn import Turn, short_id
from skill.practice import Practice
from skill.replaced import replace

WORDS_KEPT = 3
"""How many other conversations are remembered by their last word: hardly more are open at a time."""

_FORGOTTEN_SECONDS = FORGOTTEN_DAYS * 24 * 60 * 60


def stamped(person: Person, turn: Turn) -> Person:
    """The person, marked as written by this turn's conversation, and with the day of their expiry."""
    earlier = tuple(word for word in writers(person) if word.conversation != turn.conversation)[:WORDS_KEPT]
    marked = replace(person, last_request=short_id(turn.id), writer=turn.conversation, earlier=earlier)
    return replace(marked, begun=person.begun or turn.epoch, forget_at=turn.epoch + _FORGOTTEN_SECONDS)


def opened_before(turn: Turn, person: Person) -> bool:
    """Whether this first turn of a conversation was answered before, as the record shows."""
    if not turn.opens:
        return False
    word = _last_word(person, turn.conversation)
    return is_mine(turn, person) or turn.epoch < word or (person.writer != turn.conversation and turn.epoch == word)


def overtaken(turn: Turn, before: Person, after: Person) -> bool:
    """Whether this first turn would move a practice of which another conversation has had a newer word."""
    if not turn.opens:
        return False
    left = {practice.routine: practice for practice in after.practices}
    return any(_touched(practice, left.get(name)) for name, practice in _since(before, turn.epoch).items())


def with_word(person: Person, turn: Turn) -> Person:
    """The person with a note that this turn was answered, so that it is recognised if it comes again."""
    others = (word for word in person.earlier if word.conversation != turn.conversation)
    return replace(person, earlier=(Word(turn.conversation, turn.epoch), *others)[:WORDS_KEPT])


def with_newer(person: Person, before: Person, turn: Turn) -> Person:
    """The person, with the practices `before` that had a newer word than this first turn left as they were."""
    newer = _since(before, turn.epoch + 1) if turn.opens else {}
    practices = tuple(newer.get(practice.routine, practice) for practice in person.practices)
    return replace(person, practices=practices)


def _since(person: Person, epoch: int) -> dict[str, Practice]:
    """The practices, by routine, that were touched at that second or later."""
    return {practice.routine: practice for practice in person.practices if practice.touched >= epoch}


def _touched(before: Practice, after: Practice | None) -> bool:
    """Whether a practice was finished, moved, or taken over by another conversation."""
    return after is None or (after.place, after.conversation) != (before.place, before.conversation)


def is_mine(turn: Turn, person: Person) -> bool:
    """Whether this very request wrote the record."""
    return person.last_request == short_id(turn.id) != ""


def begun_anew(theirs: Person, known: Person) -> bool:
    """Whether the known record was deleted meanwhile, and this one begun after it."""
    return known.begun not in (0, theirs.begun)


def heard_since(turn: Turn, theirs: Person) -> bool:
    """Whether this conversation has already written this turn or a later one."""
    return turn.conversation != "" and turn.epoch <= _last_word(theirs, turn.conversation)


def has_written_since(theirs: Person, since: Person, conversation: str) -> bool:
    """Whether a write of this conversation was stored without its knowing, because the store's answer was lost."""
    return _last_word(theirs, conversation) > _last_word(since, conversation)


def _last_word(person: Person, conversation: str) -> int:
    """When this conversation wrote last (epoch seconds); 0 if never, or too many others wrote since."""
    return next((word.at for word in writers(person) if word.conversation == conversation != ""), 0)


def writers(person: Person) -> tuple[Word, ...]:
    """The conversations that wrote this record, the latest first."""
    last = (Word(person.writer, person.forget_at - _FORGOTTEN_SECONDS),) if person.writer else ()
    return (*last, *person.earlier)
