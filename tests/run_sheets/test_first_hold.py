"""How soon the first hold comes for somebody who says "ready", or that they are down already."""

from collections.abc import Iterator
from itertools import takewhile

from skill.limits import START_LATENCY_SECONDS
from skill.ports.reply import Listen, Reply
from skill.ports.turn import LAUNCH
from skill.timeline import HOLDING, Role
from tests.cases.each_of import each_of
from tests.library import LIBRARY
from tests.run_sheets.talk import DESCRIBE, START, Talk

MOST_SECONDS = 40.0
"""From the word to the first hold; rolling over, for who is asked on the back and begins face down, not counted."""

MOST_TALK_SECONDS = 12.0
MOST_REPLIES = 8
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
    talk = Talk(slug, later=later)
    for number in range(MOST_REPLIES):
        said = opening[number] if number < len(opening) else word
        reply = talk.say(said)
        yield said, reply
        if any(moment.role in HOLDING for moment in reply.timeline.moments):
            return
        assert isinstance(reply.microphone, Listen), (said, reply)
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
