"""Every sign is heard however it is put together; denied, only thought of or long past it is none."""

from collections.abc import Callable, Iterator
from itertools import product

import pytest

from skill.content.language.signs import RED_LEVELS, Danger
from skill.content.library import Library
from tests.nightly import some_of

BOTH = (
    "both legs",
    "both my legs",
    "both feet",
    "both of my feet",
    "my legs",
    "my feet",
    "either leg",
    "either of my feet",
)
LOST = (
    "have gone numb",
    "are numb",
    "feel numb all over",
    "won't move",
    "are weak",
    "have no feeling",
    "don't move at all",
)
LOST_FEELING = ("i can't feel", "i cannot feel", "i couldn't feel", "i have lost feeling in", "there's no feeling in")
SADDLE = (
    "between my legs",
    "between the legs",
    "my private parts",
    "my bottom",
    "my inner thighs",
    "where i sit",
    "my groin",
)
SADDLED = ("numb {0}", "it's numb {0}", "i can't feel {0}", "no feeling {0}", "numbness {0}", "i have no sensation {0}")
NEITHER = ("neither foot", "neither leg", "neither of my legs")
DOES_NOT = ("will move", "moves", "does anything", "works", "will hold me", "responds")
BLADDER = ("my bladder", "my bowels", "my pee", "my water")
UNHELD = ("i can't control {0}", "i can't hold {0}", "i lost control of {0}", "no control over {0} any more")
CHEST = ("my chest", "the chest", "me chest", "my breastbone")
PRESSED = ("there's a pressure on {0}", "{0} feels tight", "{0} hurts", "a weight on {0}", "{0} is heavy")
ONE_SIDE = ("my left side", "my right side", "the whole left side", "one side of my body")
WEAK = ("{0} has gone weak", "{0} won't move", "{0} is numb", "no strength in {0}")
SUDDENLY = (
    "",
    "suddenly {0}",
    "{0} all of a sudden",
    "oh dear {0}",
    "{0} since this morning",
    "help {0}",
    "{0} please",
    "and now {0}",
)
SPOKEN: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    lambda said: said.replace("'", ""),
    lambda said: said.replace("my ", "me "),
)
DENIED = ("no {0}", "i don't have {0}", "there is no {0}", "i have no {0}", "i've got no {0}", "without {0}")
NAMED = ("numbness in both legs", "numbness between my legs", "weakness in my legs", "pressure on my chest")
THOUGHT_OF = ("what if {0}", "should i stop if {0}", "how do i know if {0}", "what does it mean when {0}")
LONG_AGO = ("{0} years ago", "as a child {0}", "on the telly he said {0}", "{0} last year but it's fine now")


def emergencies() -> Iterator[str]:
    """What is lost, where, on which side, in any order."""
    yield from (f"{where} {lost}" for where, lost in product(BOTH, LOST))
    yield from (f"{lost} {where}" for lost, where in product(LOST_FEELING, (*BOTH, *SADDLE)))
    yield from (f"{neither} {does}" for neither, does in product(NEITHER, DOES_NOT))
    for ways, wheres in ((SADDLED, SADDLE), (UNHELD, BLADDER), (PRESSED, CHEST), (WEAK, ONE_SIDE)):
        yield from (way.format(where) for way, where in product(ways, wheres))


def spoken() -> Iterator[str]:
    """The same as they are said: suddenly or not, loud, without strokes, with "me" for "my"."""
    for said, how, voice in product(emergencies(), SUDDENLY, SPOKEN):
        yield voice(how.format(said) if how else said)


def harmless() -> Iterator[str]:
    """The same denied, and long past."""
    yield from (how.format(said) for how, said in product(DENIED, NAMED))
    yield from (how.format(said) for how, said in product(LONG_AGO, emergencies()))


def thought_of() -> Iterator[str]:
    """The same asked about; where a phrase of danger is in it, that is told what to do all the same."""
    yield from (how.format(said) for how, said in product(THOUGHT_OF, emergencies()))


@pytest.fixture(name="danger")
def _danger(library: Library) -> Danger:
    return library.danger["en"]


def test_every_emergency_is_heard(danger: Danger) -> None:
    assert [said for said in some_of(tuple(spoken()), 80) if danger.level_in(said) not in RED_LEVELS] == []


def test_none_of_them_is_one_where_it_is_denied_or_past(danger: Danger) -> None:
    assert [said for said in some_of(tuple(harmless()), 40) if danger.level_in(said) in RED_LEVELS] == []


def test_no_sign_is_heard_in_what_is_only_thought_of(danger: Danger) -> None:
    assert [said for said in some_of(tuple(thought_of()), 40) if danger.sign_in(said)] == []


def test_but_what_is_thought_of_and_so_by_now_is_one(danger: Danger) -> None:
    assert danger.level_in("may i do the leg one if it's numb round the back passage now") == "emergency"
