"""How soon the first hold comes for somebody who says "ready", or that they are down already."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from itertools import takewhile
from math import ceil

from skill.dialogue.guide import Guide
from skill.entrypoints.sheets.rehearsal import FIRST_DAY, OWNER, played
from skill.limits import ANSWERING_SECONDS, START_LATENCY_SECONDS
from skill.ports.reply import Listen, Reply
from skill.ports.turn import LAUNCH, Slot, Turn
from skill.stores.sqlite import SqliteStore
from skill.timeline import HOLDING, Role, last
from tests.cases.each_of import each_of
from tests.library import LIBRARY

MOST_SECONDS = 40.0
"""From the word to the first hold; rolling over, for who is asked on the back and begins face down, not counted."""

MOST_TALK_SECONDS = 12.0
START, DESCRIBE = "StartRoutineIntent", "DescribeRoutineIntent"
READY, DOWN = "ReadyIntent", "AlreadyThereIntent"
OPENINGS = ((START,), (LAUNCH, START), (LAUNCH, DESCRIBE, DOWN), (DESCRIBE, DOWN))
"""What somebody says until they are led; every question after it is answered with the word that is tried."""

RUNS = [
    (slug, later, opening, word)
    for slug in sorted(LIBRARY.routines)
    for later in (False, True)
    for opening in OPENINGS
    for word in (READY, DOWN)
]


def replies(slug: str, opening: tuple[str, ...], word: str, *, later: bool) -> Iterator[tuple[str, Reply]]:
    """What was said and what was answered, up to the reply with the first hold."""
    with closing(SqliteStore(":memory:")) as store:
        guide, at, copy = Guide(LIBRARY, store), FIRST_DAY, None
        if later:
            list(played(guide, slug, at))
            at += timedelta(days=1)
        for number in range(8):
            said = opening[number] if number < len(opening) else word
            names = said in (START, DESCRIBE)
            told = guide.answer(
                Turn(
                    id=f"{number}",
                    intent=said,
                    at=at,
                    owner=OWNER,
                    conversation="there",
                    opens=not number,
                    device="speaker",
                    slots={"routine": Slot(slug, (slug,))} if names else {},
                    locale="en-US",
                    copy=copy,
                )
            )
            yield said, told.reply
            if any(moment.role in HOLDING for moment in told.reply.timeline.moments):
                return
            assert isinstance(told.reply.microphone, Listen), (said, told.reply)
            seconds = START_LATENCY_SECONDS + last(told.reply.timeline).seconds(1.0) + ANSWERING_SECONDS
            copy, at = told.copy, at + timedelta(seconds=ceil(seconds))
    raise LookupError(f"nothing is held in {slug}")


def seconds_before_the_hold(reply: Reply) -> float:
    """From the word to the hold, without the way to another posture."""
    before = takewhile(lambda moment: moment.role not in HOLDING, reply.timeline.moments)
    return START_LATENCY_SECONDS + sum(moment.seconds for moment in before if moment.role is not Role.POSTURE)


def talk_at_once(reply: Reply) -> float:
    """Seconds of words before the first silence."""
    return sum(moment.seconds for moment in takewhile(lambda moment: not moment.silent, reply.timeline.moments))


@each_of(("slug", "later", "opening", "word"), RUNS)
def test_the_first_hold_comes_soon_after_ready_or_down_already_and_little_is_said_at_once(
    slug: str, later: bool, opening: tuple[str, ...], word: str
) -> None:
    heard = [(said, reply) for said, reply in replies(slug, opening, word, later=later) if said in (START, READY, DOWN)]
    for said, reply in heard:
        assert talk_at_once(reply) <= MOST_TALK_SECONDS, (said, reply.timeline.moments)
    said, reply = heard[-1]
    # Who starts and is led at once was asked nothing; how soon that is stands in the table of figures.
    if said != START:
        assert seconds_before_the_hold(reply) <= MOST_SECONDS, (said, reply.timeline.moments)
