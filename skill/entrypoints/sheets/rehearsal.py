"""Plays a routine from "start" until somebody stands, with a made-up person who answers every question."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil

from skill.content.library import Library
from skill.dialogue.guide import Guide
from skill.dialogue.memory.question import Ask
from skill.limits import ANSWERING_SECONDS, START_LATENCY_SECONDS
from skill.ports.reply import Listen, Reply
from skill.ports.store import Owner
from skill.ports.turn import Slot, Turn
from skill.replaced import replace
from skill.stores.sqlite import SqliteStore
from skill.timeline import Moment, Role, last

MOST_REPLIES = 60
"""More replies than any routine has; more is a routine that does not end."""

FIRST_DAY = datetime(2026, 1, 5, 14, 0, tzinfo=UTC)
OWNER = Owner("rehearsal")
_START, _YES = "StartRoutineIntent", "AMAZON.YesIntent"


@dataclass(frozen=True)
class Rehearsal:
    """What was heard in one run through a routine, reply by reply, with the seconds before each and after it."""

    replies: tuple[Reply, ...]

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Everything heard in order; what a person waits for the first word and needs to answer is a silence."""
        answering = Moment(Role.QUESTION, ANSWERING_SECONDS)
        heard = [(*_heard(reply), answering) for reply in self.replies]
        return tuple(moment for moments in heard for moment in moments)[:-1]


def _heard(reply: Reply) -> Iterator[Moment]:
    yield Moment(Role.QUESTION, START_LATENCY_SECONDS)
    yield from reply.timeline.moments


def rehearsals(library: Library, slug: str) -> tuple[Rehearsal, Rehearsal]:
    """The first time that somebody new hears this routine, and the next day."""
    with closing(SqliteStore(":memory:")) as store:
        guide = Guide(library, store)
        first = Rehearsal(tuple(played(guide, slug, FIRST_DAY)))
        return first, Rehearsal(tuple(played(guide, slug, FIRST_DAY + timedelta(days=1))))


def played(guide: Guide, slug: str, at: datetime) -> Iterator[Reply]:
    """Every reply from "start" on, each question answered with yes once it was asked, until somebody stands.

    Raises LookupError if it comes to no end.
    """
    copy = None
    for number in range(MOST_REPLIES):
        told = guide.answer(replace(_turn(slug, at, opens=not number), copy=copy))
        copy = told.copy
        yield told.reply
        # Whoever is asked whether they are up stands by then.
        asked = told.person.asked
        up = asked is not None and asked.kind is Ask.STANDING
        if up or not isinstance(told.reply.microphone, Listen):
            return
        at += timedelta(
            seconds=ceil(START_LATENCY_SECONDS + last(told.reply.timeline).seconds(1.0) + ANSWERING_SECONDS)
        )
    raise LookupError(f"{slug} does not end")


def _turn(slug: str, at: datetime, *, opens: bool) -> Turn:
    """The wish that opens it, or a yes."""
    return Turn(
        id=f"{slug} {at.isoformat()}",
        intent=_START if opens else _YES,
        at=at,
        owner=OWNER,
        conversation=f"rehearsal on {at.date()}",
        opens=opens,
        device="speaker",
        slots={"routine": Slot(slug, (slug,))} if opens else {},
        locale="en-US",
    )
