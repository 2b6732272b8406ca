"""Merges what two conversations of one person have changed since each last knew the stored record."""

from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from skill.dialogue.memory.duplicates import WORDS_KEPT, has_written_since, writers
from skill.dialogue.memory.following import further
from skill.dialogue.memory.habit import united
from skill.dialogue.memory.person import Person, Word
from skill.practice import Practice
from skill.replaced import replace
from skill.tailoring.fits.fit import Fit
from skill.tailoring.fits.packed_fits import kept_fits

Value = TypeVar("Value")


def three_way(since: Value, mine: Value, theirs: Value) -> Value:
    """What I have changed `since`, and for the rest what they have; where both changed the same field, mine."""
    if mine in (since, theirs):
        return theirs
    if theirs == since:
        return mine
    both: Value = _piece_by_piece(since, mine, theirs)
    return both


def _piece_by_piece(since: Any, mine: Any, theirs: Any) -> Any:
    """Fields by their names, fits by their stretches, words by how often they are there; what is whole stays whole."""
    if is_dataclass(mine) and not isinstance(mine, type) and type(since) is type(mine) is type(theirs):
        names = [field.name for field in fields(mine)]
        values = {name: three_way(*(getattr(one, name) for one in (since, mine, theirs))) for name in names}
        return replace(mine, **values)
    pieces = (*since, *mine, *theirs) if isinstance(mine, tuple) else ()
    if pieces and all(isinstance(piece, Fit) for piece in pieces):
        return _fits(since, mine, theirs)
    if pieces and all(isinstance(piece, str) for piece in pieces):
        return _words(since, mine, theirs)
    return mine


def _fits(*sides: tuple[Fit, ...]) -> tuple[Fit, ...]:
    """A stretch of which a side has no fit is told there as usual."""
    by_mark = [{fit.mark: fit for fit in side} for side in sides]
    marks = dict.fromkeys(fit.mark for side in sides for fit in side)
    return kept_fits(three_way(*(known.get(mark, Fit(mark)) for known in by_mark)) for mark in marks)


def _words(*sides: tuple[str, ...]) -> tuple[str, ...]:
    """In their order, and then what I have more of."""
    _, mine, theirs = sides
    counts = {word: three_way(*(side.count(word) for side in sides)) for word in (*theirs, *mine)}
    return tuple(word for word, count in counts.items() for _ in range(count))


_OF_THE_WRITER = ("writer", "last_request", "forget_at", "asked", "quiet_turns")
"""The last writer with the time, and what is open in that conversation: nobody else's, even where it is as it was."""


def merged(mine: Person, theirs: Person, since: Person, *, ended: bool = False) -> Person:
    """Two conversations of one person, with what I have changed `since` I last knew what was kept.

    Mine keeps what it leads, where its word is the newer one; a conversation that has `ended` takes nothing back that
    another has taken over. What each has learned is added up.
    """
    own = {name: getattr(mine, name) for name in _OF_THE_WRITER}
    both = three_way(replace(since, **own), mine, replace(theirs, **own))
    learned = replace(both, met=mine.met, told=mine.told).having_met(theirs.met).having_heard(*theirs.told)
    following = further(mine.following, theirs.following, since.following)
    over = _taken_over(mine, theirs, since) if ended else frozenset[str]()
    practices, earlier = _practices(mine, theirs, over), _earlier(mine, theirs)
    ask_first_at = asked_first(mine.ask_first_at, theirs.ask_first_at, since.ask_first_at)
    stopped_at = asked_first(mine.stopped_at, theirs.stopped_at, since.stopped_at)
    learned = replace(learned, ask_first_at=ask_first_at, stopped_at=stopped_at)
    habit, finished = united(mine.habit, theirs.habit, since.habit), max(mine.finished, theirs.finished)
    learned = replace(learned, begun=theirs.begun or mine.begun, habit=habit, finished=finished, following=following)
    return replace(learned, earlier=earlier).with_practices(practices)


def asked_first(mine: int, theirs: int, since: int) -> int:
    """An emergency that was heard since counts, whoever was well meanwhile; else who is well anywhere, is well."""
    newest = max(mine, theirs)
    return newest if newest > since else min(mine, theirs)


def _taken_over(mine: Person, theirs: Person, since: Person) -> frozenset[str]:
    """The routines that others have led on or finished since; what I began since then nobody else can have known of.

    Where others had a word later than mine in it, or more of mine was kept than I know, it counts as theirs.
    """
    known = {practice.routine for practice in since.practices}
    led = {practice.routine: practice.conversation for practice in theirs.practices}
    unsure = has_written_since(theirs, since, mine.writer)
    last = max((word.at for word in writers(theirs)), default=0)
    return frozenset(
        practice.routine
        for practice in mine.practices
        if led.get(practice.routine, "") != mine.writer
        and (unsure or practice.routine in {*known, *led} or practice.touched < last)
    )


def _practices(mine: Person, theirs: Person, over: frozenset[str]) -> tuple[Practice, ...]:
    """What I lead that is not `over` to others, and what else is there but what I led by their account and finished."""
    there = {practice.routine: practice for practice in theirs.practices}
    led = {practice.routine: practice for practice in mine.practices if practice.conversation == mine.writer}
    held = {name for name, practice in there.items() if practice.conversation == mine.writer}
    newer = {
        name: practice
        for name, practice in led.items()
        if name not in over and (name not in there or there[name].touched < practice.touched)
    }
    rest = [practice for name, practice in there.items() if name not in newer and (name in led or name not in held)]
    return (*newer.values(), *rest)


def _earlier(mine: Person, theirs: Person) -> tuple[Word, ...]:
    return tuple(word for word in writers(theirs) if word.conversation != mine.writer)[:WORDS_KEPT]
