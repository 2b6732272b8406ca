"""How soon the first hold comes for somebody who says "start", "ready", or that they are down already."""

from collections.abc import Iterator
from itertools import takewhile

from skill.limits import START_LATENCY_SECONDS
from skill.ports.reply import Listen, Reply
from skill.ports.turn import LAUNCH
from skill.timeline import HOLDING
from tests.cases.each_of import each_of
from tests.library import LIBRARY
from tests.nightly import some_of
from tests.run_sheets.talk import DESCRIBE, START, Talk

MOST_SECONDS = 40.0
"""From the last word to the first hold: the way to a posture, how to lie, and the way in are all counted."""

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
    """From the word to the hold."""
    before = takewhile(lambda moment: moment.role not in HOLDING, reply.timeline.moments)
    return START_LATENCY_SECONDS + sum(moment.seconds for moment in before)


def talk_at_once(reply: Reply) -> float:
    """Seconds of words before the first silence."""
    return sum(moment.seconds for moment in takewhile(lambda moment: not moment.silent, reply.timeline.moments))


# By day a third of the ways into each routine, another third in the next one.
@each_of(("slug", "later", "opening", "word"), some_of(RUNS, 9))
def test_the_first_hold_comes_soon_after_the_last_word_and_little_is_said_at_once(
    slug: str, later: bool, opening: tuple[str, ...], word: str
) -> None:
    heard = [(said, reply) for said, reply in replies(slug, opening, word, later=later) if said in (START, READY, DOWN)]
    for said, reply in heard:
        assert talk_at_once(reply) <= MOST_TALK_SECONDS, (said, reply.timeline.moments)
    said, reply = heard[-1]
    assert seconds_before_the_hold(reply) <= MOST_SECONDS, (said, reply.timeline.moments)


@each_of("slug", sorted(LIBRARY.routines))
def test_somebody_who_has_only_now_heard_whom_to_ask_first_is_asked_before_anything_is_led(slug: str) -> None:
    reply = Talk(slug, later=False).say(START)
    told = [moment.words for moment in reply.timeline.moments if moment.words]
    assert any(words.startswith("Ask your doctor first") for words in told)
    assert isinstance(reply.microphone, Listen)
    assert not any(moment.role in HOLDING for moment in reply.timeline.moments)
