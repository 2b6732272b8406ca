"""What counts when requests come twice, late or out of order, and when two conversations of one person write."""

from dataclasses import replace

from skill.dialogue.habit import united
from skill.dialogue.person import Person, Word
from skill.dialogue.programme import further
from skill.dialogue.three_way import three_way
from skill.dialogue.turn import Turn, short_id
from skill.limits import FORGOTTEN_DAYS, PRACTICES_KEPT
from skill.practice import Practice

WORDS_KEPT = 3
"""Other conversations whose last word is remembered: more of them are hardly open at a time."""

_FORGOTTEN_SECONDS = FORGOTTEN_DAYS * 24 * 60 * 60


_OF_THE_WRITER = ("writer", "last_request", "forget_at", "asked", "misheard", "quiet_turns")
"""Who wrote last and when, and what is open in that conversation: nobody else's, even where it is as it was."""


def stamped(person: Person, turn: Turn) -> Person:
    """The person with the marks of this writer and the day on which they may be forgotten."""
    earlier = tuple(word for word in _words(person) if word.conversation != turn.conversation)[:WORDS_KEPT]
    marked = replace(person, last_request=short_id(turn.id), writer=turn.conversation, earlier=earlier)
    return replace(marked, begun=person.begun or turn.epoch, forget_at=turn.epoch + _FORGOTTEN_SECONDS)


def opened_before(turn: Turn, person: Person) -> bool:
    """Whether this first turn of a conversation was answered already, so that its conversation is in the record."""
    if not turn.opens:
        return False
    word = _last_word(person, turn.conversation)
    return is_mine(turn, person) or turn.epoch < word or (person.writer != turn.conversation and turn.epoch == word)


def overtaken(turn: Turn, before: Person, after: Person) -> bool:
    """Whether this first turn of a conversation would touch a practice of which another has had a newer word since."""
    if not turn.opens:
        return False
    left = {practice.routine: practice for practice in after.practices}
    return any(_touched(practice, left.get(name)) for name, practice in _since(before, turn.epoch).items())


def with_newer(person: Person, before: Person, turn: Turn) -> Person:
    """The person with the practices as they were `before` of which there was a newer word than this first turn."""
    newer = _since(before, turn.epoch + 1) if turn.opens else {}
    practices = tuple(newer.get(practice.routine, practice) for practice in person.practices)
    return replace(person, practices=practices)


def _since(person: Person, epoch: int) -> dict[str, Practice]:
    """The practices of which there was a word at that second or later."""
    return {practice.routine: practice for practice in person.practices if practice.touched >= epoch}


def _touched(before: Practice, after: Practice | None) -> bool:
    """Whether a practice was finished, moved, or taken over by another conversation."""
    return after is None or (after.place, after.conversation) != (before.place, before.conversation)


def is_mine(turn: Turn, person: Person) -> bool:
    """Whether the record is the one that this very request left."""
    return person.last_request == short_id(turn.id) != ""


def begun_anew(theirs: Person, known: Person) -> bool:
    """Whether all that was known of somebody has been deleted since, and this is what they have begun after it."""
    return known.begun not in (0, theirs.begun)


def heard_since(turn: Turn, theirs: Person) -> bool:
    """Whether this conversation has written this very turn or a later one."""
    return turn.conversation != "" and turn.epoch <= _last_word(theirs, turn.conversation)


def merged(mine: Person, theirs: Person, since: Person, *, ended: bool = False) -> Person:
    """Two conversations of one person, with what I have changed `since` I last knew what was kept.

    Mine keeps what it leads, where its word is the newer one; a conversation that has `ended` takes nothing back that
    another has taken over. What each has learned is added up.
    """
    both = three_way(since, mine, theirs)
    both = replace(both, **{name: getattr(mine, name) for name in _OF_THE_WRITER})
    learned = replace(both, met=mine.met, told=mine.told).having_met(theirs.met).having_heard(*theirs.told)
    following = further(mine.following, theirs.following, since.following)
    practices, earlier = _practices(mine, theirs, ended=ended), _earlier(mine, theirs)
    habit, finished = united(mine.habit, theirs.habit, since.habit), max(mine.finished, theirs.finished)
    learned = replace(learned, begun=theirs.begun or mine.begun, habit=habit, finished=finished, following=following)
    return replace(learned, practices=practices, earlier=earlier)


def _practices(mine: Person, theirs: Person, *, ended: bool) -> tuple[Practice, ...]:
    """What I lead, and of the rest what is there: all that I led by their account and lead no more is finished."""
    there = {practice.routine: practice for practice in theirs.practices}
    led = {practice.routine: practice for practice in mine.practices if practice.conversation == mine.writer}
    held = {name for name, practice in there.items() if practice.conversation == mine.writer}
    newer = {
        name: practice
        for name, practice in led.items()
        if (name in held or not ended) and (name not in there or there[name].touched < practice.touched)
    }
    rest = [practice for name, practice in there.items() if name not in newer and (name in led or name not in held)]
    return (*newer.values(), *rest)[:PRACTICES_KEPT]


def _earlier(mine: Person, theirs: Person) -> tuple[Word, ...]:
    return tuple(word for word in _words(theirs) if word.conversation != mine.writer)[:WORDS_KEPT]


def _last_word(person: Person, conversation: str) -> int:
    """When this conversation wrote last, or 0 when it did not, or so many wrote since that nobody knows."""
    return next((word.at for word in _words(person) if word.conversation == conversation != ""), 0)


def _words(person: Person) -> tuple[Word, ...]:
    """Which conversations wrote this record, the last one first."""
    last = (Word(person.writer, person.forget_at - _FORGOTTEN_SECONDS),) if person.writer else ()
    return (*last, *person.earlier)
