"""A conversation about one routine, intent by intent, by somebody who lets each reply finish and then answers."""

from contextlib import closing
from datetime import timedelta
from functools import cache
from math import ceil

from skill.dialogue.guide import Guide
from skill.entrypoints.sheets.rehearsal import FIRST_DAY, OWNER, played
from skill.limits import ANSWERING_SECONDS, START_LATENCY_SECONDS
from skill.ports.reply import Reply
from skill.ports.store import JsonRecord
from skill.ports.turn import Slot, Turn
from skill.stores.sqlite import SqliteStore
from skill.timeline import last
from tests.library import LIBRARY

START, DESCRIBE = "StartRoutineIntent", "DescribeRoutineIntent"
NAMING = (START, DESCRIBE)


class Talk:
    """What somebody says about one routine, new to all, or the day after they did it to its end."""

    def __init__(self, slug: str, *, later: bool) -> None:
        self._slug, self._at = slug, FIRST_DAY
        self._copy: JsonRecord | None = None
        self._turns = 0
        store = SqliteStore(":memory:")
        self._guide = Guide(LIBRARY, store)
        if later:
            store.write(OWNER, _done_once(slug), 0)
            self._at += timedelta(days=1)

    def wait(self, seconds: int) -> None:
        """So much later."""
        self._at += timedelta(seconds=seconds)

    def say(self, intent: str) -> Reply:
        """The answer to one intent; those that need a name have that of the routine."""
        told = self._guide.answer(
            Turn(
                id=f"{self._turns}",
                intent=intent,
                at=self._at,
                owner=OWNER,
                conversation="talk",
                opens=not self._turns,
                device="speaker",
                slots={"routine": Slot(self._slug, (self._slug,))} if intent in NAMING else {},
                locale="en-US",
                copy=self._copy,
            )
        )
        heard = START_LATENCY_SECONDS + last(told.reply.timeline).seconds(1.0) + ANSWERING_SECONDS
        self._copy, self._turns, self._at = told.copy, self._turns + 1, self._at + timedelta(seconds=ceil(heard))
        return told.reply


@cache
def _done_once(slug: str) -> JsonRecord:
    """What is kept of somebody who did this routine to its end the day before: played once for all who say more."""
    with closing(SqliteStore(":memory:")) as store:
        list(played(Guide(LIBRARY, store), slug, FIRST_DAY))
        kept = store.read(OWNER)
    assert kept is not None
    return kept.record
