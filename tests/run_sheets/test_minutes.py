"""Every figure of minutes is one and the same: in an offer, at the start, in what is left, and on the page's card."""

import re
from collections.abc import Iterator
from functools import cache

from skill.content.language.numbers import spelled
from skill.device.labels import read_labels
from skill.device.page_view import Shows
from skill.dialogue.offers.duration import heard_seconds
from skill.entrypoints.page.cards import routine_cards
from skill.entrypoints.sheets.figures import figures_of
from skill.limits import ANSWERING_SECONDS, START_LATENCY_SECONDS
from skill.ports.reply import Listen, Reply
from skill.ports.turn import LAUNCH
from skill.timeline import Telling
from skill.wording import Wording
from tests.cases.each_of import each_of
from tests.library import LIBRARY
from tests.nightly import some_of
from tests.run_sheets.talk import DESCRIBE, START, Talk

RUNS = [(slug, later) for slug in sorted(LIBRARY.routines) for later in (False, True)]
YES, LEFT = "AMAZON.YesIntent", "TimeLeftIntent"
MINUTES = {spelled(number, "en"): number for number in range(1, 61)}
SAID = re.compile(rf"\b({'|'.join(sorted(MINUTES, key=len, reverse=True))}) minutes?\b", re.IGNORECASE)
TELLING = Telling(Wording(LIBRARY, "en"))
ESTIMATED = 0.06
"""Three or four seconds: what is told beforehand of replies that nobody has heard is an estimate."""

A_MOMENT = 2
"""By then the question is certainly heard to its end, and the wake word is none into the words before it."""

UP = "Are you up?"
"""Asked of somebody who stands by then."""

LESS = "less than a minute"
HALF_A_MINUTE = 0.5


def words_of(reply: Reply) -> str:
    return " ".join(moment.words for moment in reply.timeline.moments if moment.words)


def minutes_in(slug: str, reply: Reply) -> float:
    """The first number of minutes; a routine's own name is none."""
    name = LIBRARY.routine(slug).words["en"].name
    said = re.sub(name, "", words_of(reply), flags=re.IGNORECASE)
    found = SAID.search(said)
    if found is None and LESS in said.lower():
        return HALF_A_MINUTE
    assert found is not None, words_of(reply)
    return MINUTES[found[1].lower()]


def begun(talk: Talk, opening: str) -> Reply:
    """The reply that begins the routine, after yes to whether it is to be begun in a first week."""
    reply = talk.say(opening)
    return talk.say(YES) if "all the same" in words_of(reply) else reply


@cache
def truth(slug: str) -> tuple[float, float]:
    """The minutes until somebody stands: the first time, and later."""
    first, later = figures_of(LIBRARY, slug)
    return first.minutes_until_standing, later.minutes_until_standing


@each_of(("slug", "later"), some_of(RUNS, 5))
def test_an_offer_and_the_start_say_the_same_minutes_and_they_are_true(slug: str, later: bool) -> None:
    offer, start = Talk(slug, later=later), Talk(slug, later=later)
    offered = minutes_in(slug, offer.say(DESCRIBE))
    assert minutes_in(slug, begun(offer, YES)) == offered
    assert minutes_in(slug, begun(start, START)) == offered
    assert abs(offered - truth(slug)[later]) <= HALF_A_MINUTE


@each_of(("slug", "later"), RUNS)
def test_an_offer_says_the_same_minutes_when_the_skill_was_opened_before(slug: str, later: bool) -> None:
    opened, asked = Talk(slug, later=later), Talk(slug, later=later)
    opened.say(LAUNCH)
    assert minutes_in(slug, opened.say(DESCRIBE)) == minutes_in(slug, asked.say(DESCRIBE))


def test_the_cards_of_the_page_say_the_minutes_of_the_first_time() -> None:
    cards = routine_cards(Shows(LIBRARY, read_labels(("en",))["en"], "en-US"))
    said = {card.slug: card.minutes for card in cards}
    assert said == {slug: minutes_in(slug, Talk(slug, later=False).say(DESCRIBE)) for slug in LIBRARY.routines}


def left_at_each_ready(slug: str, *, later: bool) -> Iterator[tuple[float, float]]:
    """The minutes that are told to be left at each "Ready?", and those that were left."""
    talk = Talk(slug, later=later)
    reply, told, lasted = begun(talk, START), [], []
    while isinstance(reply.microphone, Listen) and not words_of(reply).endswith(UP):
        asks = words_of(reply).endswith("Ready?")
        talk.wait(A_MOMENT)
        told.append(minutes_in(slug, talk.say(LEFT)) if asks else None)
        reply = talk.say(YES)
        listens = (
            ANSWERING_SECONDS if isinstance(reply.microphone, Listen) and not words_of(reply).endswith(UP) else 0.0
        )
        lasted.append(START_LATENCY_SECONDS + heard_seconds(reply.timeline.moments, TELLING) + listens)
    for number, minutes in enumerate(told):
        if minutes is not None:
            yield minutes, sum(lasted[number:]) / 60


# By day two routines of three, the first time or later.
@each_of(("slug", "later"), some_of(RUNS, 5))
def test_what_is_told_to_be_left_is_what_is_left(slug: str, later: bool) -> None:
    off = [(said, round(true, 2)) for said, true in left_at_each_ready(slug, later=later)]
    assert [(said, true) for said, true in off if abs(said - true) > HALF_A_MINUTE + ESTIMATED] == []
